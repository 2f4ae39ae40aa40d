// The page without a network, and its new releases: taken up whole or not at all, and only when the user says so.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from './fixtures.mjs';
import { CURRENT, launchOldKernel } from './old-kernel.mjs';
import { FORMS, card, field, isSaved, notice, openExample, tab, total } from './page.mjs';
import { serve } from './server.mjs';

const INSURED = '城镇职工大额医疗保险参保人数';
const UPDATE = '绩衡有新版本';
// The page begins to be kept three seconds after it is usable.
const LATER = { timeout: 30_000 };

/** A copy of dist/ in `folder`, without what is packed. */
const copied = (folder) => cpSync('dist', folder, { recursive: true, filter: (file) => !/\.(br|gz)$|engine/.test(file) });

/** Makes another release of the copy: a style sheet that differs, under another name, and the page that asks for it. */
function released(folder, number) {
  const [css] = readdirSync(folder).filter((name) => name.endsWith('.css'));
  const next = `jiheng-${String(number).repeat(16)}.css`;
  const text = `${readFileSync(join(folder, css), 'utf8')}/* release ${number} */`;
  rmSync(join(folder, css));
  writeFileSync(join(folder, next), text);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.replace(/(<link rel="stylesheet") href="[^"]+"( integrity="[^"]+")?/, `$1 href="./${next}"`));
  execFileSync('node', ['scripts/offline.mjs', folder]);
  return next;
}

const test = base.extend({
  serviceWorkers: 'allow',
  /** Two copies of the page on one origin, one/ and two/, and the server, which can be stopped. */
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-site-'));
    for (const name of ['one', 'two']) copied(join(folder, name));
    const server = await serve(folder, 0, { compress: false });
    await use({ ...server, one: join(folder, 'one'), two: join(folder, 'two') });
    server.close();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(`${site.url}one/`),
});

/** Waits until the page is kept, by the worker of this folder. */
const kept = (page) =>
  expect.poll(() => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration && registration.active && registration.active.state;
  }), LATER).toBe('activated');

/** Asks for a new release now, as the browser does on its own now and then; resolves to whether one came whole. */
const asked = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }));
    return Boolean(registration.waiting);
  });

/** What is kept on this origin: [folder, style sheet] of each edition. */
const editions = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.startsWith('jiheng:aside:')).sort();
    return Promise.all(names.map(async (name) => {
      const files = (await (await caches.open(name)).keys()).map(({ url }) => url);
      return files.filter((url) => url.endsWith('.css')).map((url) => new URL(url).pathname.split('/').slice(-2)).pop();
    }));
  });

const style = (page) => page.locator('link[rel="stylesheet"]').getAttribute('href');

test('after a first visit the page works without a network: scores, saves, opens every form', async ({ page, site, troubles }) => {
  await openExample(page, 'fukang');
  await kept(page);
  site.close();
  await page.reload();
  await expect(total(page)).toHaveText('93.50');
  await field(page, INSURED, '实际完成值').fill('33333');
  await expect(total(page)).toHaveText('94.02');
  await isSaved(page);
  await page.reload();
  await expect(total(page)).toHaveText('94.02');
  await tab(page, '推演').click();
  await expect(page.locator('#whatif-title')).toBeVisible(LATER);
  await tab(page, '导出').click();
  await expect(page.getByRole('article').first()).toBeVisible();
  for (const form of Object.keys(FORMS)) {
    await page.goto('./?from=portal');
    await card(page, form).getByRole('button', { name: '打开已公布的示例' }).click();
    await expect(total(page)).toBeVisible();
  }
  expect(troubles).toEqual([]);
});

test('what was not reloaded since the first visit works without a network too', async ({ page, site }) => {
  await openExample(page, 'fukang');
  await kept(page);
  site.close();
  await tab(page, '推演').click();
  await expect(page.locator('#whatif-title')).toBeVisible(LATER);
});

/**
 * The current browser without Playwright, which attaches to service workers: one that is attached to holds up, at times, the one
 * that is to take its place.
 */
async function launched(site, use) {
  const kernel = await launchOldKernel(CURRENT);
  try {
    await kernel.goto(`${site.url}one/`);
    await kernel.until(KEPT, 40);
    await use(kernel);
    expect(kernel.troubles).toEqual([]);
  } finally {
    await kernel.close();
  }
}

const KEPT = `navigator.serviceWorker.getRegistration().then(({ active }) => active.state === 'activated')`;
const TOTAL = `document.querySelector('.scoreboard .total__figure')?.textContent`;
const STYLE = `document.querySelector('link[rel="stylesheet"]').getAttribute('href')`;
const OFFERED = `[...document.querySelectorAll('.notice')].some((notice) => notice.textContent.includes('${UPDATE}'))`;
const FOLLOWS = `performance.getEntriesByType('resource').some(({ name }) => /offline-\\w+\\.js$/.test(name))`;
const SHEETS = `caches.keys().then((names) => Promise.all(names.filter((name) => !name.startsWith('jiheng:aside:')).map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).find((path) => path.endsWith('.css'))))).then((all) => all.sort())`;
const ASK = `navigator.serviceWorker.getRegistration().then((registration) => registration.update()).then(() => true)`;
const OPEN = `[...document.querySelectorAll('li')].find((card) => card.querySelector('h3')?.textContent === '${FORMS.fukang}')
  .querySelector('button').click()`;
const DISMISS = `[...document.querySelectorAll('.notice button')].pop().click()`;
const accept = (page) => page.evaluate(`[...document.querySelectorAll('.notice button')].find(({ textContent }) => textContent === '更新').click()`);

/** Opens the Fukang example in a page, once the page follows what comes. */
async function opened(page) {
  await page.until(`document.querySelectorAll('h3').length >= 6`);
  await page.evaluate(OPEN);
  await page.until(`${TOTAL} === '93.50'`);
  await page.until(FOLLOWS);
}

/** Types into the first output row what makes its points full: 0.52 more. */
async function typed(page) {
  await page.evaluate(`{ const field = document.querySelector('#entries-insured-all-actual'); field.focus(); field.select(); }`);
  await page.type('33333');
  await page.until(`${TOTAL} === '94.02'`);
}

test('a new release is offered, taken up whole when accepted, and nothing of the old one stays', ({ site }) =>
  launched(site, async (page) => {
    await opened(page);
    const before = await page.evaluate(STYLE);
    const next = released(site.one, 2);
    await page.evaluate(ASK);
    await page.until(OFFERED);
    // Not accepted: whatever is loaded stays the old one.
    await page.reload();
    await page.until(`${TOTAL} === '93.50'`);
    expect(await page.evaluate(STYLE)).toBe(before);
    await page.until(OFFERED);
    await typed(page);
    // At once, before it would be saved by itself.
    await accept(page);
    await page.until(`${STYLE} === './${next}' && ${TOTAL} === '94.02'`);
    expect(await page.evaluate(SHEETS)).toEqual([`/one/${next}`]);
    await page.until(FOLLOWS);
    expect(await page.evaluate(OFFERED)).toBe(false);
    site.close();
    await page.reload();
    await page.until(`${STYLE} === './${next}' && ${TOTAL} === '94.02'`);
  }));

test('another window is asked as well, and keeps what it has open until then', ({ site }) =>
  launched(site, async (page) => {
    const other = await page.another();
    await other.goto(`${site.url}one/`);
    await opened(other);
    const next = released(site.one, 2);
    await page.evaluate(ASK);
    await page.until(OFFERED);
    await accept(page);
    await page.until(`${STYLE} === './${next}'`);
    expect(await other.evaluate(STYLE)).not.toContain(next);
    await other.until(OFFERED);
    await typed(other);
    await accept(other);
    await other.until(`${STYLE} === './${next}' && ${TOTAL} === '94.02'`);
  }));

test('two folders of one origin keep their own, also when one takes up a new release', ({ site }) =>
  launched(site, async (page) => {
    const [one] = await page.evaluate(SHEETS);
    await page.goto(`${site.url}two/`);
    await page.until(`location.pathname === '/two/' && ${KEPT}`, 40);
    expect(await page.evaluate(SHEETS)).toEqual([one, one.replace('one', 'two')]);
    const next = released(site.two, 3);
    await page.evaluate(ASK);
    await page.until(OFFERED);
    await accept(page);
    await page.until(`${STYLE} === './${next}'`);
    expect(await page.evaluate(SHEETS)).toEqual([one, `/two/${next}`]);
    site.close();
    await page.goto(`${site.url}one/`);
    await page.until(`location.pathname === '/one/' && document.querySelectorAll('h3').length >= 6`);
  }));

test('an accepted release that a newer one replaces before it is taken up does not stop the page from offering that', ({ site }) =>
  launched(site, async (page) => {
    await opened(page);
    released(site.one, 2);
    await page.evaluate(ASK);
    await page.until(OFFERED);
    // What tells its worker to take over goes astray once, so that it still waits when the next release comes.
    await page.evaluate(`{ const { postMessage } = ServiceWorker.prototype;
      ServiceWorker.prototype.postMessage = () => { ServiceWorker.prototype.postMessage = postMessage; } }`);
    await accept(page);
    await page.evaluate(DISMISS);
    expect(await page.evaluate(OFFERED)).toBe(false);
    const next = released(site.one, 3);
    await page.evaluate(ASK);
    await page.until(OFFERED);
    await accept(page);
    await page.until(`${STYLE} === './${next}' && ${TOTAL} === '93.50'`);
  }));

/** Gives the program of the page another name, as a release does, and deletes the old one; returns that. */
function renamed(folder) {
  const [before] = readdirSync(folder).filter((name) => /^jiheng-page-.*\.wasm$/.test(name));
  const now = before.replace(/-[0-9a-f]{12,16}_bg/, '-4444444444444444_bg');
  renameSync(join(folder, before), join(folder, now));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), page.split(before).join(now));
  return before;
}

test('where a part of what is kept is lost and the server has a newer release alone, that is taken up by itself', ({ site }) =>
  launched(site, async (page) => {
    await opened(page);
    const lost = renamed(site.one);
    const next = released(site.one, 4);
    await page.evaluate(`caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.put('${lost}', new Response('', { status: 404 })))`);
    await page.reload();
    await page.until(`${STYLE} === './${next}' && ${TOTAL} === '93.50'`);
    expect(page.troubles.join()).toContain(lost);
    page.troubles.length = 0;
  }));

test('the worker in deploy/README.md takes the page away again, with all that it kept', ({ site }) =>
  launched(site, async (page) => {
    await opened(page);
    for (const name of readdirSync(site.one)) rmSync(join(site.one, name), { recursive: true });
    const [, worker] = /```js\n([^]+?)```/.exec(readFileSync(new URL('../../deploy/README.md', import.meta.url), 'utf8'));
    writeFileSync(join(site.one, 'sw.js'), worker);
    await page.reload();
    await page.until(`${TOTAL} === '93.50'`);
    await page.evaluate(`navigator.serviceWorker.getRegistration().then((found) => found && found.update()).then(() => true, () => true)`);
    await page.until('caches.keys().then((names) => !names.length)');
    await page.goto(`${site.url}one/`);
    await page.until(`document.body.textContent === 'not found'`);
    expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(0);
    page.troubles.length = 0; // the browser tells of what is not there
  }));

test('a release that is only half there is not taken up, the old one works, and the mended one is offered', async ({ page, site, troubles }) => {
  await openExample(page, 'fukang');
  await kept(page);
  const [before] = await editions(page);
  const next = released(site.one, 2);
  const whole = readFileSync(join(site.one, next));
  for (const spoil of [() => rmSync(join(site.one, next)), () => writeFileSync(join(site.one, next), whole.subarray(9))]) {
    spoil();
    expect(await asked(page)).toBe(false);
    await page.reload();
    await expect(total(page)).toHaveText('93.50');
    expect(await style(page)).toContain(before[1]);
    expect(await editions(page)).toEqual([before]);
    await expect(notice(page)).toHaveCount(0);
  }
  troubles.length = 0; // the browser tells of what was refused
  writeFileSync(join(site.one, next), whole);
  expect(await asked(page)).toBe(true);
  await expect(notice(page)).toContainText(UPDATE);
  expect((await editions(page)).map(([, css]) => css).sort()).toEqual([before[1], next].sort());
});

test('a first visit to a folder that is not whole keeps nothing, and the page works', async ({ page, site, troubles }) => {
  const [wasm] = readdirSync(site.one).filter((name) => name.startsWith('jiheng-desk') && name.endsWith('.wasm'));
  truncateSync(join(site.one, wasm), 1000);
  const begun = page.waitForResponse(/\/offline-\w+\.js$/, LATER);
  await openExample(page, 'fukang');
  await begun;
  // As long as a whole folder takes.
  await page.waitForTimeout(3000);
  await expect.poll(() => page.evaluate(async () => [
    (await caches.keys()).filter((name) => !name.startsWith('jiheng:aside:')).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ]), LATER).toEqual([0, 0]);
  await expect(total(page)).toHaveText('93.50');
  troubles.length = 0;
});

test('what the operator changes is taken from the server, and without a network from the last time', async ({ page, site, troubles }) => {
  writeFileSync(join(site.one, 'own.json'), '{"at":1}');
  await page.goto('');
  await kept(page);
  await page.reload();
  const got = () => page.evaluate(async () => (await fetch('own.json')).json());
  expect(await got()).toEqual({ at: 1 });
  writeFileSync(join(site.one, 'own.json'), '{"at":22}');
  expect(await got()).toEqual({ at: 22 });
  site.close();
  expect(await got()).toEqual({ at: 22 });
  troubles.length = 0; // the browser tells of what it could not fetch
});

test('a portal that has no settings is not told of them without a network', async ({ page, site, troubles }) => {
  rmSync(join(site.one, 'jiheng.config.json'));
  await page.goto('');
  await kept(page);
  site.close();
  await page.reload();
  await expect(card(page, 'fukang')).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  troubles.length = 0; // the browser tells of what is not there
});

test('the page in a frame keeps nothing', async ({ page }) => {
  await page.goto('');
  await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>host</title><iframe src="./" width="900" height="700"></iframe>' }));
  await page.goto('host');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  // Longer than the page waits before it begins.
  await page.waitForTimeout(4500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a tab that is seen again after more than an hour asks for a new release, once', async ({ page, site }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const { update } = ServiceWorkerRegistration.prototype;
    window.updates = 0;
    ServiceWorkerRegistration.prototype.update = function counted() {
      window.updates += 1;
      return update.call(this);
    };
  });
  await page.goto('');
  await page.clock.runFor(4000);
  await kept(page);
  released(site.one, 2);
  const seen = () => page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    return window.updates;
  });
  await page.clock.runFor('59:00');
  expect(await seen()).toBe(0);
  await page.clock.runFor('02:00');
  expect(await seen()).toBe(1);
  expect(await seen()).toBe(1);
  await expect(notice(page)).toContainText(UPDATE, LATER);
});

test('Chromium 83 opens the page without a network', async ({ site }) => {
  const kernel = await launchOldKernel(83);
  try {
    await kernel.goto(`${site.url}one/`);
    await kernel.until(`navigator.serviceWorker.getRegistration().then((found) => Boolean(found && found.active))`, 40);
    site.close();
    await kernel.goto(`${site.url}one/?again`);
    await kernel.until(`[...document.querySelectorAll('h3')].some((title) => title.textContent === '${FORMS.fukang}')`);
    expect(await kernel.evaluate('location.search')).toBe('?again');
    expect(kernel.troubles).toEqual([]);
  } finally {
    await kernel.close();
  }
});

base.describe('on whatever host the tests run', () => {
  base.use({ serviceWorkers: 'allow' });
  base('a first visit, the network cut, and a reload', async ({ page, context }) => {
    await openExample(page, 'fukang');
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await expect(total(page)).toHaveText('93.50');
  });
});
