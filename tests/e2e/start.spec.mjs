// The page starts, under the production policy, and says why when it can't.
import { expect, test } from './fixtures.mjs';
import { launchOldKernel } from './old-kernel.mjs';
import { FORMS, card, openExample, tab } from './page.mjs';
import { serve } from './server.mjs';

/** The table of the forms, which needs no program. */
const forms = (page) => page.getByRole('table', { name: /^收录的评价表/ });
const spoilt = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
};

async function expectForms(page) {
  const row = forms(page).getByRole('row').filter({ hasText: FORMS.taishan });
  await expect(row).toBeVisible();
  await expect(row).toContainText('84.00 良');
}

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
  await page.route('**/*.wasm', spoilt);
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('程序文件没有完整下载');
  await expectForms(page);
  troubles.length = 0;
});

test('a module that was tampered with is refused when it is imported later', async ({ page, troubles }) => {
  let asked = 0;
  await page.route('**/jiheng-papers-*.js*', (route) => {
    asked += 1;
    return spoilt(route);
  });
  await openExample(page, 'fukang');
  await tab(page, '导出').click();
  await expect(page.getByText(/没有取到这一部分的程序文件/).first()).toBeVisible();
  expect(asked).toBeGreaterThan(0);
  expect(troubles.join()).toContain('integrity');
  troubles.length = 0;
});

test('a browser without WebAssembly is told so', async ({ page, troubles }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('没有所需的 WebAssembly');
  await expectForms(page);
  troubles.length = 0;
});

test('what does not start says so after a while, the table of the forms later', async ({ page, troubles }) => {
  await page.route('**/start-*.js', (route) => route.abort());
  await page.goto('');
  const hint = page.getByText('正在打开');
  await expect(hint).toBeHidden();
  await expect(forms(page)).toBeHidden();
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await expect(hint).toBeVisible();
  await expectForms(page);
  troubles.length = 0;
});

test('opened as a file, the page says that it needs an address', async ({ page, troubles }) => {
  await page.goto(new URL('../../dist/index.html', import.meta.url).href);
  await expect(page.getByText('本页须经由网址打开。')).toBeVisible();
  await expect(page.getByText('正在打开')).toBeHidden();
  await expectForms(page);
  troubles.length = 0;
});

test('a server that sends old kernels the new policy is told what they need', async () => {
  const server = await serve('dist', 0, { policyOf: (_, policy) => policy });
  const kernel = await launchOldKernel(83);
  try {
    await kernel.goto(server.url);
    await kernel.until(`document.querySelector('[data-reason="policy"]:not([hidden])')`);
    expect(await kernel.evaluate(`getComputedStyle(document.querySelector('.boot-forms')).visibility`)).toBe('visible');
  } finally {
    await kernel.close();
    server.close();
  }
});

test('a policy that forbids WebAssembly is named in the notice', async ({ page, troubles }) => {
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto('');
  await expect(page.getByRole('alert')).toContainText('wasm-unsafe-eval');
  await expectForms(page);
  troubles.length = 0;
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('noscript p').first()).toBeVisible();
    await expectForms(page);
  });
});
