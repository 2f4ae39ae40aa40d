// The page starts on hosts that know little: no type for wasm, nothing packed, any path.
import { expect, test as base } from './fixtures.mjs';
import { card, openExample, tab, total } from './page.mjs';
import { PLAIN_TYPES, serve } from './server.mjs';

/** A server of its own for each: what it is told, and whether it packs. */
const HOSTS = {
  'that serves wasm as octets': { types: PLAIN_TYPES },
  'that packs nothing': { compress: false },
  'under a path': { base: '/a/b/c/' },
  'under a path in Chinese with a space': { base: '/绩效 评价/衡/' },
};

for (const [what, options] of Object.entries(HOSTS)) {
  const test = base.extend({
    baseURL: async ({}, use) => {
      const server = await serve('dist', 0, options);
      await use(server.url);
      server.close();
    },
  });

  test(`on a host ${what} the page starts, scores, prints and looks ahead`, async ({ page }) => {
    const served = {};
    page.on('response', async (response) => {
      if (response.url().endsWith('.wasm')) served[response.url()] = await response.allHeaders();
    });
    await openExample(page, 'fukang');
    await expect(total(page)).toHaveText('93.50');
    await tab(page, '指标体系').click();
    await expect(page.locator('.papers .rubric')).toBeVisible();
    await tab(page, '推演').click();
    await expect(page.locator('#whatif-title')).toBeVisible({ timeout: 20_000 });
    const wasm = Object.values(served);
    expect(wasm.length).toBeGreaterThanOrEqual(2);
    for (const headers of wasm) {
      expect(headers['content-type']).toBe(options.types ? 'application/octet-stream' : 'application/wasm');
      expect(headers['content-encoding']).toBe(options.compress === false ? undefined : 'br');
    }
  });

  test(`on a host ${what} every form is there`, async ({ page }) => {
    await page.goto('');
    await expect(card(page, 'taishan')).toBeVisible();
    await openExample(page, 'taishan');
    await expect(total(page)).toHaveText('84.00');
  });
}
