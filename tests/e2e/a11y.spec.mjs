// Every screen in both languages, themes and widths: no violation, no sideways scroll, the focus always in sight, the total said once.
import { expect, test } from './fixtures.mjs';
import { Keyboard } from './keyboard.mjs';
import { chooseFile, field, openEmpty, openExample, tab, total } from './page.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';

/** Opens every expander of the scoring tab, or of a part of it. */
async function openAll(page, part = page.getByRole('main')) {
  const closed = part.locator('button[aria-expanded=false]');
  for (let left = await closed.count(); left > 0; left -= 1) await closed.first().evaluate((button) => button.click());
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
}

const SCREENS = {
  start: async (page) => {
    await page.goto('');
    await chooseFile(page, '坏.json', '{'); // with a notice
  },
  'score, empty': (page) => openEmpty(page, 'fukang'),
  'score, complete': (page) => openExample(page, 'taishan'),
  'score, with errors': async (page) => {
    await openExample(page, 'fukang-self');
    await field(page, INSURED, '实际完成值').fill('abc');
    await field(page, '资金支付完成时间', '实际完成日期').fill('2024-02-30');
  },
  'score, expanders open': async (page) => {
    await openExample(page, 'fukang');
    await openAll(page, page.getByRole('region', { name: '项目过程', exact: true }));
  },
  rubric: async (page) => {
    await openExample(page, 'taishan');
    await tab(page, '指标体系').click();
  },
  'export, report': async (page) => {
    await openExample(page, 'shenzhen');
    await tab(page, '导出').click();
  },
  'export, self-evaluation form': async (page) => {
    await openExample(page, 'fukang-self');
    await tab(page, '导出').click();
  },
};
const WIDTHS = [1440, 375];

for (const [screen, open] of Object.entries(SCREENS)) {
  for (const width of WIDTHS) {
    test(`axe finds nothing on ${screen} at ${width} px`, async ({ page, expectAccessible }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page);
      await test.step('Chinese, light', expectAccessible);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('button', { name: /切换语言/ }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      if (screen === 'score, expanders open') await openAll(page, page.getByRole('region', { name: 'Project process', exact: true }));
      await test.step('English, dark', expectAccessible);
    });
  }
}

for (const [screen, open] of Object.entries(SCREENS)) {
  test(`nothing scrolls sideways on ${screen} at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page);
    const wide = () => page.evaluate(() => {
      const root = document.scrollingElement;
      const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.table-box, .unseen'));
      return { sideways: root.scrollWidth - innerWidth, first: root.scrollWidth > innerWidth ? out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)) : [] };
    });
    expect(await wide()).toEqual({ sideways: 0, first: [] });
    await page.getByRole('button', { name: /切换语言/ }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(await wide()).toEqual({ sideways: 0, first: [] });
  });
}

for (const [width, height] of [[375, 667], [1440, 900]]) {
  test(`Tab reaches every control of the scoring tab at ${width} px, never hidden`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openExample(page, 'fukang-self');
    const keys = new Keyboard(page);
    await page.evaluate(() => (window.visited = new Set()));
    // From the top of the page, where opening put the focus, to its end, and round once more.
    for (let count = 0, rounds = 0; count < 400 && rounds < 2; count += 1) {
      await page.keyboard.press('Tab');
      if ((await keys.look()).lost) rounds += 1;
      await page.evaluate(() => window.visited.add(document.activeElement));
    }
    const missed = await page.evaluate(() => {
      const controls = document.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]');
      const group = (radio) => [...document.querySelectorAll(`input[type=radio][name="${radio.name}"]`)];
      const reached = (control) => (control.type === 'radio' ? group(control).some((radio) => window.visited.has(radio)) : window.visited.has(control));
      return [...controls].filter((control) => control.checkVisibility() && !reached(control)).map((control) => control.outerHTML.slice(0, 120));
    });
    expect(missed).toEqual([]);
    keys.expectNoFaults();
  });
}

test('the focus stays in sight on the start, rubric and export screens', async ({ page }) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 375, height: 667 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const keys = new Keyboard(page);
  for (const open of [SCREENS.start, SCREENS.rubric, SCREENS['export, self-evaluation form']]) {
    await open(page);
    await page.keyboard.press('Tab');
    for (let count = 0; count < 150 && !(await keys.look()).lost; count += 1) await page.keyboard.press('Tab');
  }
  keys.expectNoFaults();
});

test('controls are at least 24 px high and wide', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await openExample(page, 'fukang');
  await openAll(page);
  const small = await page.evaluate(() => {
    const controls = [...document.querySelectorAll('a[href], button, summary, input, textarea')];
    const target = (control) => control.closest('label') ?? control;
    return controls.filter((control) => control.checkVisibility() && !control.matches('.unseen, .skip'))
      .map((control) => [control, target(control).getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([control, { width, height }]) => `${control.outerHTML.slice(0, 80)} ${width.toFixed()}×${height.toFixed()}`);
  });
  expect(small).toEqual([]);
});

test('the total is said once, a second after typing stops, and only if it changed', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.evaluate(() => {
    window.said = [];
    const regions = document.querySelectorAll('[role=status], [aria-live]');
    const note = () => {
      const text = [...regions].map((region) => region.textContent).join('');
      if (text && text !== window.said.at(-1)?.text) window.said.push({ text, at: performance.now() });
    };
    for (const region of regions) new MutationObserver(note).observe(region, { characterData: true, childList: true, subtree: true });
    addEventListener('input', () => (window.typed = performance.now()), true);
  });
  const said = () => page.evaluate(() => window.said.map(({ text }) => text));
  await field(page, INSURED, '实际完成值').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('123', { delay: 150 }); // 30437123, above the target: 94.02
  await expect(total(page)).toHaveText('94.02');
  expect(await said()).toEqual([]);
  await expect.poll(said).toEqual(['总分94.02，满分100，等级“优”。']);
  const waited = await page.evaluate(() => window.said[0].at - window.typed);
  expect(waited).toBeGreaterThan(900);
  expect(waited).toBeLessThan(2500);
  await page.keyboard.type('4'); // the total stays
  await page.waitForTimeout(1500);
  expect(await said()).toHaveLength(1);
});

test('lang follows the language, and the chosen theme and large print are kept', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.locator('summary', { hasText: '显示' }).click();
  await page.getByLabel('深色').check();
  await page.getByLabel('大字版').check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-print', 'large');
  const size = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(size).toBeGreaterThan(18);
});

test('in large print at 320 px nothing scrolls sideways either', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('jiheng.settings', '{"lang":"zh-CN","theme":"auto","largePrint":true}'));
  await page.setViewportSize({ width: 320, height: 640 });
  await openExample(page, 'fukang');
  await expect(page.locator('html')).toHaveAttribute('data-print', 'large');
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(320);
});
