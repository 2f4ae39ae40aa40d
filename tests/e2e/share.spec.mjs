// What leaves the page: share link, project file, copied tables, paper.
import { expect, test } from './fixtures.mjs';
import { article, cells, chooseFile, downloaded, field, grade, line, notices, openExample, openMore, points, row, tab, total } from './page.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';
const linkOf = (page) => page.getByRole('textbox', { name: /^链接/ }).inputValue();

/** The Fukang example with one change and one note of its own: 93.50 + 0.52. */
async function changed(page) {
  await openExample(page, 'fukang');
  await field(page, INSURED, '实际完成值').fill('33,333');
  await openMore(page, INSURED);
  await field(page, INSURED, '说明').fill('<b>"核对"</b> & 𠮷');
  await expect(total(page)).toHaveText('94.02');
}

async function expectChanged(page) {
  await expect(total(page)).toHaveText('94.02');
  await expect(grade(page)).toHaveText('优');
  await expect(field(page, INSURED, '实际完成值')).toHaveValue('33,333');
  await expect(points(page, '政策知晓率')).toHaveText('7.15');
  await openMore(page, INSURED);
  await expect(field(page, INSURED, '说明')).toHaveValue('<b>"核对"</b> & 𠮷');
}

test('a share link carries the whole evaluation to another computer, without a request', async ({ page, elsewhere }) => {
  await changed(page);
  await tab(page, '导出').click();
  await expect(page.getByText(/拿到链接的人能看到全部填报内容/)).toBeVisible();
  const link = await linkOf(page);
  expect(link).toMatch(/#\/open\/[\w-]+$/);
  await elsewhere.goto(link);
  await expectChanged(elsewhere);
  await expect(elsewhere).toHaveURL(/#\/score$/);
  await tab(elsewhere, '导出').click();
  expect(await linkOf(elsewhere)).toBe(link);
});

test('opening a link leaves what was saved before alone', async ({ page, context }) => {
  await changed(page);
  await tab(page, '导出').click();
  const link = await linkOf(page);
  const other = await context.newPage();
  await openExample(other, 'taishan');
  await other.goto(link);
  await expect(total(other)).toHaveText('94.02');
  await expect(total(page)).toHaveCount(0); // the first tab still shows its documents
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('94.02');
});

test('a project file goes out and comes in as it was', async ({ page, elsewhere }) => {
  await changed(page);
  await tab(page, '导出').click();
  const file = await downloaded(page, () => page.getByRole('button', { name: '下载项目文件' }).click());
  expect(file.name).toBe('2024年职工大额医疗补助项目.json');
  const { format, version, assessments } = JSON.parse(file.text);
  expect({ format, version, many: assessments.length }).toEqual({ format: 'jiheng-project', version: 1, many: 1 });
  expect(assessments[0].assessment.rubric.hash).toMatch(/^[0-9a-f]{16}$/);
  await elsewhere.goto('');
  await chooseFile(elsewhere, file.name, file.text);
  await expectChanged(elsewhere);
});

test('documents are copied as HTML for Word and as tab-separated text for Excel', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExample(page, 'fukang');
  await tab(page, '导出').click();
  await article(page, '绩效得分情况表').getByRole('button', { name: '复制：绩效得分情况表' }).click();
  await expect(notices(page)).toContainText('已复制“绩效得分情况表”');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { types: item.types, html: await text('text/html'), plain: await text('text/plain') };
  });
  expect(copied.types).toEqual(expect.arrayContaining(['text/html', 'text/plain']));
  expect(copied.plain).toContain('\n权重\t10\t25\t35\t30\t100');
  expect(copied.plain).toContain('\n得分率\t100%\t95%\t93.43%\t90.17%\t93.5%');
  expect(copied.html).toMatch(/<table/);
  expect(copied.html).toMatch(/<td[^>]*>32\.7<\/td>/);
  expect(copied.html).toContain('项目产出类指标权重为35分，得分为32.7分，得分率为93.43%');

  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(notices(page)).toContainText('链接已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await linkOf(page));
});

test('documents follow what is entered', async ({ page }) => {
  await changed(page);
  await tab(page, '导出').click();
  expect((await cells(article(page, '绩效得分情况表'), '得分')).at(-1)).toBe('94.02');
});

test('on paper the scoring tab is the score sheet', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sheet = page.locator('.paper');
  await expect(sheet.getByRole('heading', { name: '阜康市财政支出项目绩效评价综合评分表' })).toBeVisible();
  await expect(sheet).toContainText('2024年职工大额医疗补助项目');
  const insured = await cells(sheet, INSURED);
  expect(insured.slice(-3)).toEqual(['0.52', '5.48', '91.33%']);
  expect(insured.at(-4)).toContain('完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分');
  expect(await cells(sheet, '评价等级')).toEqual(['评价等级', '优', '评价得分', '93.50']);
  await expect(sheet).toContainText('负责人（签字）');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(row(page, INSURED)).toBeHidden();
  // Black on white, whatever the theme.
  expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toMatch(/^rgb\((\d|[1-4]\d), (\d|[1-4]\d), (\d|[1-5]\d)\)$/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
  await expect(line(page, INSURED)).toBeVisible();
});

test('a printed score sheet and printed documents have pages', async ({ page }) => {
  const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  await openExample(page, 'fukang');
  // A command to print is carried out at once, with the score sheet only where its module has come.
  await tab(page, '指标体系').click();
  await expect(page.locator('.papers .rubric')).toBeVisible();
  await tab(page, '评分').click();
  await expect(row(page, INSURED)).toBeVisible();
  const sheet = pages(await page.pdf({ preferCSSPageSize: true }));
  expect(sheet).toBeGreaterThanOrEqual(1);
  expect(sheet).toBeLessThanOrEqual(4);
  await tab(page, '导出').click();
  expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(sheet);
});
