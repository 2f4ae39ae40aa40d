// What can't be read is named at its field; everything else keeps its points, and what was typed stays.
import { expect, test } from './fixtures.mjs';
import { card, chooseFile, facts, field, isSaved, notice, notices, openExample, openMore, points, projectFile, tab, total } from './page.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';
const SATISFACTION = '城镇职工大额医疗保险参保人员满意度';
const FORTY_DIGITS = '1234567890'.repeat(4);

/** The field says what is wrong, the row is not scored, the total counts the others, and the text stays. */
async function expectRefused(page, input, typed, message, name, rest) {
  await input.fill(typed);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(input).toHaveAccessibleDescription(message);
  await expect(points(page, name)).toHaveText('—');
  await expect(total(page)).toHaveText(rest);
  await expect(input).toHaveValue(typed);
}

const REFUSED = [
  // 93.50 − 5.48 = 88.02
  ['letters', INSURED, '实际完成值', 'abc', /实际完成值“abc”不是数字；请只写数字/, '88.02'],
  ['two points', INSURED, '实际完成值', '12..5', /“12\.\.5”不是数字/, '88.02'],
  ['a figure below zero', INSURED, '实际完成值', '-3', /“-3”小于0；请填0或大于0的数/, '88.02'],
  ['an exponent', INSURED, '实际完成值', '1e999', /“1e999”不是数字/, '88.02'],
  ['40 digits', INSURED, '实际完成值', FORTY_DIGITS, /超过15位有效数字；请减少位数/, '88.02'],
  ['a target of zero', INSURED, '目标值', '0', /目标值为0，不能作除数；请填大于0的数/, '88.02'],
  // 93.50 − 5
  ['a percentage above 100', '职工大额医疗补助发放准确率', '准确率', '100.01', /“100\.01”超过100%；请填0至100之间的数/, '88.50'],
  // 93.50 − 7.34
  ['more yes than answers', '减轻职工医疗经济负担', '选择“是”的份数', '123', /（123）大于有效问卷数（122）；请核对/, '86.16'],
  // 93.50 − 4.89; 93 + 11 + 15 + 4 = 123
  ['counts above the answers', SATISFACTION, '非常满意', '93', /人数合计123，大于有效问卷数122；请核对/, '88.61'],
];
for (const [what, name, label, typed, message, rest] of REFUSED) {
  test(`${what} is refused at the field`, async ({ page }) => {
    await openExample(page, 'fukang');
    await expectRefused(page, field(page, name, label), typed, message, name, rest);
    await expect(points(page, '单建统筹基金参保人数')).toHaveText('3.39');
    await expect(points(page, '制度执行有效性')).toHaveText('3.75');
  });
}

for (const typed of ['2024-02-30', '13月45日', '2024-12-']) {
  test(`the date ${typed}, which does not exist, is refused at the field`, async ({ page }) => {
    await openExample(page, 'fukang-self');
    const name = '资金支付完成时间';
    // 88.37 − 5
    await expectRefused(page, field(page, name, '实际完成日期'), typed, /不是有效日期；请写成 2024-12-25/, name, '83.37');
    await expect(points(page, '住院报销比例')).toHaveText('9.01');
  });
}

test('what can’t be read is saved as it was typed, and is still named after a reload', async ({ page }) => {
  await openExample(page, 'fukang');
  await field(page, INSURED, '实际完成值').fill('12..5');
  await isSaved(page);
  await page.reload();
  await expect(field(page, INSURED, '实际完成值')).toHaveValue('12..5');
  await expect(field(page, INSURED, '实际完成值')).toHaveAccessibleDescription(/不是数字/);
  await expect(total(page)).toHaveText('88.02');
});

test('an override above the weight is refused at the field', async ({ page }) => {
  await openExample(page, 'fukang');
  await openMore(page, INSURED);
  await field(page, INSURED, '调整得分').fill('7');
  await expect(field(page, INSURED, '调整得分')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, INSURED, '调整得分')).toHaveAccessibleDescription(/“7”不在0至6分之间；请填此范围内的分数/);
  await expect(total(page)).toHaveText('88.02');
  await field(page, INSURED, '调整得分').fill('5');
  await expect(field(page, INSURED, '调整得分')).toHaveAttribute('aria-invalid', 'false');
  await expect(total(page)).toHaveText('93.02');
});

test('points outside the picked level are refused at the field', async ({ page }) => {
  await openExample(page, 'fukang-self');
  const name = '参保群众及时享受医疗待遇';
  await field(page, name, '得分').fill('7.99'); // 达到预期 is 8 to 10
  await expect(field(page, name, '得分')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, name, '得分')).toHaveAccessibleDescription(/“7\.99”不在8至10分之间/);
  await expect(points(page, '住院报销比例')).toHaveText('9.01');
});

test('project data that can’t be read are named there, and only what hangs on them loses its points', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.getByRole('heading', { name: '项目信息' }).click(); // closed, since all of it is filled in
  await facts(page).getByLabel('到位资金').fill('18262万万');
  await expect(facts(page).getByLabel('到位资金')).toHaveAttribute('aria-invalid', 'true');
  await expect(facts(page).getByLabel('到位资金')).toHaveAccessibleDescription(/不是数字/);
  await expect(points(page, '资金到位率')).toHaveText('—');
  await expect(points(page, INSURED)).toHaveText('5.48');
  await expect(total(page)).toHaveText('87.50'); // both rates hang on it: 93.50 − 3 − 3
});

test('several bad entries at once are each named, and mending them brings the points back', async ({ page }) => {
  await openExample(page, 'fukang');
  await field(page, INSURED, '实际完成值').fill('abc');
  await field(page, '政策知晓率', '选择“是”的份数').fill('9.5');
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(2);
  await expect(field(page, '政策知晓率', '选择“是”的份数')).toHaveAccessibleDescription(/“9\.5”不是整数/);
  await expect(total(page)).toHaveText('80.87'); // 93.50 − 5.48 − 7.15
  await field(page, INSURED, '实际完成值').fill('30437');
  await field(page, '政策知晓率', '选择“是”的份数').fill('95');
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
  await expect(total(page)).toHaveText('93.50');
});

test('figures as people write them are read', async ({ page }) => {
  await openExample(page, 'fukang');
  for (const typed of ['30,437', '３０４３７', '3.0437万', '30437人', ' 30437 ']) {
    await field(page, INSURED, '实际完成值').fill(typed);
    await expect(field(page, INSURED, '实际完成值'), typed).toHaveAttribute('aria-invalid', 'false');
    await expect(points(page, INSURED), typed).toHaveText('5.48');
    await expect(field(page, INSURED, '实际完成值')).toHaveValue(typed);
  }
});

test('the go key of a keyboard on a screen sends nothing and loses nothing', async ({ page }) => {
  await openExample(page, 'fukang');
  const actual = field(page, INSURED, '实际完成值');
  await actual.fill('30436');
  const isStopped = await actual.evaluate((input) => new Promise((resolve) => {
    addEventListener('submit', (event) => resolve(event.defaultPrevented), { once: true });
    input.form.requestSubmit();
  }));
  expect(isStopped).toBe(true);
  await expect(actual).toHaveValue('30436');
});

test('the wheel never changes a figure', async ({ page }) => {
  await openExample(page, 'fukang');
  await field(page, INSURED, '实际完成值').click();
  await page.mouse.wheel(0, 240);
  await page.mouse.wheel(0, -480);
  await expect(field(page, INSURED, '实际完成值')).toHaveValue('30437');
});

const FILES = {
  'a torn project file': ['半份.json', '{"format":"jiheng-project","version":1,"assess', '内容不完整或已损坏'],
  'a foreign JSON file': ['package.json', '{"name":"jiheng","private":true}', '不是绩衡的项目文件'],
  'an empty file': ['空.json', '', '“空.json”打不开'],
  'a picture': ['图.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0, 1]), '不是文本文件'],
  'a newer project file': ['新.json', '{"format":"jiheng-project","version":99,"assessments":[]}', '由更新的版本保存'],
  'a figure that is a JSON number': ['数.json', projectFile({ version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: 30437 } } }), 'insured-all'],
  'an unknown form': ['别.json', projectFile({ version: 1, rubric: { id: 'elsewhere' } }), '“elsewhere”'],
};
for (const [what, [name, content, why]] of Object.entries(FILES)) {
  test(`${what} makes one notice, and what is open stays`, async ({ page }) => {
    await openExample(page, 'fukang');
    await field(page, INSURED, '实际完成值').fill('33333');
    await page.goto('#/');
    await chooseFile(page, name, content);
    await expect(notice(page)).toHaveCount(1);
    await expect(notices(page)).toContainText(why);
    await expect(card(page, 'fukang')).toBeVisible();
    await page.goto('#/score');
    await expect(total(page)).toHaveText('94.02');
  });
}

test('a truncated, a damaged and an empty share link each make one notice', async ({ page }) => {
  await openExample(page, 'fukang');
  await tab(page, '导出').click();
  const link = await page.getByRole('textbox', { name: /^链接/ }).inputValue();
  const payload = link.split('#/open/')[1];
  const broken = {
    截断: payload.slice(0, payload.length / 2),
    末位: payload.slice(0, -1),
    改动: payload.slice(0, 40) + (payload[40] === 'A' ? 'B' : 'A') + payload.slice(41),
    乱码: '!!!!',
    空: '',
  };
  for (const [what, text] of Object.entries(broken)) {
    await page.goto('about:blank');
    await page.goto(`#/open/${text}`);
    await expect(notice(page), what).toHaveCount(1);
    await expect(notices(page), what).toContainText('分享链接打不开');
    await expect(card(page, 'fukang'), what).toBeVisible();
  }
});
