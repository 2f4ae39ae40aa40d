// The tab 推演, drawn by a worker: opened, typed into, missing and back again, on old kernels, at every width.
import { expect, test } from './fixtures.mjs';
import { launchOldKernel } from './old-kernel.mjs';
import { FORMS, notices, openExample, tab, tool, total } from './page.mjs';

const DESK = /jiheng-desk|desk-worker/;
const target = (page) => page.getByLabel('目标总分');
const tools = (page) => page.getByRole('navigation', { name: '推演工具' });
const choose = (page, name) => tools(page).getByRole('link', { name, exact: true }).click();

async function openDesk(page, form = 'fukang') {
  await openExample(page, form);
  await tab(page, '推演').click();
  await expect(tools(page)).toBeVisible({ timeout: 30_000 }); // the server packs the module when it is first asked for
}

test('the tab opens on the score, and the target goes by what is typed', async ({ page }) => {
  await openDesk(page);
  await expect(total(page)).toHaveCount(0); // the scoreboard is on the scoring tab
  await expect(page.getByText('93.50')).toBeVisible();
  await expect(target(page)).toHaveValue('100');
  await target(page).fill('95');
  await expect(page.getByText('距目标还差1.5分。')).toBeVisible(); // 95 − 93.50
  await target(page).fill('');
  await expect(page.getByText('距目标还差6.5分。')).toBeVisible();
  await expect(target(page)).toHaveValue(''); // as typed, while it is typed into
  await page.keyboard.press('Tab');
  await expect(target(page)).toHaveValue('100');
  await page.getByRole('button', { name: /优.90分/ }).press('Enter');
  await expect(target(page)).toHaveValue('90');
  await expect(page.getByText('已达到目标，余量3.5分。')).toBeVisible();
});

test('tools have addresses of their own, and what the controls say stays from tab to tab', async ({ page }) => {
  await openDesk(page);
  await target(page).fill('95');
  await choose(page, '敏感性');
  await expect(page).toHaveURL(/#\/whatif\/swing$/);
  await expect(page.getByRole('heading', { name: '敏感性' })).toBeVisible();
  await expect(tools(page).getByRole('link', { name: '敏感性' })).toHaveAttribute('aria-current', 'page');
  await expect(tools(page).getByRole('link', { name: '敏感性' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '差距' })).toBeVisible();
  await tab(page, '评分').click();
  await expect(total(page)).toHaveText('93.50');
  await tab(page, '推演').click();
  await expect(target(page)).toHaveValue('95');
  await page.getByRole('button', { name: /切换语言/ }).click();
  await expect(page.getByLabel('Target total')).toHaveValue('95');
  await page.goto('#/whatif/grid');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Grid' })).toBeVisible();
});

test('where the module can’t be fetched it is said, and the next try succeeds', async ({ page, troubles }) => {
  await page.route(DESK, (route) => route.abort());
  await openExample(page, 'fukang');
  await tab(page, '推演').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('推演没能启动');
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(alert).toContainText('推演没能启动');
  await page.unroute(DESK);
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(target(page)).toHaveValue('100');
  await expect(alert).toBeEmpty();
  troubles.length = 0; // the aborted requests
});

test('without workers the same module runs on the page', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    };
  });
  await openDesk(page);
  await target(page).fill('95');
  await expect(page.getByText('距目标还差1.5分。')).toBeVisible();
});

test('an edit that is undone here is seen here', async ({ page }) => {
  await openExample(page, 'fukang');
  await page.locator('#entries-insured-all-actual').fill('33333');
  await expect(total(page)).toHaveText('94.02'); // 93.50 + 0.52
  await tab(page, '推演').click();
  await expect(page.locator('main')).toContainText('94.02');
  await tool(page, '撤销').click();
  await expect(page.locator('main')).toContainText('93.50');
});

for (const version of [83, 88]) {
  test(`the tab works on Chromium ${version}`, async ({ baseURL }) => {
    const kernel = await launchOldKernel(version);
    try {
      await kernel.goto(baseURL);
      const card = `[...document.querySelectorAll('li')].find((card) => card.querySelector('h3')?.textContent === '${FORMS.fukang}')`;
      await kernel.until(card);
      await kernel.evaluate(`${card}.querySelector('button').click()`);
      await kernel.until(`document.querySelector('.scoreboard')`);
      await kernel.evaluate(`location.hash = '#/whatif'`);
      await kernel.until(`document.querySelector('#whatif-target')?.value === '100'`);
      await kernel.evaluate(`{ const field = document.querySelector('#whatif-target'); field.focus(); field.select(); }`);
      await kernel.type('95');
      await kernel.until(`document.querySelector('#whatif-standing').textContent === '距目标还差1.5分。'`);
      // What a worker fetches is none of the page's resources.
      const here = `performance.getEntriesByType('resource').some(({ name }) => name.includes('jiheng-desk'))`;
      expect(await kernel.evaluate(here), 'it runs on the page').toBe(false);
      expect(kernel.troubles).toEqual([]);
    } finally {
      await kernel.close();
    }
  });
}

for (const [width, height] of [[1440, 900], [375, 667]]) {
  test(`axe finds nothing at ${width} px, and nothing scrolls sideways`, async ({ page, expectAccessible }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openDesk(page);
    for (const name of await tools(page).getByRole('link').allInnerTexts()) {
      await choose(page, name);
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
      await test.step(`${name}, light`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'dark' });
      await test.step(`${name}, dark`, expectAccessible);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize({ width: Math.min(width, 320), height });
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(notices(page)).toBeEmpty();
  });
}
