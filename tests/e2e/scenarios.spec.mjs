// 推演方案: tried on top of the baseline, held against it at every row, kept, shared, adopted and discarded.
import { expect, test } from './fixtures.mjs';
import { Keyboard } from './keyboard.mjs';
import { article, board, cells, downloaded, facts, field, grade, isSaved, line, notices, openExample, points, row, subtotal, tab, tool, total } from './page.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';
const ARCHIVE = '制度执行有效性';
const actual = (page) => field(page, INSURED, '实际完成值');
const bar = (page) => page.getByRole('region', { name: '推演方案', exact: true });
const deed = (page, name) => bar(page).getByRole('button', { name, exact: true });
const wayIn = (page) => board(page).getByRole('button', { name: '以当前为基准试一试' });
const difference = (page, name) => row(page, name).locator('.row__score .difference');
const totalBy = (page) => board(page).locator('.total__by');

/** The Fukang example with 方案一 open: 6 × 32012/33333 = 5.7622… → 5.76 in place of 5.48, so 93.50 → 93.78. */
async function tried(page) {
  await openExample(page, 'fukang');
  await wayIn(page).click();
  await actual(page).fill('32012');
  await expect(total(page)).toHaveText('93.78');
}

async function expectTried(page) {
  await expect(total(page)).toHaveText('93.78');
  await expect(totalBy(page)).toHaveText('原 93.50 +0.28');
  await expect(points(page, INSURED)).toHaveText('5.76');
  await expect(difference(page, INSURED)).toHaveText('原 5.48 +0.28');
  await expect(actual(page)).toHaveValue('32012');
  await expect(deed(page, '方案一')).toHaveAttribute('aria-pressed', 'true');
}

test('nothing of scenarios is on screen until one is begun, but the way in', async ({ page }) => {
  await openExample(page, 'fukang');
  await expect(wayIn(page)).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('.difference:visible')).toHaveCount(0);
  await expect(totalBy(page)).toHaveText('');
});

test('a scenario shows old, new and difference at rows, groups and the total, and what was changed', async ({ page }) => {
  await tried(page);
  await expectTried(page);
  // 32.70 + 0.28; the other rows and groups are as they were.
  await expect(subtotal(page, '项目产出')).toContainText('32.98');
  await expect(subtotal(page, '项目产出')).toContainText('原 32.70 +0.28');
  await expect(difference(page, '政策知晓率')).toHaveText('不变');
  await expect(subtotal(page, '项目决策')).toContainText('不变');
  await expect(page.getByRole('navigation', { name: '指标大纲' }).getByRole('button', { name: /项目产出/ })).toContainText('原 32.70 +0.28');
  await expect(board(page)).toContainText('等级仍为“优”');
  await expect(board(page).getByRole('img', { name: /^总分93\.78.*基准：总分93\.50/ })).toBeVisible();
  await expect(row(page, INSURED)).toContainText('已改：实际完成值（基准 30437）');
  await expect(page.locator('.beam__baseline')).not.toHaveCount(0);

  // A grade that is lost: 93.50 − 5.48 = 88.02, 良.
  await actual(page).fill('0');
  await expect(board(page)).toContainText('等级“优”→“良”');
  await expect(totalBy(page)).toHaveText('原 93.50 优 −5.48');

  await row(page, INSURED).getByRole('button', { name: `恢复基准值：${INSURED}` }).click();
  await expect(actual(page)).toHaveValue('30437');
  await expect(row(page, INSURED)).toBeFocused();
  await expect(row(page, INSURED)).not.toContainText('已改');
  await expect(board(page)).toContainText('等级仍为“优”');
});

test('the derivation is that of what is shown', async ({ page }) => {
  await tried(page);
  await expect(line(page, INSURED)).toContainText('=(32012/33333)×100%=96.04%');
  await row(page, INSURED).getByRole('button', { name: '评分过程' }).click();
  await expect(row(page, INSURED)).toContainText('32012');
});

test('five scenarios stand side by side, survive a reload, and open from a link as they were', async ({ page, elsewhere }) => {
  await tried(page);
  // 方案二: all items met, 3.75 → 5.00. 方案三: both. 方案四: 0 insured. 方案五: nothing.
  await deed(page, '新建方案').click();
  await expect(total(page)).toHaveText('93.50');
  await row(page, ARCHIVE).getByRole('checkbox', { name: /^资料齐全/ }).check();
  await expect(total(page)).toHaveText('94.75');
  await deed(page, '方案一').click();
  await deed(page, '复制方案').click();
  await row(page, ARCHIVE).getByRole('checkbox', { name: /^资料齐全/ }).check();
  await expect(total(page)).toHaveText('95.03'); // 93.50 + 0.28 + 1.25
  await deed(page, '新建方案').click();
  await actual(page).fill('0');
  await deed(page, '新建方案').click();
  await bar(page).getByText('改名与说明').click();
  await bar(page).getByLabel('方案名称').fill('照旧');
  await bar(page).getByLabel('方案说明').fill('不作任何改动');
  await deed(page, '方案一').click();

  const compared = async (at) => {
    await bar(at).getByRole('link', { name: '方案对比与结论' }).click();
    const shown = at.getByRole('main');
    await expect(shown.getByRole('table', { name: '各方案逐项得分' })).toBeVisible({ timeout: 30_000 });
    expect(await cells(shown, '指标')).toEqual(['指标', '分值', '基准', '方案一', '方案三', '方案二', '方案四', '照旧']);
    expect(await cells(shown, INSURED)).toEqual([`　　${INSURED}`, '6', '5.48', '5.76', '+0.28', '5.76', '+0.28', '5.48', '', '0.00', '−5.48', '5.48', '']);
    expect(await cells(shown, '总分')).toEqual(['总分', '100', '93.50', '93.78', '+0.28', '95.03', '+1.53', '94.75', '+1.25', '88.02', '−5.48', '93.50', '']);
    expect((await cells(shown, '评价等级')).slice(2)).toEqual(['优', '优', '优', '优', '良', '优']);
    await expect(shown).toContainText('方案一：若城镇职工大额医疗保险参保人数的实际完成值由30437人改为32012人，其余不变，总分由93.50分变为93.78分，等级仍为“优”。');
    await expect(shown).toContainText('总分由93.50分变为88.02分，等级由“优”变为“良”。');
    await expect(shown).toContainText('照旧（不作任何改动）：没有改动，与基准相同。');
    await expect(shown.getByRole('button', { name: '复制这段话' })).toHaveCount(5);
    await tab(at, '评分').click();
  };
  await compared(page);

  await isSaved(page);
  await page.reload();
  await expectTried(page);
  await compared(page);

  await tab(page, '导出').click();
  const link = await page.getByRole('textbox', { name: /^链接/ }).inputValue();
  await elsewhere.goto(link);
  await expectTried(elsewhere);
  await compared(elsewhere);
  await deed(elsewhere, '基准').click();
  await expect(total(elsewhere)).toHaveText('93.50');
  await expect(actual(elsewhere)).toHaveValue('30437');
});

test('a shared fact moves every row that uses it, and can be taken back', async ({ page }) => {
  await tried(page);
  await page.getByText('项目信息').click();
  await facts(page).getByLabel('有效问卷数', { exact: true }).fill('130');
  // 8 × 112/130 = 6.892… → 6.89 from 7.34; 8 × 117/130 = 7.20 from 7.67.
  const moved = page.locator('.row').filter({ has: page.locator('.row__score .difference__by') });
  expect(await moved.count()).toBeGreaterThan(3);
  await expect(page.getByText('原 7.34 −0.45')).toBeVisible();
  await expect(page.getByText('原 7.67 −0.47')).toBeVisible();
  await expect(page.getByText('已改：有效问卷数（基准 122）')).toBeVisible();
  await page.getByRole('button', { name: '恢复基准值：项目数据' }).click();
  await expectTried(page);
});

test('adopting, discarding, renaming and leaving are each undone in one step', async ({ page }) => {
  await tried(page);
  await bar(page).getByText('改名与说明').click();
  await bar(page).getByLabel('方案名称').fill('多参保');
  await bar(page).getByLabel('方案名称').press('Enter');
  await expect(deed(page, '多参保')).toHaveAttribute('aria-pressed', 'true');
  await tool(page, '撤销').click();
  await expectTried(page);

  await deed(page, '采用为结果').click();
  await expect(notices(page)).toContainText('已采用“方案一”，基准总分由93.50分改为93.78分。');
  await expect(bar(page)).toBeHidden();
  await expect(total(page)).toHaveText('93.78');
  await expect(totalBy(page)).toHaveText('');
  await expect(actual(page)).toHaveValue('32012');
  await tool(page, '撤销').click();
  await expectTried(page);

  await expect(notices(page)).toBeEmpty(); // what was taken back is no longer told
  await deed(page, '放弃方案').click();
  await expect(notices(page)).toContainText('已放弃“方案一”，回到基准，总分93.50分。');
  await expect(bar(page)).toBeHidden();
  await expect(total(page)).toHaveText('93.50');
  await notices(page).getByRole('button', { name: '撤销' }).click();
  await expectTried(page);
  await expect(notices(page)).toBeEmpty();
  await tool(page, '重做').click();
  await expect(total(page)).toHaveText('93.50');
  await tool(page, '撤销').click();

  await board(page).getByRole('button', { name: '回到基准' }).click();
  await expect(bar(page)).toContainText('现在显示和修改的是基准。');
  await expect(total(page)).toHaveText('93.50');
  // An edit of the baseline lies beneath the scenario: 93.50 + 1.25, and 0.28 on top.
  await row(page, ARCHIVE).getByRole('checkbox', { name: /^资料齐全/ }).check();
  await expect(total(page)).toHaveText('94.75');
  await deed(page, '方案一').click();
  await expect(total(page)).toHaveText('95.03');
  await expect(totalBy(page)).toHaveText('原 94.75 +0.28');
  for (let count = 0; count < 3; count += 1) await tool(page, '撤销').click();
  await expectTried(page);
  // The edit itself, and the scenario.
  await tool(page, '撤销').click();
  await expect(totalBy(page)).toHaveText('原 93.50');
  await tool(page, '撤销').click();
  await expect(bar(page)).toBeHidden();
  await expect(tool(page, '撤销')).toHaveAttribute('aria-disabled', 'true');
});

test('a name that another scenario has is refused', async ({ page }) => {
  await tried(page);
  await deed(page, '新建方案').click();
  await bar(page).getByText('改名与说明').click();
  const name = bar(page).getByLabel('方案名称');
  await name.fill('方案一');
  await name.press('Enter');
  await expect(bar(page)).toContainText('名称不能为空，也不能与另一方案或“基准”相同。');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  for (const other of ['基准', 'Baseline', '\u200b']) {
    await name.fill(other);
    await name.press('Enter');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
  }
  await deed(page, '方案一').click();
  await expect(name).toHaveValue('方案一');
  await expect(name).toHaveAttribute('aria-invalid', 'false');
});

test('documents, paper and the project file hold the baseline, and say so', async ({ page }) => {
  await tried(page);
  await field(page, INSURED, '实际完成值').blur();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.paper')).toContainText('93.50');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(notices(page)).toContainText('打印的是基准的评分表');

  await tab(page, '导出').click();
  await expect(page.getByText(/“方案一”正在推演。下面的文档和打印件一律取自基准/)).toBeVisible();
  expect((await cells(article(page, '绩效得分情况表'), '得分')).at(-1)).toBe('93.5');
  expect((await cells(article(page, '推演方案对比'), '总分')).slice(-2)).toEqual(['93.78', '+0.28']);
  const file = await downloaded(page, () => page.getByRole('button', { name: '下载项目文件' }).click());
  const [{ assessment }] = JSON.parse(file.text).assessments;
  expect(assessment.entries['insured-all'].actual).toBe('30437');
  expect(assessment.scenarios).toEqual([{ name: '方案一', changes: [{ indicator: 'insured-all', field: 'actual', to: '32012' }] }]);
  expect(assessment.trying).toBe('方案一');
});

test('a description that is changed while trying is that of the baseline too', async ({ page }) => {
  await tried(page);
  await page.getByText('项目信息').click();
  await page.getByLabel('实施单位', { exact: true }).fill('某局');
  await deed(page, '放弃方案').click();
  await expect(page.getByLabel('实施单位', { exact: true })).toHaveValue('某局');
});

test('a scenario is worked by keyboard alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openExample(page, 'fukang');
  const keys = new Keyboard(page);
  await keys.press(wayIn(page), 'Enter');
  await expect(bar(page)).toBeVisible();
  await keys.type(actual(page), '32012');
  await expectTried(page);
  await keys.press(deed(page, '新建方案'), 'Enter');
  await keys.press(deed(page, '方案一'));
  await expectTried(page);
  await keys.press(bar(page).getByText('改名与说明'), 'Enter');
  await keys.type(bar(page).getByLabel('方案名称'), '多参保');
  await page.keyboard.press('Tab');
  await expect(deed(page, '多参保')).toHaveAttribute('aria-pressed', 'true');
  await keys.press(deed(page, '放弃方案'), 'Enter');
  await expect(deed(page, '基准')).toBeFocused();
  await keys.press(deed(page, '方案二'), 'Enter');
  await keys.press(deed(page, '采用为结果'), 'Enter');
  await expect(bar(page)).toBeHidden();
  keys.expectNoFaults();
});

test('the total with its difference is announced once typing has stopped', async ({ page }) => {
  await tried(page);
  const said = page.getByRole('status').filter({ hasText: /^总分93\.78/ });
  await expect(said).toHaveText(/总分93\.78，满分100，等级“优”。原 93\.50 \+0\.28/);
});

for (const width of [320, 375, 768, 1440]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`an open scenario is accessible and nothing is cut off at ${width} px, ${colorScheme}`, async ({ page, expectAccessible }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await tried(page);
      await deed(page, '新建方案').click();
      await deed(page, '方案一').click();
      await bar(page).getByText('改名与说明').click();
      await expectAccessible();
      const sideways = () => page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
      expect(await sideways()).toBe(0);
      await page.getByRole('button', { name: /切换语言/ }).click();
      await expect(page.getByRole('region', { name: 'Scenarios', exact: true })).toBeVisible();
      expect(await sideways()).toBe(0);
      await expectAccessible();
    });
  }
}
