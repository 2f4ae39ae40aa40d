// Forms from outside: a good one scores like any other; of a bad one everything that is wrong is told.
import { chooseFile, field, isSaved, notice, row, saved, tab, total } from './page.mjs';
import { expect, test } from './fixtures.mjs';
import { ownRubric } from './own.mjs';

const list = (page) => page.getByRole('region', { name: /没有打开$|was not opened/ });
const items = (page) => list(page).getByRole('listitem');
const at = (page, path) => items(page).filter({ has: page.getByText(path, { exact: true }) });
const firstLeaf = (rubric) => {
  let leaf = rubric.indicators[0];
  while (leaf.children) [leaf] = leaf.children;
  return leaf;
};

test('of a file with five different faults all five are told', async ({ page, expectAccessible }) => {
  const bad = ownRubric((rubric) => {
    rubric.indicators[0].weight = '11';
    rubric.grades.pop();
    rubric.indicators[1].id = rubric.indicators[0].id;
    firstLeaf(rubric).source = 'nowhere';
    delete firstLeaf(rubric).scoring;
  });
  await page.goto('');
  await chooseFile(page, 'bad.json', bad);
  await expect(page.getByRole('heading', { name: /^指标体系“bad\.json”有\d处错误，没有打开$/ })).toBeFocused();
  for (const told of ['一级指标分值合计101', '下级指标分值合计10.0，与本级分值11不等', '评价等级未覆盖到0分', '重复；请改成不同的标识', '出处“nowhere”不在来源清单中', '下级指标与评分标准须有且只有其一']) {
    await expect(items(page).filter({ hasText: told })).toHaveCount(1);
  }
  await expectAccessible();
  await page.getByRole('button', { name: /中 \/ EN/ }).click();
  await expect(items(page).filter({ hasText: 'The source “nowhere” is not listed' })).toHaveCount(1);
  await list(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(list(page)).toHaveCount(0);
});

test('of a file in the wrong shape every place is told', async ({ page }) => {
  const bad = ownRubric((rubric) => {
    rubric.colour = 'red';
    rubric.fullScore = 100;
    rubric.layout = 'sheet';
    rubric.grades[0].min = '9O';
    delete firstLeaf(rubric).name;
  });
  await page.goto('');
  await chooseFile(page, 'bad.json', bad);
  await expect(items(page)).toHaveCount(5);
  await expect(at(page, 'fullScore')).toContainText('这里应是带引号的数字，如 "12.50"，现在是不带引号的数字');
  await expect(at(page, 'colour')).toContainText('没有“colour”这个字段');
  await expect(at(page, 'layout')).toContainText('“sheet”不是这里可用的取值');
  await expect(at(page, 'grades[0].min')).toContainText('“9O”不能用作数字');
  await expect(items(page).filter({ hasText: '缺少字段“name”' })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1, name: '绩效评价评分' }).or(page.locator('.start__title'))).toBeVisible();
});

test('the name of a preset is not taken', async ({ page }) => {
  await page.goto('');
  await chooseFile(page, 'mine.json', ownRubric((rubric) => { rubric.id = 'fukang'; }));
  await expect(items(page)).toHaveText([/标识“fukang”是内置指标体系的/]);
});

test('an id that is more than letters, digits and hyphens is told', async ({ page }) => {
  await page.goto('');
  await chooseFile(page, 'mine.json', ownRubric((rubric) => { rubric.id = '城 市/../表'; }));
  await expect(items(page)).toHaveText([/标识“城 市\/\.\.\/表”不能使用/]);
});

test('a sound form of one\'s own opens, scores, is there after a reload, and is exported', async ({ page }) => {
  await page.goto('');
  await chooseFile(page, 'city.json', ownRubric());
  await expect(total(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('本市 · 第三方评价');
  await field(page, '城镇职工大额医疗保险参保人数', '目标值').fill('33333');
  await field(page, '城镇职工大额医疗保险参保人数', '实际完成值').fill('30437');
  await expect(row(page, '城镇职工大额医疗保险参保人数')).toContainText('5.48');
  await isSaved(page);
  await page.reload();
  await expect(row(page, '城镇职工大额医疗保险参保人数')).toContainText('5.48');
  await tab(page, '指标体系').click();
  await expect(page.getByRole('heading', { name: '本市项目评分表' }).last()).toBeVisible();
  await expect(page.getByText('2024').first()).toBeVisible();
  await tab(page, '导出').click();
  await expect(page.getByRole('article').first()).toContainText('5.48');
  await page.goto('#/');
  await expect(saved(page)).toContainText('自带指标体系');
});

test('warnings alone do not keep it from opening, and are told', async ({ page }) => {
  await page.goto('');
  await chooseFile(page, 'city.json', ownRubric((rubric) => {
    const leaf = firstLeaf(rubric);
    leaf.scoring.modifiers = [{ kind: 'deduction', id: 'late', label: { zh: '迟报' }, points: '50' }];
  }));
  await expect(total(page)).toBeVisible();
  await notice(page).getByRole('button', { name: '查看指标体系' }).click();
  await expect(page.getByText('最多扣50分，超过分值')).toBeVisible();
});

test('the address opens a form of this site, and is where a reload finds it', async ({ page }) => {
  await page.route('**/rubrics/city.json', (route) => route.fulfill({ body: ownRubric(), contentType: 'application/json' }));
  await page.goto('?rubric=rubrics/city.json');
  await expect(total(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('本市项目评分表');
  await page.reload();
  await expect(page.getByRole('banner')).toContainText('本市项目评分表');
  await expect(total(page)).toBeVisible();
});

for (const elsewhere of ['https://portal.example.gov.cn/city.json', '//portal.example.gov.cn/city.json', '/city.json', 'data:application/json,a.json']) {
  test(`the address opens nothing of ${elsewhere}`, async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`?rubric=${encodeURIComponent(elsewhere)}`);
    await expect(notice(page)).toContainText('指标体系只能取自本站');
    expect(asked.filter((url) => /city|data:app/.test(url.split('?')[0]))).toEqual([]);
  });
}

for (const id of ['https://portal.example.gov.cn/a.js#', '//portal.example.gov.cn/a.js?', 'desk.js?', 'rubrics/none.js#']) {
  test(`the address fetches nothing by the name of a form ${id}`, async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`?preset=${encodeURIComponent(id)}`);
    await expect(notice(page)).toContainText('本站不提供指标体系');
    expect(asked.filter((path) => /\/(a|desk|none)\.js$|\/rubric$/.test(path))).toEqual([]);
  });
}
