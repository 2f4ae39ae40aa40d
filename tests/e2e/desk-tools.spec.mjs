// Five tools of the tab 推演 on the published examples: 失分去向, 可能范围, 双因素, 权重, 换体系.
import { expect, test } from './fixtures.mjs';
import { launchOldKernel } from './old-kernel.mjs';
import { FORMS, isSaved, notice, notices, openExample, tab, total } from './page.mjs';

const main = (page) => page.getByRole('main');
const title = (page, name) => page.getByRole('heading', { name, exact: true });
const bars = (page, name) => page.getByRole('table', { name });
/** The row of a table that is about this, as text. */
const row = (table, name) => table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });

/** Opens a tool on an example by its address. */
async function openTool(page, tool, name, form = 'fukang') {
  await openExample(page, form);
  await page.goto(`#/whatif/${tool}`);
  await expect(title(page, name)).toBeVisible({ timeout: 30_000 });
}

/** What was copied last. */
async function copied(page, press) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press();
  await expect(notice(page).filter({ hasText: '已复制' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('失分去向: the way down ends at the total, and the losses can be sorted', async ({ page }) => {
  await openTool(page, 'losses', '失分去向');
  const way = bars(page, /^从满分到总分/);
  // 100 − 1.25 − 2.30 − 2.95 = 93.50
  await expect(row(way, /^项目过程/)).toContainText('−1.25');
  await expect(row(way, /^项目产出/)).toContainText('−2.30');
  await expect(row(way, /^项目效益/)).toContainText('−2.95');
  await expect(row(way, /^总分/)).toContainText('93.50');
  const losses = page.getByRole('table', { name: '失分一览' });
  const first = losses.getByRole('rowheader').first();
  await expect(first).toHaveText('单建统筹基金参保人数'); // 1.61 of 6.50
  await expect(losses.getByRole('row').nth(1)).toContainText('24.77%');
  await losses.getByRole('button', { name: '指标' }).press('Enter');
  await expect(first).toHaveText('制度执行有效性');
  await expect(losses.getByRole('columnheader', { name: '指标' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(losses.getByRole('button', { name: '指标' })).toBeFocused();
  await losses.getByRole('button', { name: '失分率' }).press('Enter');
  await expect(first).toHaveText('单建统筹基金参保人数'); // 1.61 of 5 = 32.2 %
  const text = await copied(page, () => page.getByRole('button', { name: '复制表格' }).click());
  expect(text).toContain('单建统筹基金参保人数\t5\t3.39\t1.61\t24.77%\t32.20%');
});

test('可能范围: a blank row tells which answer settles the grade; nothing open is said plainly', async ({ page }) => {
  await openTool(page, 'range', '可能范围');
  await expect(main(page)).toContainText('没有未确定的指标，总分确定为93.50分，等级为“优”。');
  await tab(page, '评分').click();
  await page.locator('#entries-insured-all-actual').fill('');
  await tab(page, '推演').click();
  await page.goto('#/whatif/range');
  // 93.50 − 5.48 = 88.02, up to 6 more; 6 × 10973/33333 = 1.98 make 90.00.
  await expect(main(page)).toContainText('总分最低88.02分，最高94.02分，等级可能为“优”“良”。');
  const way = bars(page, /^从最低总分到最高总分/);
  await expect(row(way, /^城镇职工大额医疗保险参保人数/)).toContainText('不低于10973人时，等级即确定为“优”');
  await expect(row(way, /^最高总分/)).toContainText('94.02');
  const said = await copied(page, () => page.getByRole('button', { name: '复制这段话' }).click());
  expect(said).toContain('不超过10972人时，等级即确定为“良”。');
});

test('双因素: inputs, ends and values are chosen, and the arrow keys go from cell to cell', async ({ page }) => {
  await openTool(page, 'grid', '双因素');
  await page.getByLabel('横向', { exact: true }).selectOption({ label: '城镇职工大额医疗保险参保人数' });
  await page.getByLabel('纵向', { exact: true }).selectOption({ label: '制度执行有效性' });
  await page.getByLabel('横向从').fill('5000');
  await page.getByLabel('横向到').fill('11000');
  await page.getByRole('button', { name: '5', exact: true }).press('Enter');
  const grid = page.getByRole('grid');
  // 88.02 + 1.98 = 90.00 with 11000, 93.50 as it is, 1.25 more with the missing tick.
  await expect(grid.getByRole('gridcell', { name: '90.00 优' })).toBeVisible();
  const now = grid.locator('[aria-current]');
  await expect(now).toHaveText('93.50 优');
  await now.focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator(':focus')).toHaveText('94.75 优');
  await page.keyboard.press('ArrowLeft');
  await expect(grid.locator(':focus')).toHaveText('91.25 优');
  await page.keyboard.press('Home');
  await expect(grid.locator(':focus')).toHaveText('90.17 优'); // 88.02 + 6 × 5000/33333 = 0.90, and 1.25
  await page.keyboard.press('End');
  await expect(grid.locator(':focus')).toHaveText('94.75 优');
  await expect(main(page)).toContainText('其中总分最低的是');
  await page.getByLabel('横向从').fill('很多');
  await expect(page.getByText('“很多”不能用作“城镇职工大额医疗保险参保人数”的取值')).toBeVisible();
  await expect(page.getByLabel('横向从')).toHaveAttribute('aria-invalid', 'true');
  const text = await copied(page, () => page.getByRole('button', { name: '复制表格' }).click());
  expect(text).toContain('93.50 优');
});

test('权重: which weights keep the grade, and one of them as a line', async ({ page }) => {
  await openTool(page, 'weights', '权重');
  await page.getByLabel('查看指标').selectOption({ label: '　　单建统筹基金参保人数' });
  await expect(main(page)).toContainText('“单建统筹基金参保人数”的权重不超过17.96分（现为5分）时，等级仍为“优”');
  await expect(page.getByRole('img', { name: '总分随“单建统筹基金参保人数”的权重变化' })).toBeVisible();
  const of = page.getByRole('table', { name: '“单建统筹基金参保人数”的权重与总分' });
  await expect(row(of, '0～17.96分')).toContainText('优');
  const all = bars(page, /^等级不变的权重/);
  await expect(row(all, /^单建统筹基金参保人数/)).toContainText('0～17.96分');
  await expect(row(all, /^项目决策/)).toHaveCount(0);
  await page.getByRole('button', { name: '全部指标' }).press('Enter');
  await expect(row(all, /^项目决策/)).toContainText('0～100分'); // it has 10 of 10
});

test('换体系: another form, and one from a file, row by row', async ({ page }) => {
  await openTool(page, 'comparison', '换体系');
  await page.getByLabel('对照的体系').selectOption({ label: '台山市财政支出项目绩效评价表（1）' });
  await expect(main(page)).toContainText('按《台山市财政支出项目绩效评价表》得5.00～100.00分（等级未定）');
  const way = bars(page, /^从原体系的总分到新体系的总分/);
  await expect(row(way, /^项目决策/)).toContainText('−10.00');
  await expect(row(way, /^新体系已确定得分/)).toContainText('5.00');
  const file = page.getByLabel(/载入指标体系文件/);
  const load = (name, text) => file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await load('坏.json', '{');
  await expect(page.getByRole('alert').filter({ hasText: '不是完整的 JSON' })).toBeVisible();
  await expect(page.getByRole('table', { name: '逐项对照' })).toHaveCount(0);
  await load('新.json', await nextYear(page));
  await expect(main(page)).toContainText('得93.50分（“良”）'); // 优 from 94 on
  const rows = page.getByRole('table', { name: '逐项对照' });
  await expect(row(rows, '总分')).toContainText('优 → 良');
  await page.getByRole('button', { name: '全部指标' }).press('Enter');
  await expect(row(rows, /职工大额医疗补助发放准确率/)).toContainText('5.00');
});

/** Fukang's form as it is kept beside a saved assessment, in which 优 begins at 94. */
async function nextYear(page) {
  await page.goto('#/score');
  await page.locator('#entries-insured-all-actual').fill('30438');
  await isSaved(page);
  await page.locator('#entries-insured-all-actual').fill('30437');
  const kept = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('jiheng.rubric.'));
    return localStorage.getItem(key);
  });
  await page.goto('#/whatif/comparison');
  await expect(title(page, '换体系')).toBeVisible();
  return kept.replace('"min":"90"', '"min":"94"').replace(/"edition":"[^"]*"/, '"edition":"2025"');
}

test('an assessment of an older edition is opened by that edition and held against the newer one', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.locator('#entries-insured-all-actual').fill('33333');
  await isSaved(page);
  // As if the form at hand were a newer edition than the one it was saved under, where 优 began at 95.
  await page.evaluate(() => {
    const find = (prefix) => Object.keys(localStorage).find((key) => key.startsWith(prefix));
    const [form, own] = [find('jiheng.rubric.'), find('jiheng.assessment.')];
    const hash = form.slice('jiheng.rubric.'.length);
    const older = localStorage.getItem(form).replace('"min":"90"', '"min":"95"').replace(/"edition":"[^"]*"/, '"edition":"2023"');
    localStorage.setItem('jiheng.rubric.0123456789abcdef', older);
    localStorage.setItem(own, localStorage.getItem(own).split(hash).join('0123456789abcdef'));
  });
  await page.reload();
  await expect(total(page)).toHaveText('94.02');
  await expect(notice(page)).toContainText('仍按原版评分');
  await notice(page).getByRole('button', { name: '对照两版' }).click();
  await expect(title(page, '换体系')).toBeVisible({ timeout: 30_000 });
  await expect(main(page)).toContainText('得94.02分（“良”）');
  await expect(row(page.getByRole('table', { name: '逐项对照' }), '总分')).toContainText('良 → 优');
  await tab(page, '指标体系').click();
  await expect(main(page)).toContainText('95分'); // the older edition throughout
});

const TOOLS = { losses: '失分去向', range: '可能范围', grid: '双因素', weights: '权重', comparison: '换体系' };

for (const [width, height] of [[1440, 900], [375, 667]]) {
  test(`a form with blanks: axe finds nothing at ${width} px, and nothing scrolls sideways`, async ({ page, expectAccessible }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openExample(page, 'fukang');
    await page.locator('#entries-insured-all-actual').fill('');
    for (const [tool, name] of Object.entries(TOOLS)) {
      await page.goto(`#/whatif/${tool}`);
      await expect(title(page, name)).toBeVisible({ timeout: 30_000 });
      await test.step(`${name}, light`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'dark' });
      await test.step(`${name}, dark`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'light' });
      for (const narrow of [width, Math.min(width, 320)]) {
        await page.setViewportSize({ width: narrow, height });
        const over = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        expect(over, `${name} at ${narrow} px`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width, height });
    }
    await expect(notices(page)).toBeEmpty();
  });
}

test('Chromium 88 draws each of them', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const kernel = await launchOldKernel(88);
  try {
    await kernel.goto(baseURL);
    const card = `[...document.querySelectorAll('li')].find((card) => card.querySelector('h3')?.textContent === '${FORMS.fukang}')`;
    await kernel.until(card);
    await kernel.evaluate(`${card}.querySelector('button').click()`);
    await kernel.until(`document.querySelector('#entries-insured-all-actual')`);
    await kernel.evaluate(`{ const field = document.querySelector('#entries-insured-all-actual'); field.focus(); field.select(); }`);
    await kernel.type(' ');
    const drawn = {
      losses: '.bars__track .bars__lost',
      range: '.bars__track .bars__open',
      grid: '.heat .heat__cell',
      weights: '.plot .plot__line',
      comparison: '.bars__track .bars__lost',
    };
    for (const [tool, mark] of Object.entries(drawn)) {
      await kernel.evaluate(`location.hash = '#/whatif/${tool}'`);
      await kernel.until(`document.querySelector('#whatif-title')?.textContent === '${TOOLS[tool]}'`);
      await kernel.until(`[...document.querySelectorAll('${mark}')].some((mark) => mark.getBoundingClientRect().width > 5)`);
    }
    expect(kernel.troubles).toEqual([]);
  } finally {
    await kernel.close();
  }
});
