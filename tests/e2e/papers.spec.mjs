// The second module, which shows and prints what is read: late, missing, and back again; and work that must not be lost.
import { expect, test } from './fixtures.mjs';
import { article, card, field, notices, openEmpty, openExample, points, row, saved, tab, total } from './page.mjs';

const PAPERS = /jiheng-papers/;
const CHECKED = '制度执行有效性';

test('where the second module can’t be fetched it is said, scoring goes on, and the next try succeeds', async ({ page, troubles }) => {
  await page.route(PAPERS, (route) => route.abort());
  await openExample(page, 'fukang');
  await tab(page, '导出').click();
  await expect(notices(page)).toContainText('没有取到这一部分的程序文件');
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('93.50');
  await page.unroute(PAPERS);
  await tab(page, '导出').click();
  await expect(article(page, '绩效得分情况表')).toContainText('93.5');
  await expect(notices(page)).not.toContainText('没有取到');
  troubles.length = 0; // the aborted requests
});

test('a share link that arrives late asks before it takes the place of what was begun meanwhile', async ({ page, elsewhere }) => {
  await openExample(page, 'jinzhong');
  await tab(page, '导出').click();
  const link = page.getByRole('textbox', { name: /^链接/ });
  await expect(link).toHaveValue(/#\/open\//);
  const address = await link.inputValue();

  let arrive;
  const gate = new Promise((open) => (arrive = open));
  await elsewhere.route(PAPERS, (route) => gate.then(() => route.continue()));
  await elsewhere.goto(address);
  await elsewhere.getByRole('link', { name: /绩衡|首页/ }).first().click();
  await card(elsewhere, 'taishan').getByRole('button', { name: '打开已公布的示例' }).click();
  await expect(total(elsewhere)).toHaveText('84.00');
  arrive();
  await expect(notices(elsewhere)).toContainText('要打开的评价已经取到');
  await expect(total(elsewhere)).toHaveText('84.00');
  await notices(elsewhere).getByRole('button', { name: '打开', exact: true }).click();
  await expect(total(elsewhere)).toHaveText('100.00');
});

test('a share typed and deleted again earns nothing', async ({ page }) => {
  await openExample(page, 'fukang');
  await row(page, CHECKED).getByRole('button', { name: '部分符合' }).click();
  const share = row(page, CHECKED).getByRole('textbox').nth(2); // the item that the report found missing
  await share.fill('60');
  await expect(points(page, CHECKED)).toHaveText('4.50'); // 5 − 1.25 × 40%
  await share.fill('');
  await expect(points(page, CHECKED)).toHaveText('3.75');
  await expect(total(page)).toHaveText('93.50');
});

test('what could not be saved stays to be downloaded when something else is opened', async ({ page }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (this === localStorage && key.startsWith('jiheng.assessment.')) throw new DOMException('full', 'QuotaExceededError');
      return set.call(this, key, value);
    };
  });
  await openEmpty(page, 'fukang');
  await page.getByLabel('项目名称', { exact: true }).fill('没有保存的项目');
  await expect(notices(page)).toContainText('存储空间已满');
  await page.getByRole('link', { name: /绩衡|首页/ }).first().click();
  await card(page, 'taishan').getByRole('button', { name: '打开已公布的示例' }).click();
  await expect(notices(page)).toContainText('“没有保存的项目”有改动没能保存');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notices(page).getByRole('button', { name: '下载项目文件' }).last().click(),
  ]);
  expect(download.suggestedFilename()).toBe('没有保存的项目.json');
});

test('two assessments deleted one after the other can both be brought back', async ({ page }) => {
  for (const name of ['甲', '乙']) {
    await openEmpty(page, 'fukang');
    await page.getByLabel('项目名称', { exact: true }).fill(name);
    await expect(page.getByText(/^已保存在本机/)).toBeVisible();
  }
  await page.goto('');
  for (const name of ['甲', '乙']) {
    await saved(page).filter({ hasText: name }).getByRole('button', { name: '删除' }).click();
  }
  await expect(saved(page)).toHaveCount(0);
  for (let left = 2; left > 0; left -= 1) {
    await notices(page).getByRole('button', { name: '撤销' }).first().click();
  }
  await expect(saved(page)).toHaveCount(2);
});

test('figures that only documents print are checked at their fields', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.getByRole('heading', { name: '项目信息' }).click();
  await page.getByText('资金来源与使用', { exact: true }).click();
  const received = page.getByRole('group', { name: /^资金/ }).getByRole('textbox', { name: /到位/ }).first();
  for (const [typed, message] of [['abc', /“abc”不是数字/], ['-3', /“-3”小于0/]]) {
    await received.fill(typed);
    await expect(received).toHaveAccessibleDescription(message);
    await expect(received).toHaveAttribute('aria-invalid', 'true');
  }
  await received.fill('12.5');
  await expect(received).toHaveAttribute('aria-invalid', 'false');
});
