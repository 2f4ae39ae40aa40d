// The `test` every browser test imports: it fails on a policy violation, a console error, a page error or a foreign request.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

export { expect };

/** Notes in `troubles` what goes wrong in any page of a context; requests may go to these origins alone. */
async function watch(context, origins, troubles) {
  await context.exposeBinding('__violation', (_source, text) => troubles.push(`policy violation: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__violation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()}`);
  });
  context.on('weberror', (error) => troubles.push(`page error: ${error.error()}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !origins.includes(origin)) {
      troubles.push(`request to another origin: ${request.url()}`);
    }
  });
}

export const test = base.extend({
  /** Where requests may go: home, unless a test has a portal of its own. */
  origins: async ({ baseURL }, use) => use([new URL(baseURL).origin]),

  /** What went wrong in the page so far; a test that provokes an error empties it: `troubles.length = 0`. */
  troubles: [
    async ({ context, origins }, use) => {
      const troubles = [];
      await watch(context, origins, troubles);
      await use(troubles);
      expect(troubles, 'the page stays quiet and at home').toEqual([]);
    },
    { auto: true },
  ],

  /** A page in a context of its own, as on another computer: nothing stored, watched all the same. */
  elsewhere: async ({ browser, baseURL, contextOptions, origins, serviceWorkers, troubles }, use) => {
    const context = await browser.newContext({ ...contextOptions, baseURL, serviceWorkers, locale: 'zh-CN' });
    await watch(context, origins, troubles);
    await use(await context.newPage());
    await context.close();
  },

  /** `await expectAccessible()`: axe-core finds no violation of WCAG 2.2 AA or of its best practices. */
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
      const found = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));
      expect(found).toEqual([]);
    });
  },
});
