// The page inside a portal of another origin: what the element does, and what neither side lets through.
import { readFileSync } from 'node:fs';
import { test as base, expect } from './fixtures.mjs';
import { board, field, grade, points, row, tab, total } from './page.mjs';
import { ownRubric } from './own.mjs';
import { freePort, startPortal } from './portal.mjs';
import { serve } from './server.mjs';

const FOLDER = 'http://127.0.0.1:8080/jiheng/'; // as pages write it; portal.mjs puts the true one in its place

const test = base.extend({
  /** Starts a portal: a page whose body is `body`, with its script, and calculators in another origin. */
  startHost: async ({}, use) => {
    const started = [];
    await use(async (body, { script = '', extra = {}, ...options } = {}) => {
      const files = {
        'host.html': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">
          <script src="${FOLDER}embed.js" defer></script><script src="host.js" defer></script><body>${body}</body></html>`,
        'host.js': script,
        ...extra,
      };
      const both = await startPortal({ ...options, files });
      started.push(both.calculators, both.portal);
      return { page: `${both.portal.url}host.html`, ...both };
    });
    for (const { close } of started) close();
  },
  // Ports are not known before: what matters is that nothing leaves this machine.
  origins: async ({}, use) => use({ includes: (origin) => origin.startsWith('http://127.0.0.1:') }),
});

/** The page inside the nth calculator. */
const inside = (page, nth = 0) => page.locator('jiheng-calculator').nth(nth).locator('iframe').contentFrame();
/** Notes every event of the calculators in `window.heard`: [id, name, detail]. */
const LISTEN = `
  window.heard = [];
  for (const name of ['ready', 'change', 'result', 'error']) {
    document.addEventListener('jiheng-' + name, ({ target, detail }) => window.heard.push([target.id, name, detail]));
  }`;
const heard = (page, id, name) =>
  page.evaluate(([id, name]) => window.heard.filter((one) => one[0] === id && one[1] === name).map((one) => one[2]), [id, name]);
const waitFor = (page, id, name, count = 1) =>
  expect.poll(async () => (await heard(page, id, name)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);

test('the portal of the examples fills a form, hears the score and shows it', async ({ page, startHost }) => {
  const { portal } = await startHost('');
  await page.goto(portal.url);
  const result = page.locator('#self-result');
  // Of 13 indicators the budget alone is filled: 266 of 280 is 95 %, and 10 × 95 % is 9.50.
  await page.getByRole('button', { name: '带入自评表' }).click();
  await expect(result).toHaveText('9.50～99.50分（尚未填完）');
  const form = inside(page);
  await expect(total(form)).toHaveText('9.50');
  // 12 of 10 is capped at full marks: 10 more.
  await field(form, '数量指标1', '目标值').fill('10');
  await field(form, '数量指标1', '实际完成值').fill('12');
  await expect(result).toHaveText('19.50～99.50分（尚未填完）');
  // What was typed in the calculator stays when the portal fills in again.
  await page.getByLabel('全年执行数（万元）').fill('280');
  await page.getByRole('button', { name: '带入自评表' }).click();
  await expect(result).toHaveText('20.00～100.00分（尚未填完）');
  await expect(field(form, '数量指标1', '实际完成值')).toHaveValue('12');

  const trial = page.locator('#trial-result');
  await page.locator('#trial-score').scrollIntoViewIfNeeded();
  await expect(trial).toHaveText('93.50分，等级优');
  // All of them insured: 6.00 in place of 5.48.
  await page.getByLabel('实际参保人数（人）').fill('33333');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(trial).toHaveText('94.02分，等级优');
  await expect(total(inside(page, 1))).toHaveText('94.02');
  await expect(grade(inside(page, 1))).toHaveText('优');
});

const INSURED = '城镇职工大额医疗保险参保人数';
const calculator = (id, attributes) => `<jiheng-calculator id="${id}" ${attributes}></jiheng-calculator>`;
const heightOf = (page, id) => page.locator(`#${id}`).evaluate((node) => node.offsetHeight);
const contentOf = (frame) => frame.locator('html').evaluate((node) => Math.ceil(node.getBoundingClientRect().height));

test('two calculators are as high as what they hold, each for itself, and exchange nothing', async ({ page, startHost }) => {
  const body = calculator('a', 'preset="fukang" mode="score"') + calculator('b', 'preset="fukang" mode="score"');
  const host = await startHost(body, { script: LISTEN });
  await page.goto(host.page);
  const [a, b] = [inside(page, 0), inside(page, 1)];
  await expect(total(a)).toBeVisible();
  await page.locator('#b').scrollIntoViewIfNeeded();
  await expect(total(b)).toBeVisible();
  for (const [id, frame] of [['a', a], ['b', b]]) {
    await expect.poll(async () => (await heightOf(page, id)) - (await contentOf(frame))).toBe(0);
  }

  const before = [await heightOf(page, 'a'), await heightOf(page, 'b')];
  const derivation = row(a, INSURED).getByText('评分过程');
  await derivation.click();
  await expect.poll(() => heightOf(page, 'a')).toBeGreaterThan(before[0]);
  await derivation.click();
  await expect.poll(() => heightOf(page, 'a')).toBe(before[0]);
  expect(await heightOf(page, 'b')).toBe(before[1]);

  await field(a, INSURED, '实际完成值').fill('30437');
  await waitFor(page, 'a', 'change');
  expect(await heard(page, 'b', 'change')).toEqual([]);
  await expect(field(b, INSURED, '实际完成值')).toHaveValue('');
  // Loaded anew, each has its own again.
  await expect(a.getByText(/^已保存在本机/)).toBeVisible();
  await page.reload();
  await expect(field(a, INSURED, '实际完成值')).toHaveValue('30437');
  await page.locator('#b').scrollIntoViewIfNeeded();
  await expect(field(b, INSURED, '实际完成值')).toHaveValue('');
});

/** Every kind of message that the frame knows, and some that it does not. */
const MESSAGES = ['hello', 'assessment', 'preset', 'rubric', 'lang', 'theme', 'mode', 'reset', 'score', 'view', 'constructor'];
const HOSTILE = `
  const targets = () => (parent === window ? [window.frames[0]] : [parent.frames[0]]);
  window.learned = [];
  addEventListener('message', ({ data }) => window.learned.push(data));
  window.attack = () => {
    const assessment = { version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: '1' } } };
    const value = { __proto__: null, lang: 'en', theme: 'dark', mode: 'result', preset: 'taishan', assessment }; 
    for (const target of targets()) for (const kind of ${JSON.stringify(MESSAGES)}) {
      target.postMessage({ protocol: 'jiheng:1', id: 1, kind, value: value[kind], above: 500, below: 500 }, '*');
    }
  };`;

/** The page inside a plain frame shows what it did before: nothing was changed from outside. */
async function expectUntouched(frame) {
  await expect(total(frame)).toHaveText('0.00');
  await expect(field(frame, INSURED, '实际完成值')).toHaveValue('');
  expect(await frame.locator('html').evaluate((root) => [root.lang, root.dataset.theme, root.dataset.embed, root.style.length])).toEqual(['zh-CN', undefined, 'score', 0]);
}

test('a page of an origin that is not listed learns nothing and changes nothing, whatever it sends', async ({ page, startHost }) => {
  const body = `<iframe id="frame" src="${FOLDER}?embed=score&preset=fukang&lang=zh" width="1200" height="900"></iframe>`;
  const host = await startHost(body, { script: HOSTILE, listed: ['https://portal.example'] });
  await page.goto(host.page);
  const frame = page.locator('#frame').contentFrame();
  await expect(total(frame)).toBeVisible();
  await page.evaluate(() => window.attack());
  await field(frame, INSURED, '目标值').fill('33333');
  await page.waitForTimeout(1000); // the frame would have told of the change by now
  await field(frame, INSURED, '目标值').fill('');
  await expectUntouched(frame);
  expect(await page.evaluate(() => window.learned)).toEqual([]);
});

test('the same messages from a page that is listed are answered', async ({ page, startHost }) => {
  const body = `<iframe id="frame" src="${FOLDER}?embed=score&preset=fukang&lang=zh" width="1200" height="900"></iframe>`;
  const host = await startHost(body, { script: HOSTILE });
  await page.goto(host.page);
  const frame = page.locator('#frame').contentFrame();
  await expect(total(frame)).toBeVisible();
  await page.evaluate(() => window.attack());
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => page.evaluate(() => window.learned.map(({ kind }) => kind))).toContain('ready');
});

test('a page that the header does not list cannot even frame it', async ({ page, startHost, troubles }) => {
  const host = await startHost(`<iframe id="frame" src="${FOLDER}?embed=score&preset=fukang"></iframe>`, { frames: 'https://portal.example' });
  await page.goto(host.page);
  await expect.poll(() => troubles.some((trouble) => /frame-ancestors/.test(trouble))).toBe(true);
  await expect(page.locator('#frame').contentFrame().locator('#boot, .page')).toHaveCount(0);
  troubles.length = 0;
});

test('a window that is not around the frame is not heard, though its origin is listed', async ({ page, startHost }) => {
  const body = `<iframe id="frame" src="${FOLDER}?embed=score&preset=fukang&lang=zh" width="1200" height="900"></iframe>
    <iframe id="sibling" src="sibling.html"></iframe>`;
  const sibling = '<!doctype html><title>sibling</title><link rel="icon" href="data:,"><script src="sibling.js"></script>';
  const extra = { 'sibling.html': sibling, 'sibling.js': HOSTILE };
  const host = await startHost(body, { extra });
  await page.goto(host.page);
  const frame = page.locator('#frame').contentFrame();
  await expect(total(frame)).toBeVisible();
  const other = page.locator('#sibling').contentFrame().locator('html');
  await other.evaluate(() => window.attack());
  await page.waitForTimeout(500);
  await expectUntouched(frame);
  expect(await other.evaluate(() => window.learned)).toEqual([]);
});

test('the host hears the frame alone', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="result"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const known = (await heard(page, 'a', 'result')).length;
  await page.evaluate(() => {
    for (const kind of ['ready', 'change', 'result', 'error', 'size', 'answer']) {
      window.postMessage({ protocol: 'jiheng:1', kind, id: 1, height: 9000, scorecard: {}, assessment: {}, error: {} }, '*');
    }
  });
  await page.waitForTimeout(300);
  expect((await heard(page, 'a', 'result')).length).toBe(known);
  expect(await heard(page, 'a', 'error')).toEqual([]);
  expect(await heightOf(page, 'a')).toBeLessThan(9000);
});

test('the element scores, resets and follows its attributes', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="score" lang="zh"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'ready');
  const frame = inside(page);
  const a = page.locator('#a');
  // 6 × 30437 / 33333 is 5.478…, 5.48 points, in the shape of the JS contract.
  const scored = await a.evaluate(async (node) => {
    node.assessment = { version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: '30437', target: '33333' } } };
    const card = await node.score();
    return [card.total.min, card.indicators.find(({ id }) => id === 'insured-all').score, node.scorecard?.total.score];
  });
  expect(scored.slice(0, 2)).toEqual(['5.48', '5.48']);
  await expect(points(frame, INSURED)).toContainText('5.48');
  await expect(frame.getByText('由所在网页保存')).toBeVisible();
  await field(frame, INSURED, '实际完成值').fill('33333');
  await expect.poll(() => a.evaluate((node) => node.assessment.entries['insured-all'].actual)).toBe('33333');
  await expect.poll(() => a.evaluate((node) => node.scorecard.total.score)).toBe('6.00');
  expect(await a.evaluate((node) => node.reset().then(() => node.score()).then((card) => card.total.score))).toBe('5.48');

  await a.evaluate((node) => node.setAttribute('lang', 'en'));
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
  await expect(a.locator('iframe')).toHaveAttribute('title', 'Performance evaluation calculator');
  await a.evaluate((node) => node.setAttribute('theme', 'dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await a.evaluate((node) => node.setAttribute('mode', 'result'));
  await expect(frame.getByRole('banner')).toBeHidden();
  await expect(board(frame)).toBeVisible();
  await a.evaluate((node) => node.setAttribute('preset', 'taishan'));
  await expect.poll(() => a.evaluate((node) => node.assessment.rubric.id)).toBe('taishan');
});

test('what cannot be taken is told with its place, and what was open stays', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const assign = (value) => page.locator('#a').evaluate((node, value) => void (node.assessment = value), value);
  await assign({ version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: 30437 } } });
  await assign({ version: 1, rubric: { id: 'nowhere' } });
  await assign({ version: 9, rubric: { id: 'fukang' } });
  await page.locator('#a').evaluate((node) => node.setAttribute('assessment', '{'));
  await page.locator('#a').evaluate((node) => node.setAttribute('preset', 'nowhere'));
  await page.locator('#a').evaluate((node) => void (node.assessment = { version: 1, rubric: { id: 'fukang' }, entries: () => {} }));
  await waitFor(page, 'a', 'error', 6);
  const told = (await heard(page, 'a', 'error')).map(({ code, path }) => `${code} ${path}`);
  expect(told.sort()).toEqual([
    'failed ',
    'not-opened preset',
    'other-version assessment.version',
    'unknown-preset assessment.rubric.id',
    'wrong-shape assessment',
    'wrong-shape assessment.entries.insured-all.actual',
  ]);
  await expect(total(inside(page))).toHaveText('0.00');
});

test('the portal\'s own rubric comes by rubric-url, and every problem of a bad one is told', async ({ page, startHost, troubles }) => {
  const bad = ownRubric((rubric) => {
    rubric.grades.pop();
    rubric.indicators[0].weight = '11';
  });
  const host = await startHost(calculator('a', 'rubric-url="good.json" mode="score"'), {
    script: LISTEN, extra: { 'good.json': ownRubric(), 'bad.json': bad },
  });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const frame = inside(page);
  await field(frame, INSURED, '目标值').fill('200');
  await field(frame, INSURED, '实际完成值').fill('119');
  // 6 × 119/200 is 3.57.
  await expect(points(frame, INSURED)).toContainText('3.57');
  await page.locator('#a').evaluate((node) => node.setAttribute('rubric-url', 'bad.json'));
  await waitFor(page, 'a', 'error');
  const [error] = await heard(page, 'a', 'error');
  expect(error.code).toBe('invalid-rubric');
  expect(error.problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThanOrEqual(2);
  // Of attributes its users know nothing: it goes by its title.
  await expect(frame.getByRole('heading', { name: /^指标体系“本市项目评分表”有\d处错误，没有打开$/ })).toBeVisible();
  await page.locator('#a').evaluate((node) => node.setAttribute('rubric-url', 'gone.json'));
  await expect.poll(async () => (await heard(page, 'a', 'error')).map(({ code }) => code)).toContain('rubric-not-loaded');
  expect(troubles).toEqual([expect.stringContaining('404')]);
  troubles.length = 0;
});

test('going about in the frame leaves the portal\'s Back alone', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="full"'), { script: LISTEN });
  await page.goto(host.portal.url);
  await page.goto(host.page);
  const frame = inside(page);
  await expect(total(frame)).toBeVisible();
  await tab(frame, '指标体系').click();
  await expect(frame.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await tab(frame, '导出').click();
  await tab(frame, '评分').click();
  await expect(total(frame)).toBeVisible();
  await page.goBack();
  expect(page.url()).toBe(host.portal.url);
});

test('where storage is blocked in the frame it works, and says that nothing is kept', async ({ page, startHost }) => {
  await page.addInitScript(() => {
    if (window === window.top) return;
    const blocked = { get: () => { throw new DOMException('blocked', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', blocked);
    Object.defineProperty(window, 'sessionStorage', blocked);
  });
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  const frame = inside(page);
  await field(frame, INSURED, '目标值').fill('33333');
  await field(frame, INSURED, '实际完成值').fill('30437');
  await expect(points(frame, INSURED)).toContainText('5.48');
  await expect(frame.getByText(/^未能保存/)).toBeVisible();
  await waitFor(page, 'a', 'change');
});

test('what is changed before the frame listens is followed, and what is taken away is as by default', async ({ page, startHost }) => {
  const script = `${LISTEN}
    const a = document.querySelector('#a');
    a.setAttribute('preset', 'taishan');
    a.setAttribute('theme', 'dark');
    a.setAttribute('mode', 'result');`;
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script });
  await page.goto(host.page);
  const a = page.locator('#a');
  await expect.poll(() => a.evaluate((node) => node.assessment?.rubric.id)).toBe('taishan');
  const root = inside(page).locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-embed', 'result');
  await a.evaluate((node) => ['theme', 'mode'].forEach((name) => node.removeAttribute(name)));
  await expect(root).not.toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-embed', 'full');
  await a.evaluate((node) => node.setAttribute('mode', 'whole'));
  await expect.poll(async () => (await heard(page, 'a', 'error')).map(({ path }) => path)).toEqual(['mode']);
  await a.evaluate((node) => (node.hidden = true));
  await expect(a).toBeHidden();
});

test('a form that is not offered is told', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="nowhere" mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'error');
  const [{ code, message }] = await heard(page, 'a', 'error');
  expect([code, message.includes('nowhere')]).toEqual(['not-opened', true]);
});

test('loaded anew, the form that the address names is there, though the host had handed something over', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const given = { version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: '30437', target: '33333' } } };
  await page.locator('#a').evaluate((node, given) => void (node.assessment = given), given);
  await expect(points(inside(page), INSURED)).toContainText('5.48');
  await page.reload();
  await waitFor(page, 'a', 'result');
  await expect(total(inside(page))).toHaveText('0.00');
});

test('a portal learns nothing of what was typed in another one, in the same tab', async ({ page, startHost }) => {
  const [one, other] = [await freePort(), await freePort()];
  const listed = [one, other].map((port) => `http://127.0.0.1:${port}`);
  const body = '<jiheng-calculator preset="fukang" mode="score"></jiheng-calculator>';
  const host = await startHost(body, { script: LISTEN, listed, frames: listed.join(' '), ports: [undefined, one] });
  const html = `<!doctype html><title>B</title><link rel="icon" href="data:,"><script src="${host.calculators.url}embed.js" defer></script>${body}`;
  const b = await serve('examples/portal', other, { files: { 'host.html': html }, headers: { 'content-security-policy': `default-src 'self' data: ${new URL(host.calculators.url).origin}` } });
  await page.goto(host.page);
  await field(inside(page), INSURED, '实际完成值').fill('4242');
  await expect(inside(page).getByText(/^已保存在本机/)).toBeVisible();
  await page.goto(`${b.url}host.html`);
  await expect(field(inside(page), INSURED, '实际完成值')).toHaveValue('');
  expect(await page.locator('jiheng-calculator').evaluate((node) => JSON.stringify(node.assessment))).not.toContain('4242');
  // The same page again has its own.
  await page.goto(host.page);
  await expect(field(inside(page), INSURED, '实际完成值')).toHaveValue('4242');
  b.close();
});

test('who waits for a calculator that is taken away is told', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  const told = await page.locator('#a').evaluate((node) => {
    const score = node.score().catch(({ message }) => message);
    node.remove();
    return score;
  });
  expect(told).toBe('the calculator was removed');
});

test('an opening that hangs gives way to the next, and keeps nobody else waiting', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/presets/taishan/rubric*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const a = page.locator('#a');
  await a.evaluate((node) => {
    node.setAttribute('preset', 'taishan');
    node.setAttribute('lang', 'en');
  });
  await expect(inside(page).locator('html')).toHaveAttribute('lang', 'en');
  const begun = Date.now();
  await a.evaluate((node) => node.setAttribute('preset', 'jinzhong'));
  await expect.poll(() => a.evaluate((node) => node.assessment.rubric.id)).toBe('jinzhong');
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(await heard(page, 'a', 'error')).toEqual([
    { code: 'not-opened', path: 'preset', message: 'something else was asked for meanwhile' },
  ]);
  // An assessment, or the way back, does so too.
  await a.evaluate((node) => node.setAttribute('preset', 'taishan'));
  await a.evaluate((node) => node.reset());
  await waitFor(page, 'a', 'error', 2);
  await a.evaluate((node) => node.setAttribute('preset', 'taishan'));
  const score = a.evaluate((node) => {
    node.assessment = { version: 1, rubric: { id: 'fukang' }, entries: { 'insured-all': { actual: '33333', target: '33333' } } };
    return node.score().then((card) => card.total.score);
  });
  expect(await score).toBe('6.00');
  await waitFor(page, 'a', 'error', 3);
  // What comes later is neither opened nor spoken of.
  release();
  await page.waitForTimeout(500);
  await expect(total(inside(page))).toHaveText('6.00');
  await expect(inside(page).getByRole('status', { name: 'Notices' }).getByRole('button')).toHaveCount(0);
  expect(await heard(page, 'a', 'error')).toHaveLength(3);
});

test('an assessment that is assigned while its rubric is checked waits for it', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'mode="score"'), { script: LISTEN, extra: { 'city.json': ownRubric() } });
  await page.route('**/jiheng-papers*.wasm', async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    await route.continue();
  });
  await page.goto(host.page);
  await waitFor(page, 'a', 'ready');
  const rubric = page.waitForResponse('**/city.json');
  await page.locator('#a').evaluate((node) => node.setAttribute('rubric-url', 'city.json'));
  await rubric;
  await page.locator('#a').evaluate((node) => {
    node.assessment = { version: 1, rubric: { id: 'city' }, entries: { 'insured-all': { actual: '30437', target: '33333' } } };
  });
  await expect(points(inside(page), INSURED)).toContainText('5.48');
  expect(await heard(page, 'a', 'error')).toEqual([]);
});

test('in a scenario the host is told what it has to keep, each change once, and the score of the baseline', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="full"'), { script: LISTEN });
  await page.goto(host.page);
  const frame = inside(page);
  await field(frame, INSURED, '目标值').fill('33333');
  await field(frame, INSURED, '实际完成值').fill('30437');
  await expect.poll(() => page.locator('#a').evaluate((node) => node.scorecard?.total.score)).toBe('5.48');
  await frame.getByRole('button', { name: '以当前为基准试一试' }).click();
  await field(frame, INSURED, '实际完成值').fill('33333');
  await expect(total(frame)).toHaveText('6.00');
  const kept = () => page.locator('#a').evaluate((node) => JSON.stringify(node.assessment.scenarios || []));
  await expect.poll(kept).toContain('33333');
  await page.waitForTimeout(500); // and nothing more
  const changes = (await heard(page, 'a', 'change')).map((detail) => JSON.stringify(detail.assessment));
  expect(new Set(changes).size).toBe(changes.length);
  const results = (await heard(page, 'a', 'result')).map(({ scorecard }) => scorecard.total.score);
  expect(results).not.toContain('6.00');
  expect(await page.locator('#a').evaluate((node) => node.score().then((card) => card.total.score))).toBe('5.48');
  // What is adopted is one.
  await frame.getByRole('button', { name: '采用为结果' }).click();
  await expect.poll(() => page.locator('#a').evaluate((node) => node.scorecard.total.score)).toBe('6.00');
  // Where the score alone is shown there is no way into scenarios.
  const wayIn = frame.getByRole('button', { name: '以当前为基准试一试' });
  await expect(wayIn).toBeVisible();
  for (const mode of ['score', 'result']) {
    await page.locator('#a').evaluate((node, mode) => node.setAttribute('mode', mode), mode);
    await expect(wayIn).toBeHidden();
    await expect(frame.getByRole('region', { name: '推演方案' })).toBeHidden();
  }
});

test('what is too large to be scored for the host is refused, and no result comes without a scorecard', async ({ page, startHost }) => {
  test.setTimeout(90_000);
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  await page.goto(host.page);
  await waitFor(page, 'a', 'result');
  const code = await page.locator('#a').evaluate((node) => {
    node.assessment = { version: 1, rubric: { id: 'fukang' }, project: { summary: '长'.repeat(6 * 1024 * 1024) } };
    return node.score().then(() => 'scored', (error) => error.code);
  });
  expect(code).toBe('not-scored');
  await expect.poll(async () => (await heard(page, 'a', 'error')).map((error) => error.code), { timeout: 30_000 }).toContain('not-scored');
  const cards = await page.evaluate(() => window.heard.filter(([, name]) => name === 'result').map(([, , detail]) => typeof detail.scorecard));
  expect(new Set(cards)).toEqual(new Set(['object']));
});

test('the score stays in sight below a head of the portal, and in a pane that scrolls', async ({ page, startHost }) => {
  const script = `${LISTEN}
    window.toPane = () => {
      const pane = document.createElement('div');
      pane.id = 'pane';
      Object.assign(pane.style, { height: '500px', overflow: 'auto', marginTop: '50px' });
      document.body.prepend(pane);
      pane.append(document.querySelector('#a'));
    };`;
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script });
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(host.page);
  const frame = inside(page);
  await expect(total(frame)).toBeVisible();
  await expect.poll(() => heightOf(page, 'a')).toBeGreaterThan(3000);
  const top = async () => Math.round((await board(frame).boundingBox()).y);
  const scroll = (y, style) => page.evaluate(([y, style]) => {
    Object.assign(document.documentElement.style, { scrollPaddingTop: style.root });
    Object.assign(document.querySelector('#a').style, { scrollMarginTop: style.own });
    scrollTo(0, y);
  }, [y, style]);
  const LEFT = 16; // what the page itself leaves free above
  await scroll(1600, { root: '', own: '' });
  await expect.poll(top).toBe(LEFT);
  await scroll(1500, { root: '80px', own: '' });
  await expect.poll(top).toBe(80 + LEFT);
  await scroll(1400, { root: '80px', own: '120px' });
  await expect.poll(top).toBe(120 + LEFT);

  await scroll(0, { root: '', own: '' });
  await page.evaluate(() => window.toPane());
  await waitFor(page, 'a', 'ready', 2);
  await expect.poll(() => heightOf(page, 'a')).toBeGreaterThan(3000);
  const pane = () => page.locator('#pane').evaluate((node) => node.getBoundingClientRect().toJSON());
  await page.locator('#pane').evaluate((node) => node.scrollTo(0, 1500));
  await expect.poll(top).toBe(Math.round((await pane()).top) + LEFT);
  await page.setViewportSize({ width: 375, height: 700 });
  const bottom = async () => {
    const { y, height } = await frame.getByRole('region', { name: '总分速览' }).boundingBox();
    return Math.abs(y + height - (await pane()).bottom);
  };
  await page.locator('#pane').evaluate((node) => node.scrollTo(0, 1400));
  await expect.poll(bottom).toBeLessThan(2);
});

test('on a narrow screen the menu opens below its button, with nothing empty in it', async ({ page, startHost }) => {
  const host = await startHost(calculator('a', 'preset="fukang" mode="score"'), { script: LISTEN });
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto(host.page);
  const frame = inside(page);
  // Saved by the page around, which says so at length: the tools take two lines.
  const given = { version: 1, rubric: { id: 'fukang' }, entries: {} };
  await waitFor(page, 'a', 'result');
  await page.locator('#a').evaluate((node, given) => void (node.assessment = given), given);
  await expect(frame.getByText('由所在网页保存')).toBeVisible();
  const button = frame.getByText('显示', { exact: true });
  await button.click();
  const [above, below] = [await button.boundingBox(), await frame.getByRole('radiogroup', { name: '主题' }).boundingBox()];
  expect(above.x + above.width).toBeGreaterThan(below.x);
  expect(above.x).toBeLessThan(below.x + below.width);
  await expect(frame.locator('.menu__narrow')).toBeHidden();
});

test('without a language of its own the frame is named in that of the page around', async ({ page, startHost }) => {
  const script = `${LISTEN}
    document.documentElement.lang = 'en-GB';
    document.body.append(document.createElement('jiheng-calculator'));`;
  const host = await startHost(calculator('a', 'preset="fukang"'), { script });
  await page.goto(host.page);
  const frames = page.locator('jiheng-calculator iframe');
  await expect(frames.nth(0)).toHaveAttribute('title', '绩效评价计算器');
  await expect(frames.nth(1)).toHaveAttribute('title', 'Performance evaluation calculator');
});

for (const readme of ['README.md', 'README.zh-CN.md']) {
  test(`the page in ${readme}, copied as it is, shows the total`, async ({ page }) => {
    const text = readFileSync(readme, 'utf8');
    const code = (language, holds) =>
      [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((found) => found[1]).find((found) => found.includes(holds));
    const html = code('html', 'jiheng-calculator');
    expect(html.trim().split('\n').length).toBeLessThan(10);
    // Below the folder, so that one server has both; the policy is the strict one of the page itself.
    const files = { 'try.html': html.replace('<title>', '<link rel="icon" href="data:,"><title>'), 'result.js': code('js', 'result.js') };
    const { url, close } = await serve('dist', 0, { base: '/jiheng/', files });
    await page.goto(`${url}try.html`);
    const form = inside(page);
    await field(form, INSURED, '目标值').fill('33333');
    await field(form, INSURED, '实际完成值').fill('30437');
    await expect(page.locator('#total')).toHaveText('5.48');
    close();
  });
}
