// The Xinjiang self-evaluation by keyboard, from the empty form to the published 88.37.
import { expect, test } from './fixtures.mjs';
import { Keyboard } from './keyboard.mjs';
import { card, facts, field, grade, points, row, total } from './page.mjs';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the whole Fukang self-evaluation is typed by keyboard from the empty form', async ({ page }) => {
  test.setTimeout(90_000);
  const keys = new Keyboard(page);
  const typed = async (name, label, text) => keys.type(field(page, name, label), text);
  await page.goto('');
  await keys.press(card(page, 'fukang-self').getByRole('button', { name: '从空表开始' }), 'Enter');
  await expect(total(page)).toHaveText('0.00');

  await keys.type(page.getByLabel('项目名称', { exact: true }), '2024年职工大额医疗补助项目');
  await keys.type(page.getByLabel('评价年度', { exact: true }), '2024');
  for (const [label, text] of [['年初预算数', '200'], ['全年预算数', '182.62'], ['全年执行数', '182.62']]) {
    await keys.type(facts(page).getByLabel(label, { exact: true }), text);
  }
  await expect(points(page, '预算执行率')).toHaveText('10.00');

  await typed('城镇职工大额医疗保险参保人数', '实际完成值', '30,437'); // as people type it
  await typed('单建统筹基金参保人数', '实际完成值', '4157');
  await typed('实施统账结合参保人数', '实际完成值', '26280');
  await typed('住院报销比例', '实际完成值', '100');
  await typed('资金支付完成时间', '实际完成日期', '12月25日'); // the year stands in the project data
  await keys.press(row(page, '职工大额医疗保险财政补助标准').getByRole('radio', { name: /^按标准执行/ }));
  await typed('大额医疗起付线', '实际完成值', '12');
  for (const name of ['参保群众及时享受医疗待遇', '减轻参保人员就医经济负担，缓解社会矛盾']) {
    await keys.press(row(page, name).getByRole('radio', { name: /^达到预期指标/ }));
    await typed(name, '得分', '10');
  }
  await typed('城镇职工大额医疗保险参保群众满意度', '实际完成值', '95');

  // The rows of the form: 7.83, 1.95, 4.58, 9.01, 5, then 10 each.
  const due = {
    城镇职工大额医疗保险参保人数: '7.83', 单建统筹基金参保人数: '1.95', 实施统账结合参保人数: '4.58', 住院报销比例: '9.01',
    资金支付完成时间: '5.00', 职工大额医疗保险财政补助标准: '10.00', 大额医疗起付线: '10.00', 参保群众及时享受医疗待遇: '10.00',
    '减轻参保人员就医经济负担，缓解社会矛盾': '10.00', 城镇职工大额医疗保险参保群众满意度: '10.00',
  };
  for (const [name, score] of Object.entries(due)) await expect(points(page, name), name).toHaveText(score);
  await expect(total(page)).toHaveText('88.37');
  await expect(grade(page)).toHaveText('良');
  keys.expectNoFaults();
});
