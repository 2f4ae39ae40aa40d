// The files of a form, fetched when it is opened: late, missing, tampered with, and back again.
import { expect, test } from './fixtures.mjs';
import { board, card, chooseFile, field, isSaved, notices, openExample, projectFile, saved, tab, total } from './page.mjs';

const FILES = /\/presets\//;
const INSURED = '城镇职工大额医疗保险参保人数';

/** Holds back what matches until the returned function is called. */
async function hold(page, files) {
  let release;
  const gate = new Promise((open) => (release = open));
  await page.route(files, (route) => gate.then(() => route.continue()));
  return release;
}

const example = (page, form) => card(page, form).getByRole('button', { name: '打开已公布的示例' });

test('the start needs no form, and a form that was opened is not fetched again', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => FILES.test(request.url()) && asked.push(request.url().replace(/.*presets|-\w+\.json/g, '')));
  await page.goto('');
  await expect(card(page, 'fukang')).toBeVisible();
  expect(asked).toEqual([]);
  await example(page, 'fukang').click();
  await expect(total(page)).toHaveText('93.50');
  expect(asked.sort()).toEqual(['/fukang/example', '/fukang/rubric']);
  await page.getByRole('link', { name: /绩衡首页/ }).click();
  await card(page, 'fukang').getByRole('button', { name: '从空表开始' }).click();
  await expect(total(page)).toHaveText('0.00');
  expect(asked).toHaveLength(2);
});

test('a form that takes its time is said to be on its way, and opens once', async ({ page }) => {
  const release = await hold(page, FILES);
  await page.goto('');
  await example(page, 'fukang').click();
  await expect(notices(page)).toContainText('正在取来');
  await example(page, 'fukang').click(); // nobody waits patiently
  release();
  await expect(total(page)).toHaveText('93.50');
  await expect(notices(page)).toBeEmpty();
});

test('where a form can’t be fetched it is said, and the next try opens it', async ({ page, troubles }) => {
  await page.route(FILES, (route) => route.abort());
  await page.goto('');
  await example(page, 'fukang').click();
  await expect(notices(page)).toContainText('还没有打开');
  await expect(card(page, 'fukang')).toBeVisible();
  await page.unroute(FILES);
  await notices(page).getByRole('button', { name: '重试' }).click();
  await expect(total(page)).toHaveText('93.50');
  await expect(notices(page)).toBeEmpty();
  troubles.length = 0; // the aborted requests
});

test('a form that was tampered with is refused', async ({ page, troubles }) => {
  await page.route(FILES, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('"5"', '"6"') });
  });
  await page.goto('');
  await card(page, 'fukang').getByRole('button', { name: '从空表开始' }).click();
  await expect(notices(page)).toContainText('还没有打开');
  await expect(board(page)).toHaveCount(0);
  troubles.length = 0;
});

test('the last of two forms that were asked for is open, the first is offered', async ({ page }) => {
  const release = await hold(page, /\/presets\/fukang\//);
  await page.goto('');
  await example(page, 'fukang').click();
  await example(page, 'taishan').click();
  await expect(total(page)).toHaveText('84.00');
  release();
  await expect(notices(page)).toContainText('要打开的评价已经取到');
  await expect(total(page)).toHaveText('84.00');
  await notices(page).getByRole('button', { name: '打开', exact: true }).click();
  await expect(total(page)).toHaveText('93.50');
});

test('whoever goes back to what is open is asked', async ({ page }) => {
  const release = await hold(page, /\/presets\/taishan\//);
  await openExample(page, 'fukang');
  await page.getByRole('link', { name: /绩衡首页/ }).click();
  await example(page, 'taishan').click();
  await page.goBack();
  await field(page, INSURED, '实际完成值').fill('33333');
  release();
  await expect(notices(page)).toContainText('要打开的评价已经取到');
  await expect(total(page)).toHaveText('94.02');
});

test('a saved evaluation and a file wait for their form, and neither is lost without it', async ({ page, elsewhere, troubles }) => {
  await openExample(page, 'fukang');
  await field(page, INSURED, '实际完成值').fill('33333');
  await isSaved(page);
  await page.route(FILES, (route) => route.abort());
  await page.goto('#/start');
  await page.reload();
  await saved(page).getByRole('button').first().click();
  await expect(notices(page)).toContainText('还没有打开');
  await page.unroute(FILES);
  await notices(page).getByRole('button', { name: '重试' }).click();
  await expect(total(page)).toHaveText('94.02');

  await elsewhere.route(FILES, (route) => route.abort());
  await elsewhere.goto('');
  await chooseFile(elsewhere, 'x.json', projectFile({ version: 1, rubric: { id: 'taishan', hash: '' } }));
  await expect(notices(elsewhere)).toContainText('还没有打开');
  await elsewhere.unroute(FILES);
  await notices(elsewhere).getByRole('button', { name: '重试' }).click();
  await expect(total(elsewhere)).toBeVisible();
  troubles.length = 0;
});

test('a reloaded tab waits on its own screen, not on the start', async ({ page }) => {
  await openExample(page, 'fukang');
  await tab(page, '指标体系').click();
  const release = await hold(page, FILES);
  await page.reload();
  await expect(page.getByRole('main')).toHaveText('正在取来……');
  release();
  await expect(page.getByRole('main')).toContainText('政策知晓率');
  await expect(page).toHaveURL(/#\/rubric$/);
});
