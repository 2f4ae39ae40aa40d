// Each published example, opened from its card, shows the figures of its document.
import { expect, test } from './fixtures.mjs';
import { article, cells, grade, line, openExample, points, subtotal, tab, total } from './page.mjs';

// Tables 4-1 to 4-4 of the Fukang report.
const FUKANG = {
  // 4-1 项目决策: 10
  立项依据充分性: '1.50', 立项程序规范性: '1.50', 绩效目标合理性: '2.00', 绩效指标明确性: '1.50', 预算编制科学性: '2.00', 资金分配合理性: '1.50',
  // 4-2 项目过程: 23.75
  资金到位率: '3.00', 预算执行率: '3.00', 资金使用合规性: '3.00', 管理制度健全性: '4.00', 制度执行有效性: '3.75', 项目质量可控性: '3.00', 自评及整改: '4.00',
  // 4-3 项目产出: 32.70
  城镇职工大额医疗保险参保人数: '5.48', 单建统筹基金参保人数: '3.39', 实施统账结合参保人数: '4.83', 职工大额医疗补助发放准确率: '5.00',
  职工大额医疗补助及时率: '5.00', 统筹基金最高支付限额: '5.00', 大额医疗起付线: '4.00',
  // 4-4 项目效益: 27.05
  减轻职工医疗经济负担: '7.34', 优化社会医疗保障体系: '7.67', 政策知晓率: '7.15', 城镇职工大额医疗保险参保人员满意度: '4.89',
};
// The self-evaluation form in annex 7.
const FUKANG_SELF = {
  预算执行率: '10.00', 城镇职工大额医疗保险参保人数: '7.83', 单建统筹基金参保人数: '1.95', 实施统账结合参保人数: '4.58', 住院报销比例: '9.01',
  资金支付完成时间: '5.00', 职工大额医疗保险财政补助标准: '10.00', 大额医疗起付线: '10.00', 参保群众及时享受医疗待遇: '10.00',
  '减轻参保人员就医经济负担，缓解社会矛盾': '10.00', 城镇职工大额医疗保险参保群众满意度: '10.00',
};
// Table 1-3 of the Futian report, where it prints less than full marks, and some of the others.
const SHENZHEN = { 立项依据充分性: '3.00', 资金到位率: '4.00', 实际完成率: '11.00', 质量达标率: '6.00', 完成及时性: '5.00', 成本节约率: '6.00', 社会效益: '14.00', 服务对象满意度: '13.00' };
// The Taishan form: 5 1 3 / 2 8 5 2 / 4 8 3 / 9 9 5 / block 20.
const TAISHAN = {
  绩效目标合理性: '5.00', 绩效指标明确性: '1.00', 预算编制准确性: '3.00',
  财务制度健全性: '2.00', 资金使用合规性: '8.00', 预算支出完成率: '5.00', 财务监控有效性: '2.00',
  管理制度健全性: '4.00', 组织实施合规性: '8.00', 项目质量可控性: '3.00',
  实际完成数: '9.00', 质量达标数: '9.00', 完成及时性: '5.00',
};

const EXAMPLES = [
  { form: 'fukang', total: '93.50', grade: '优', groups: { 项目决策: '10.00', 项目过程: '23.75', 项目产出: '32.70', 项目效益: '27.05' }, rows: FUKANG },
  { form: 'fukang-self', total: '88.37', grade: '良', groups: { 产出指标: '28.37', 成本指标: '20.00', 效益指标: '20.00' }, rows: FUKANG_SELF },
  { form: 'shenzhen', total: '95.00', grade: '优', groups: { 决策: '20.00', 过程: '20.00', 产出: '28.00', 效益: '27.00' }, rows: SHENZHEN },
  { form: 'jinzhong', total: '100.00', grade: '优', groups: { 投入: '20.00', 过程: '20.00', 产出: '30.00', 效果: '30.00' }, rows: { 项目立项规范性: '3.00', 实际完成率: '8.00', 生态效益: '0.00' } },
  { form: 'taishan', total: '84.00', grade: '良', groups: { 项目立项: '9.00', 项目管理: '32.00', 项目绩效: '43.00', 项目效益: '20.00' }, rows: TAISHAN },
  // 9.50 + 48.47 + 26 + 9.78, worked out in the cases of the form.
  { form: 'national-self', total: '93.75', grade: '优', groups: { 产出指标: '48.47', 效益指标: '26.00' }, rows: { 预算执行率: '9.50' } },
];

for (const example of EXAMPLES) {
  test(`the ${example.form} example shows ${example.total} ${example.grade} and the figures of its rows`, async ({ page }) => {
    await openExample(page, example.form);
    await expect(total(page)).toHaveText(example.total);
    await expect(grade(page)).toHaveText(example.grade);
    for (const [group, score] of Object.entries(example.groups)) {
      await expect.soft(subtotal(page, group).locator('.subtotal__points'), group).toHaveText(score);
    }
    for (const [name, score] of Object.entries(example.rows)) await expect.soft(points(page, name), name).toHaveText(score);
  });
}

test('the Fukang example prints the derivations of the report', async ({ page }) => {
  await openExample(page, 'fukang');
  await expect(line(page, '资金到位率')).toHaveText('资金到位率=(182.62/182.62)×100%=100%，得3分');
  await expect(line(page, '城镇职工大额医疗保险参保人数')).toHaveText('完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分');
  await expect(line(page, '单建统筹基金参保人数')).toHaveText('完成率=(4157/6130)×100%=67.81%，扣1.61分，得3.39分');
  await expect(line(page, '实施统账结合参保人数')).toHaveText('完成率=(26280/27203)×100%=96.61%，扣0.17分，得4.83分');
});

test('the other tables of the Fukang report come out with their figures', async ({ page }) => {
  await openExample(page, 'fukang');
  await tab(page, '导出').click();

  // Table 3-1.
  const summary = article(page, '绩效得分情况表');
  expect.soft(await cells(summary, '权重')).toEqual(['权重', '10', '25', '35', '30', '100']);
  expect.soft(await cells(summary, '得分')).toEqual(['得分', '10', '23.75', '32.7', '27.05', '93.5']);
  // The issue writes 93.50%, the report 93.5%.
  expect.soft(await cells(summary, '得分率')).toEqual(['得分率', '100%', '95%', '93.43%', '90.17%', '93.5%']);
  await expect.soft(summary).toContainText('最终评价得分：93.5分，评价等级：“优”。');
  await expect.soft(summary).toContainText('项目决策类指标权重为10分，得分为10分，得分率为100%。');
  await expect.soft(summary).toContainText(/项目过程类指标权重为25分，得分为23\.75分，得分率为95%，主要原因为.+。/);
  await expect.soft(summary).toContainText(/项目产出类指标权重为35分，得分为32\.7分，得分率为93\.43%，主要原因为.+。/);
  await expect.soft(summary).toContainText(/项目效益类指标权重为30分，得分为27\.05分，得分率为90\.17%，主要原因为.+。/);

  // Tables 4-1 to 4-4 with their opening sentences, and the closing sentence of the first output row.
  const output = article(page, '项目产出指标得分情况');
  await expect.soft(output).toContainText('项目产出类指标从产出数量、产出质量、产出时效、产出成本四个方面进行考察，分值35分，实际得分32.7分。');
  await expect.soft(output).toContainText('综上所述，该指标满分6分，扣0.52分，得分5.48分。');
  await expect.soft(article(page, '项目决策指标得分情况')).toContainText('分值10分，实际得分10分。');
  await expect.soft(article(page, '项目过程指标得分情况')).toContainText('综上所述，该指标满分5分，扣1.25分，得分3.75分。');
  await expect.soft(article(page, '项目效益指标得分情况')).toContainText('综上所述，该指标满分6分，扣1.11分，得分4.89分。');
  expect.soft((await cells(output, '合计')).at(-1)).toBe('32.7');

  // Annex 1: deduction, score and rate of each row; 7.67/8 = 95.875 %, 7.15/8 = 89.375 %.
  const sheet = article(page, '综合评分表');
  const due = {
    城镇职工大额医疗保险参保人数: ['0.52', '5.48', '91.33%'], 单建统筹基金参保人数: ['1.61', '3.39', '67.80%'], 实施统账结合参保人数: ['0.17', '4.83', '96.60%'],
    制度执行有效性: ['1.25', '3.75', '75%'], 减轻职工医疗经济负担: ['0.66', '7.34', '91.75%'], 优化社会医疗保障体系: ['0.33', '7.67', '95.88%'],
    政策知晓率: ['0.85', '7.15', '89.38%'], 城镇职工大额医疗保险参保人员满意度: ['1.11', '4.89', '81.50%'], 合计: ['6.5', '93.5', '93.50%'],
  };
  for (const [name, figures] of Object.entries(due)) expect.soft((await cells(sheet, name)).slice(-3), name).toEqual(figures);

  // Table 3-2, the budget and the survey of annex 4.
  const goal = await cells(article(page, '绩效目标及指标完成情况表'), '单建统筹基金参保人数');
  expect.soft(goal).toEqual(expect.arrayContaining(['≥6130人', '4157人']));
  const budget = await cells(article(page, '项目资金预算明细表'), '2024年职工大额医疗补助项目');
  expect.soft(budget.slice(1)).toEqual(['200', '-17.38', '182.62', '182.62', '100%']);
  const answers = article(page, '问卷调查结果统计').getByRole('table', { name: '城镇职工大额医疗保险参保人员满意度' });
  const shares = { 非常满意: ['92', '75.41%'], 比较满意: ['11', '9.02%'], 满意: ['15', '12.3%'], 一般: ['4', '3.28%'], 不满意: ['0', '0%'] };
  for (const [option, figures] of Object.entries(shares)) expect.soft(await cells(answers, option)).toEqual([option, ...figures]);
  const awareness = article(page, '问卷调查结果统计').getByRole('table', { name: '政策知晓率' });
  expect.soft(await cells(awareness, '是')).toEqual(['是', '95', '77.87%']);
});

test('the tables of the other documents come out with their figures', async ({ page }) => {
  await openExample(page, 'fukang-self');
  await tab(page, '导出').click();
  const form = article(page, '项目支出绩效自评表');
  expect.soft((await cells(form, '年度资金总额')).slice(-6)).toEqual(['200', '182.62', '182.62', '10', '100%', '10']);
  expect.soft(await cells(form, '住院报销比例')).toEqual(expect.arrayContaining(['10', '≥91%', '=100%', '109.89%', '9.01', '历史标准', '工作资料']));
  expect.soft(await cells(form, '总分')).toEqual(expect.arrayContaining(['100', '88.37', '良']));

  await openExample(page, 'shenzhen');
  await tab(page, '导出').click();
  // Table 1-1: 260.00 − 1.10 = 258.90.
  expect.soft((await cells(article(page, '项目资金预算明细表'), '区退休职工管理')).slice(1)).toEqual(['260.00', '-1.10', '258.90', '258.90', '100%']);
  const list = article(page, '绩效评价指标得分表');
  expect.soft((await cells(list, '实际完成率（12）')).at(-1)).toBe('11.00');
  expect.soft((await cells(list, '合计')).at(-1)).toBe('95.00');

  await openExample(page, 'jinzhong');
  await tab(page, '导出').click();
  const scores = article(page, '评分表');
  for (const [name, weight, score] of [['投入：', '20', '20.00'], ['效果：', '30', '30.00'], ['综合得分', '100', '100.00']]) {
    expect.soft(await cells(scores, name)).toEqual([name, weight, score]);
  }
  expect.soft(await cells(article(page, '绩效目标实现情况'), '各县申报互助补偿金')).toEqual(expect.arrayContaining(['10-11月', '100%']));

  await openExample(page, 'taishan');
  await tab(page, '导出').click();
  expect.soft(await cells(article(page, '绩效评价评分表'), '评价得分')).toEqual(expect.arrayContaining(['良', '84.00']));
});
