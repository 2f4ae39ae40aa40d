// How the browser tests find things in the page: by role and name first; the few class names stand here and nowhere else.
import { readFile } from 'node:fs/promises';
import { expect } from './fixtures.mjs';

/** The titles of the forms, as their cards print them. */
export const FORMS = {
  fukang: '阜康市财政支出项目绩效评价综合评分表',
  'fukang-self': '项目支出绩效自评表（新疆）',
  jinzhong: '晋中市财政支出项目绩效自评表',
  'national-self': '项目支出绩效自评表（财政部模板）',
  shenzhen: '深圳市福田区项目支出部门评价指标评分表',
  taishan: '台山市财政支出项目绩效评价表',
};

/** The card with this title on the start page. */
export const cardOf = (page, title) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
/** The card of a form, in Chinese. */
export const card = (page, form) => cardOf(page, FORMS[form]);

export async function openExample(page, form) {
  await page.goto('');
  await card(page, form).getByRole('button', { name: '打开已公布的示例' }).click();
  await expect(total(page)).toBeVisible();
}

export async function openEmpty(page, form) {
  await page.goto('');
  await card(page, form).getByRole('button', { name: '从空表开始' }).click();
  await expect(total(page)).toBeVisible();
}

/** The scoreboard, or on a phone the bar: whichever is shown. */
export const board = (page) => page.getByRole('region', { name: /^(总分与等级|Total and grade)$/ }).last();
export const total = (page) => board(page).locator('.total__figure');
export const grade = (page) => board(page).locator('.badge');

/** An indicator with its inputs, and what the page says of it. */
export const row = (page, name) => page.getByRole('group', { name, exact: true });
export const points = (page, name) => row(page, name).locator('.row__points');
export const line = (page, name) => row(page, name).locator('.row__line');
export const field = (page, name, label) => row(page, name).getByLabel(label, { exact: true });

/** Subtotal of a group: points, weight and rate. A first-level group is a region, one below a group. */
export const subtotal = (page, group) => {
  const name = { name: group, exact: true };
  return page.getByRole('region', name).or(page.getByRole('group', name)).locator('.subtotal').first();
};

export const facts = (page) => page.getByRole('group', { name: '项目数据', exact: true });
export const tab = (page, name) => page.getByRole('navigation', { name: '本次评价' }).getByRole('link', { name, exact: true });
export const tool = (page, name) => page.getByRole('banner').getByRole('button', { name, exact: true });
export const notices = (page) => page.getByRole('status', { name: '通知' });
/** The notices one by one. */
export const notice = (page) => notices(page).locator('.notice');
export const isSaved = (page) => expect(page.getByText(/^已保存在本机/)).toBeVisible();

/** The saved assessments on the start page. */
export const saved = (page) => page.getByRole('region', { name: '保存在本机的评价' }).getByRole('listitem');

/** Opens the expander 更多 of an indicator. */
export const openMore = (page, name) => row(page, name).getByRole('button', { name: /^更多/ }).click();

/** A document of the tab 导出. */
export const article = (page, title) => page.getByRole('article', { name: title, exact: true });

/** The texts of the first table row that has a cell saying `name`. */
export async function cells(document, name) {
  const found = document.getByRole('row').filter({ has: document.page().locator('th, td').getByText(name, { exact: true }) });
  return found.first().locator('th, td').allInnerTexts();
}

/** Does what starts a download and returns { name, text }. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file to open on the start page, given as its text or bytes. */
export const chooseFile = (page, name, content) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

/** The project file of one assessment. */
export const projectFile = (assessment, name = '') =>
  JSON.stringify({ format: 'jiheng-project', version: 1, assessments: [{ name, assessment }] });
