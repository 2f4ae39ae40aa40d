// The page starts, under the production policy, and says why when it can't.
import { expect, test } from './fixtures.mjs';
import { FORMS, card } from './page.mjs';

test('the first screen says what it is and offers every form and its example', async ({ page, expectAccessible }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
  await expect(page).toHaveTitle(/绩衡/);
  for (const form of Object.keys(FORMS)) {
    await expect(card(page, form).getByRole('button', { name: '打开已公布的示例' })).toBeVisible();
    await expect(card(page, form).getByRole('button', { name: '从空表开始' })).toBeVisible();
  }
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
