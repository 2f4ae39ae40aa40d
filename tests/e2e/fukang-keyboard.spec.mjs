// The main job by keyboard: from the empty form to the published score of Fukang.
import { expect, test } from './fixtures.mjs';
import { Keyboard } from './keyboard.mjs';
import { card, facts, field, grade, line, points, row, subtotal, tool, total } from './page.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PROJECT = {
  项目名称: '2024年职工大额医疗补助项目',
  实施单位: '阜康市医疗保障局',
  主管部门: '阜康市医疗保障局',
  评价年度: '2024',
  评价机构: '第三方评价机构',
};
// 200 in the self-evaluation of annex 7; 182.62 − 200 = −17.38; 122 questionnaires came back.
const FACTS = { 年初预算数: '200', 年中增减: '-17.38', 全年预算数: '182.62', 到位资金: '182.62', 全年执行数: '182.62', 有效问卷数: '122' };

const tick = (page, name, item) => row(page, name).getByRole('checkbox', { name: item });

/** Ticks each item of a checklist but the missed ones. */
async function tickAll(keys, page, name, missed = []) {
  for (const box of await row(page, name).getByRole('group', { name: '要点' }).getByRole('checkbox').all()) {
    const label = await box.evaluate((element) => element.closest('label').innerText);
    if (!missed.some((item) => label.includes(item))) await keys.press(box);
  }
}

test('the whole Fukang evaluation is typed by keyboard from the empty form', async ({ page }) => {
  test.setTimeout(120_000);
  const keys = new Keyboard(page);
  await page.goto('');
  await keys.press(card(page, 'fukang').getByRole('button', { name: '从空表开始' }), 'Enter');
  await expect(total(page)).toHaveText('0.00');
  await expect(grade(page)).toHaveText('未定');

  for (const [label, text] of Object.entries(PROJECT)) await keys.type(page.getByLabel(label, { exact: true }), text);
  for (const [label, text] of Object.entries(FACTS)) await keys.type(facts(page).getByLabel(label, { exact: true }), text);

  // 决策: nothing missed.
  await tickAll(keys, page, '立项依据充分性');
  await keys.press(row(page, '立项程序规范性').getByRole('button', { name: '全部符合' }));
  await tickAll(keys, page, '绩效目标合理性');
  await tickAll(keys, page, '绩效指标明确性');
  await tickAll(keys, page, '预算编制科学性');
  await tickAll(keys, page, '资金分配合理性');
  await expect(subtotal(page, '项目决策')).toContainText('10.00');

  // 过程: two rates come from the project data; the archive is incomplete, 5 − 5/4 = 3.75.
  await expect(points(page, '资金到位率')).toHaveText('3.00');
  await expect(points(page, '预算执行率')).toHaveText('3.00');
  await tickAll(keys, page, '资金使用合规性');
  await tickAll(keys, page, '管理制度健全性');
  await tickAll(keys, page, '制度执行有效性', ['资料齐全并及时归档']);
  await keys.press(row(page, '制度执行有效性').getByRole('button', { name: '更多' }), 'Enter');
  await keys.type(field(page, '制度执行有效性', '说明'), '单据未附补助人员名单，归档资料不完整');
  await tickAll(keys, page, '项目质量可控性');
  await tickAll(keys, page, '自评及整改');
  await expect(points(page, '制度执行有效性')).toHaveText('3.75');
  await expect(subtotal(page, '项目过程')).toContainText('23.75');

  // 产出: targets are prefilled; a slip of the finger is mended by going back.
  await keys.type(field(page, '城镇职工大额医疗保险参保人数', '实际完成值'), '3043');
  await keys.type(field(page, '单建统筹基金参保人数', '实际完成值'), '4157');
  await keys.go(field(page, '城镇职工大额医疗保险参保人数', '实际完成值'), 'Shift+Tab');
  await page.keyboard.type('30437');
  await keys.type(field(page, '实施统账结合参保人数', '实际完成值'), '26280');
  await keys.type(row(page, '职工大额医疗补助发放准确率').getByRole('textbox').first(), '100');
  await keys.press(row(page, '职工大额医疗补助及时率').getByRole('radio', { name: /^按计划及时/ }));
  await keys.strike('ArrowDown');
  await expect(points(page, '职工大额医疗补助及时率')).toHaveText('0.00');
  await keys.strike('ArrowUp');
  await expect(points(page, '职工大额医疗补助及时率')).toHaveText('5.00');
  await keys.type(field(page, '统筹基金最高支付限额', '实际完成值'), '18');
  await keys.type(field(page, '大额医疗起付线', '实际完成值'), '12');
  await expect(subtotal(page, '项目产出')).toContainText('32.70');

  // 效益: asked comes from the project data.
  await keys.type(field(page, '减轻职工医疗经济负担', '选择“是”的份数'), '112');
  await keys.type(field(page, '优化社会医疗保障体系', '选择“是”的份数'), '117');
  await keys.type(field(page, '政策知晓率', '选择“是”的份数'), '95');
  const answers = { 非常满意: '92', 比较满意: '11', 满意: '15', 一般: '4', 不满意: '0' };
  for (const [label, count] of Object.entries(answers)) await keys.type(field(page, '城镇职工大额医疗保险参保人员满意度', label), count);
  await expect(subtotal(page, '项目效益')).toContainText('27.05');

  await expect(total(page)).toHaveText('93.50');
  await expect(grade(page)).toHaveText('优');
  await expect(line(page, '城镇职工大额医疗保险参保人数')).toHaveText('完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分');
  keys.expectNoFaults();
});

test('undo, redo, tabs and language work by keyboard', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto('');
  await keys.press(card(page, 'fukang').getByRole('button', { name: '打开已公布的示例' }), 'Enter');
  await expect(total(page)).toHaveText('93.50');
  await keys.press(tick(page, '管理制度健全性', '制度合法合规完整'));
  await expect(total(page)).toHaveText('91.50'); // one of two missed: 4 − 2
  await keys.strike('Control+z');
  await expect(total(page)).toHaveText('93.50');
  await keys.strike('Control+y');
  await expect(total(page)).toHaveText('91.50');
  await keys.go(tool(page, '撤销'), 'Shift+Tab');
  await keys.strike('Enter');
  await expect(total(page)).toHaveText('93.50');
  await keys.press(page.getByRole('link', { name: '指标体系', exact: true }), 'Enter');
  await expect(page.getByRole('heading', { name: '指标、权重与规则' })).toBeVisible();
  await keys.press(page.getByRole('button', { name: /切换语言|switch language/ }), 'Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  keys.expectNoFaults();
});

test('the skip link leads past the header, and Enter from one figure to the next', async ({ page }) => {
  await page.goto('');
  const keys = new Keyboard(page);
  await keys.press(card(page, 'fukang').getByRole('button', { name: '打开已公布的示例' }), 'Enter');
  await expect(total(page)).toHaveText('93.50');
  await keys.press(page.getByRole('link', { name: '跳到正文' }), 'Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await keys.go(field(page, '城镇职工大额医疗保险参保人数', '实际完成值'));
  await keys.strike('Enter');
  await expect(field(page, '单建统筹基金参保人数', '目标值')).toBeFocused();
});
