// The page starts, under the production policy, and says why when it can't.
import { expect, test } from './fixtures.mjs';

test('the page starts and computes exactly', async ({ page, expectAccessible }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { name: '绩衡' })).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
  await page.getByLabel('实际完成值').fill('2.9750');
  await expect(page.getByRole('status')).toHaveText('5.9500');
  await expectAccessible();
});

test('a wasm file that was tampered with is refused with a readable notice', async ({ page, troubles }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('程序文件没有完整下载');
  troubles.length = 0;
});

test('a policy that forbids WebAssembly is named in the notice', async ({ page, troubles }) => {
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('wasm-unsafe-eval');
  troubles.length = 0;
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('noscript p').first()).toBeVisible();
  });
});
