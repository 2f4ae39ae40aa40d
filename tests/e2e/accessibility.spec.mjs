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

test('on a phone each criterion is a block whose parts say what they are, and the table stays a table', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto('accessibility.html');
  const table = page.getByRole('region', { name: '各项准则与检查' }).getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['准则', '级别', 'GB/T 37668-2019', '结果', '检查']);
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '1.4.3 对比度（最低）' }) });
  const parts = row.getByRole('cell');
  await expect(parts).toHaveCount(4);
  const tops = [];
  for (const part of await parts.all()) {
    const { width, y } = await part.boundingBox();
    expect(width).toBeGreaterThan(300);
    tops.push(y);
  }
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(new Set(tops).size).toBe(4);
  const said = await parts.nth(2).evaluate((part) => getComputedStyle(part, '::before').content);
  expect(said).toBe('"结果："');
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
