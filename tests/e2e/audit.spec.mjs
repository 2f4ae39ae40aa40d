// The tab 核验: tables come in, what contradicts what goes out, and a table becomes an assessment.
import { card, choose, field, findings, fixture, flaw, letter, marked, openAudit, paste, reading, told, verdict } from './audit.mjs';
import { expect, test } from './fixtures.mjs';
import { downloaded, grade, isSaved, notices, row, saved, tab, total } from './page.mjs';

const APPENDIX = '项目支出部门评价指标评分';

/** 3 × 4 + 4 × 7 + 11 + 6 + 4 + 6 + 14 + 13 = 94 under a printed 95.0. */
const TOTAL_SUM = '表列95.0分，各行得分相加为94.0分';

test('the appendix of Futian is pasted, its contradiction read first, and the table scored', async ({ page, elsewhere }) => {
  await page.goto('');
  await page.getByRole('link', { name: '核验一张评分表' }).click();
  await paste(page, { html: await fixture('writer.html'), text: APPENDIX });
  await expect(verdict(page)).toHaveText('总分对不上');
  await expect(verdict(page)).toBeFocused();
  await expect(verdict(page)).toBeInViewport();
  await expect(findings(page).first()).toContainText(TOTAL_SUM);
  await expect(findings(page).first()).toContainText('矛盾');
  await expect(card(page, APPENDIX)).toContainText(/表列\s*95\.0/);
  await expect(card(page, APPENDIX)).toContainText(/按各行得分\s*94\.0/);

  // From the finding to its cell, and back.
  await findings(page).first().getByRole('button', { name: /^在表中查看/ }).click();
  const whole = marked(page, APPENDIX).getByRole('row').last();
  await expect(whole).toBeFocused();
  await expect(whole).toContainText('95.0[1]');
  await whole.getByRole('button', { name: '[1]' }).click();
  await expect(findings(page).first()).toBeFocused();

  await card(page, APPENDIX).getByRole('button', { name: /^在“评分”中打开/ }).click();
  await expect(total(page)).toHaveText('94.0');
  await expect(notices(page)).toContainText('17');
  await isSaved(page);
  await expect(page.getByRole('banner')).toContainText('由核验生成的指标体系');

  // It is an assessment like any other: explained, tried, exported, reloaded, handed on.
  await tab(page, '指标体系').click();
  await expect(page.getByRole('main')).toContainText('完成及时性');
  await tab(page, '推演').click();
  await expect(page.locator('#whatif-title')).toBeVisible();
  await tab(page, '导出').click();
  const file = await downloaded(page, () => page.getByRole('button', { name: /下载/ }).first().click());
  const link = await page.locator('#share-link').inputValue();
  await page.reload();
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('94.0');
  await elsewhere.goto(link);
  await expect(total(elsewhere)).toHaveText('94.0');
  await elsewhere.goto('#/');
  await elsewhere.locator('#file').setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
  await expect(total(elsewhere)).toHaveText('94.0');

  await page.goto('#/');
  await expect(saved(page)).toHaveCount(1);
  await expect(saved(page)).toContainText('自带指标体系');
  await saved(page).getByRole('button', { name: /^生成副本|^复制/ }).click();
  await expect(saved(page)).toHaveCount(2);
  await saved(page).first().getByRole('button').first().click();
  await expect(total(page)).toHaveText('94.0');
  await expect(grade(page)).toBeVisible();
});

for (const name of ['writer.html', 'word.html', 'calc.html', 'calc.tsv', 'calc.csv']) {
  test(`${name} gives the findings of the printed table`, async ({ page }) => {
    await openAudit(page);
    if (name.endsWith('.csv')) await choose(page, name, await fixture(name));
    else await paste(page, name.endsWith('.html') ? { html: await fixture(name), text: 'x' } : { text: await fixture(name) });
    await expect(verdict(page)).toHaveText('总分对不上');
    const all = await told(page);
    expect(all).toHaveLength(1);
    expect(all[0].at(-1)).toBe(TOTAL_SUM);
  });
}

test('a file in the encoding of Chinese Windows is read', async ({ page }) => {
  await openAudit(page);
  // 一级指标,分值,得分 / 决策,60,50 / 产出,40,40 / 合计,100,91 in GBK: the rows make 90.
  const gbk = [
    'd2bbbcb6d6b8b1ea2cb7d6d6b52cb5c3b7d6', 'bef6b2df2c36302c3530', 'b2fab3f62c34302c3430', 'bacfbcc62c3130302c3931',
  ];
  await choose(page, '表.csv', Buffer.from(gbk.join('0d0a'), 'hex'));
  await expect(findings(page).first()).toContainText('表列91分，各行得分相加为90分');
});

test('tables of body and annex are held against each other', async ({ page }) => {
  await openAudit(page);
  await page.getByRole('button', { name: '看一个例子' }).click();
  await expect(verdict(page)).toHaveText('总分对不上');
  await expect(findings(page)).toHaveCount(3);
  await expect(findings(page).nth(0)).toContainText(TOTAL_SUM);
  // 1812/19 = 95.37 and 1813/19 = 95.42: whole percents give no 95.39, if each sheet has one question.
  await expect(findings(page).nth(1)).toContainText('19份答卷得不出95.39%');
  await expect(findings(page).nth(2)).toContainText('此处为4.0');
  await expect(letter(page)).toContainText('经核对');
  await letter(page).getByRole('button', { name: '英文' }).click();
  await expect(letter(page)).toContainText('the rows add up to 94.0');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await letter(page).getByRole('button', { name: '复制核验意见' }).click();
  await expect(notices(page)).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('95.0 is printed, while the rows add up to 94.0');
  await marked(page, APPENDIX).getByRole('button', { name: /^复制标注后的表/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('95.0 [1]');
});

test('what came in is there after a reload and after another tab, and every change can be undone', async ({ page }) => {
  await openAudit(page);
  await page.getByRole('button', { name: '看一个例子' }).click();
  await reading(page, '附表').locator('summary').click();
  // The annex says 4.00 of the row that the body gives 5.00: as 5.0 its total holds.
  await reading(page, '附表').getByRole('textbox', { name: '第14行“得分”' }).fill('5.0');
  await expect(verdict(page)).toHaveText('没有算术矛盾，有1处需要说明');
  await page.reload();
  await expect(verdict(page)).toHaveText('没有算术矛盾，有1处需要说明');
  await page.goto('#/');
  await page.goto('#/audit');
  await expect(verdict(page)).toHaveText('没有算术矛盾，有1处需要说明');
  await page.getByRole('button', { name: '移除：《项目绩效评价指标体系》：17行' }).dblclick();
  await expect(page.getByRole('list', { name: '已读入' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('list', { name: '已读入' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(verdict(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(verdict(page)).toHaveText('没有算术矛盾，有1处需要说明');
});

test('a score that is printed over rows is declared to be one', async ({ page }) => {
  await openAudit(page);
  const rows = [
    '一级指标\t三级指标\t分值\t得分', '产出\t完成率\t75\t64', '效益\t经济效益\t5\t20', '\t社会效益\t5\t', '\t生态效益\t5\t', '\t可持续影响\t5\t', '\t满意度\t5\t', '合计\t\t100\t84',
  ];
  await paste(page, { text: rows.join('\n') });
  await expect(findings(page).first()).toContainText('20分，超过分值5分');
  await page.getByRole('button', { name: /^在“评分”中打开/ }).click();
  await expect(flaw(page).filter({ hasText: '合并' })).toBeVisible();
  await findings(page).first().getByRole('button', { name: '声明第2至6行合并计分' }).click();
  await expect(page.getByText('超过分值5分')).toHaveCount(0);
  await page.getByRole('button', { name: /^在“评分”中打开/ }).click();
  await expect(total(page)).toHaveText('84');
});

test('a column with an unusual name is assigned by hand', async ({ page }) => {
  await openAudit(page);
  const rows = ['甲\t乙\t丙', '决策\t60\t50', '产出\t40\t40', '合计\t100\t91'];
  await paste(page, { text: rows.join('\n') });
  await expect(flaw(page)).toBeVisible();
  await page.getByRole('combobox', { name: '列“甲”的含义' }).selectOption({ label: '三级指标（指标名称）' });
  await page.getByRole('combobox', { name: '列“乙”的含义' }).selectOption({ label: '分值（权重）' });
  await page.getByRole('combobox', { name: '列“丙”的含义' }).selectOption({ label: '得分' });
  await expect(findings(page).first()).toContainText('表列91分，各行得分相加为90分');
});

test('a table is typed in a grid by keyboard alone', async ({ page }) => {
  await openAudit(page);
  await page.getByRole('button', { name: '逐格录入' }).focus();
  await page.keyboard.press('Enter');
  const cell = (line, head) => page.getByRole('textbox', { name: `第${line}行“${head}”` });
  await expect(cell(1, '一级指标')).toBeVisible();
  await cell(1, '一级指标').focus();
  const keys = [['决策', '', '', '60', '', '', '55', ''], ['产出', '', '', '40', '', '', '40', ''], ['合计', '', '', '100', '', '', '96', '']];
  for (const [line, texts] of keys.entries()) {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await expect(cell(line + 1, '一级指标')).toHaveValue(texts[0]);
    await page.keyboard.press('Tab'); // over the button that deletes the next line
  }
  await expect(findings(page).first()).toContainText('表列96分，各行得分相加为95分');
  // A line more has the focus; cells that are pasted fill what is beside and below.
  await page.getByRole('button', { name: '增加一行' }).click();
  await expect(page.locator('.audit__grid input:focus')).toHaveValue('');
  await paste(page, { text: '效益\t\t\t5\t\t\t1' }, page.locator('.audit__grid input:focus'));
  await expect(findings(page).first()).toContainText('各指标合计105分');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(findings(page).first()).toContainText('表列96分，各行得分相加为95分');
});

test('where the browser keeps nothing the tab says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await openAudit(page);
  await page.getByRole('button', { name: '看一个例子' }).click();
  await expect(verdict(page)).toHaveText('总分对不上');
  await expect(notices(page)).toContainText('刷新或关闭后需要重新粘贴');
});

test('what is no table is refused by name at once, and the text is kept', async ({ page }) => {
  await openAudit(page);
  const alert = flaw(page);
  await paste(page, { text: '今天下午三点开会，请准时参加。' });
  await expect(alert).toContainText('没有找到表格');
  await expect(field(page)).toHaveValue('今天下午三点开会，请准时参加。');
  await field(page).fill('');
  await expect(alert).toHaveCount(0);

  await paste(page, { text: '姓名\t电话\n甲\t一\n乙\t二' });
  await expect(alert).toContainText('“姓名”“电话”');
  await page.getByRole('button', { name: '全部清空' }).click();

  await choose(page, '表.xlsx', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73) % 256)));
  await expect(alert).toContainText('这不是文字或网页内容');
  await choose(page, '大.csv', Buffer.alloc(49 << 20, '决策,10,9\n'));
  await expect(alert).toContainText('49 MB');

  await field(page).fill('手里的字');
  await page.evaluate((id) => {
    const data = new DataTransfer();
    data.setData('text/plain', '决策\t10\t9\n'.repeat(5 << 20));
    document.getElementById(id).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, 'audit-text');
  await expect(alert).toContainText('超过4 MB');
  await expect(field(page)).toHaveValue('手里的字');
  await field(page).fill('');
  await page.getByRole('button', { name: '看一个例子' }).click();
  await expect(verdict(page)).toHaveText('总分对不上');
});

test('a table of 2,000 rows is shown by what is wrong with it, and whole when asked for', async ({ page }) => {
  await openAudit(page);
  // A row in a hundred is a point above its weight of 1.
  const rows = Array.from({ length: 2000 }, (_, at) => `组${Math.floor(at / 20)}\t事项${at}\t1\t${at % 100 ? 1 : 2}`);
  await paste(page, { text: ['一级指标\t二级指标\t分值\t得分', ...rows].join('\n') });
  await expect(findings(page).first()).toBeVisible();
  const table = page.locator('.audit__table tbody tr');
  await expect(table).toHaveCount(20);
  await page.getByRole('button', { name: '显示全部2000行' }).click();
  await expect(table).toHaveCount(2000);
});

for (const width of [1440, 768, 375]) {
  test(`axe finds nothing on 核验 at ${width} px`, async ({ page, expectAccessible }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openAudit(page);
    await test.step('empty', expectAccessible);
    await page.getByRole('button', { name: '看一个例子' }).click();
    await expect(verdict(page)).toBeVisible();
    await page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await test.step('Chinese, light', expectAccessible);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('button', { name: /切换语言/ }).click();
    await expect(verdict(page)).toHaveText('The total does not hold');
    await page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
    await test.step('English, dark', expectAccessible);
  });
}

test('nothing on 核验 scrolls sideways at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAudit(page);
  await page.getByRole('button', { name: '看一个例子' }).click();
  await expect(verdict(page)).toBeVisible();
  await page.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('on paper the report has the findings and the marked tables', async ({ page }) => {
  await openAudit(page);
  await page.getByRole('button', { name: '看一个例子' }).click();
  await expect(verdict(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(findings(page).first()).toBeVisible();
  await expect(marked(page, APPENDIX)).toBeVisible();
  for (const hidden of [field(page), page.getByRole('banner'), letter(page)]) await expect(hidden).toBeHidden();
  await expect(row(page, '完成及时性')).toHaveCount(0);
});
