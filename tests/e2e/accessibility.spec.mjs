// The accessibility statement: reached from the foot of the page, read under the same policy, itself accessible.
import { expect, test } from './fixtures.mjs';

test('the foot of the page leads to the statement, and that back', async ({ page }) => {
  await page.goto('');
  await page.getByRole('link', { name: '无障碍声明' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '无障碍声明' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Accessibility statement' })).toBeVisible();
  await expect(page.getByText('部分符合')).toBeVisible();
  await page.getByRole('link', { name: '返回绩衡' }).click();
  await expect(page.getByRole('contentinfo').getByRole('link', { name: '无障碍声明' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing on the statement, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('accessibility.html');
      await expectAccessible();
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
