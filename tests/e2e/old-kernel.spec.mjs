// The page works on the kernels that offices still run.
import { expect, test } from '@playwright/test';
import { launchOldKernel } from './old-kernel.mjs';

for (const version of [83, 88]) {
  test(`the page starts and computes on Chromium ${version}`, async ({ baseURL }) => {
    const kernel = await launchOldKernel(version);
    try {
      await kernel.goto(baseURL);
      await kernel.until(`document.querySelector('h1')?.textContent === '绩衡'`);
      expect(await kernel.evaluate('navigator.userAgent')).toContain(`Chrome/${version}.`);
      await kernel.evaluate(`document.querySelector('#actual').focus()`);
      await kernel.type('2.9750');
      expect(await kernel.until(`document.querySelector('output').textContent.replace('—', '')`)).toBe('5.9500');
      expect(kernel.troubles).toEqual([]);
    } finally {
      await kernel.close();
    }
  });
}
