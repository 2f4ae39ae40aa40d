// English is complete: nothing of the page is left in Chinese, and the derivations are English sentences.
import { expect, test } from './fixtures.mjs';
import { cardOf, field, grade, line, openEmpty, points, total } from './page.mjs';

const FORMS = {
  fukang: 'Fukang project expenditure evaluation, score sheet',
  'fukang-self': 'Project expenditure self-evaluation form (Xinjiang)',
  jinzhong: 'Jinzhong project expenditure self-evaluation',
  'national-self': 'Project expenditure self-evaluation form (Ministry template)',
  shenzhen: 'Futian district, departmental project evaluation, score sheet',
  taishan: 'Taishan project expenditure evaluation form',
};

const INSURED = 'Urban employees in the major medical scheme';
const tab = (page, name) => page.getByRole('navigation', { name: 'This assessment' }).getByRole('link', { name, exact: true });

/** Every text and name of the page that has a Chinese character in it; the language switch may. */
const chinese = (page) =>
  page.evaluate(() => {
    const han = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (han.test(texts.currentNode.data) && !texts.currentNode.parentElement.closest('#tool-language')) found.add(texts.currentNode.data);
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
        if (han.test(element.getAttribute(name) ?? '') && !element.closest('#tool-language')) found.add(`${name}: ${element.getAttribute(name)}`);
      }
    }
    if (han.test(document.title)) found.add(`title: ${document.title}`);
    return [...found];
  });

async function toEnglish(page) {
  await page.goto('');
  await page.getByRole('button', { name: /切换语言/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

test('the start page is English after switching, and stays so', async ({ page }) => {
  await toEnglish(page);
  expect(await chinese(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Open the published example' }).first()).toBeVisible();
});

for (const [form, title] of Object.entries(FORMS)) {
  test(`the ${form} form is English on every tab`, async ({ page }) => {
    await toEnglish(page);
    await cardOf(page, title).getByRole('button', { name: 'Start empty' }).click();
    for (const name of ['Derivation', 'More', 'As a whole', 'Met in part']) {
      const all = page.getByRole('button', { name, exact: true, expanded: false });
      for (let left = await all.count(); left > 0; left -= 1) await all.first().evaluate((button) => button.click());
    }
    for (const summary of await page.locator('main summary').all()) await summary.evaluate((element) => (element.parentElement.open = true));
    expect.soft(await chinese(page), 'score').toEqual([]);
    await tab(page, 'Rubric').click();
    expect.soft(await chinese(page), 'rubric').toEqual([]);
    await tab(page, 'Export').click();
    expect.soft(await chinese(page), 'export').toEqual([]);
  });
}

test('derivations, grades, problems and notices are English', async ({ page }) => {
  await toEnglish(page);
  await cardOf(page, FORMS.fukang).getByRole('button', { name: 'Open the published example' }).click();
  await expect(line(page, INSURED)).toHaveText('Completion rate = (30437/33333) × 100% = 91.31%, 0.52 points deducted, 5.48 points awarded');
  await expect(total(page)).toHaveText('93.50');
  await expect(grade(page)).toHaveText('Excellent');
  await field(page, INSURED, 'Actual value').fill('abc');
  await expect(field(page, INSURED, 'Actual value')).toHaveAccessibleDescription(/“abc” is not a number; write figures only/);
  await page.goto('#/open/broken!');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('The share link cannot be opened');
});

test('switching the language keeps what was typed and where the page is', async ({ page }) => {
  await openEmpty(page, 'fukang');
  await field(page, '城镇职工大额医疗保险参保人数', '实际完成值').fill('30437');
  await page.getByRole('button', { name: /切换语言/ }).click();
  await expect(field(page, INSURED, 'Actual value')).toHaveValue('30437');
  await expect(points(page, INSURED)).toHaveText('5.48');
  await page.getByRole('button', { name: /switch language/ }).click();
  await expect(page.getByRole('heading', { name: '城镇职工大额医疗保险参保人数' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test.describe('in an English browser', () => {
  test.use({ locale: 'en-GB' });
  test('the page begins in English', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/public spending/);
  });
});
