// Measures the page of dist/ in Chromium with the CPU four times slower: scripting and paint per keystroke, and the load on a slow
// line, of the page and of a frame in a page of another origin, with nothing in the browser's cache and with all of it.
import { chromium } from '@playwright/test';
import config from '../../playwright.config.mjs';
import { fortyRows } from './forty-rows.mjs';
import { startPortal } from './portal.mjs';
import { serve } from './server.mjs';

// The screen that is measured, what the tab had open, and the accessible name of the input that is typed into:
// the Fukang example on the scoring tab, its first row with a target.
const PAGE = { path: '#/score', opened: 'example:fukang', input: '实际完成值' };
const FLOOR = { path: '', input: 'floor' };
// The tab 推演 with its tools that answer for every input at once; typed into is what they go by.
const WHATIF = [
  { tool: '差距', path: '#/whatif/distance', opened: 'example:fukang', input: '目标总分' },
  { tool: '敏感性', path: '#/whatif/swing', opened: 'example:fukang', input: '其他幅度' },
];

// A page of another origin that embeds the same form; the address is that of examples/portal.
const EMBED = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>办事指南</title><h1>绩效自评</h1>
<script src="http://127.0.0.1:8080/jiheng/embed.js"></script><jiheng-calculator preset="fukang"></jiheng-calculator></html>`;

const KEYSTROKES = 30;
const ROUNDS = 3; // page and floor page in turn
const CPU_SLOWDOWN = 4;
const LOADS = 5;
const USABLE = 2; // seconds
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A browser as on another computer: nothing in its cache, nothing stored. */
async function fresh(browser, opened) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  // A reloaded tab finds what it had open by this key (src/app/state/opening.rs).
  if (opened) await context.addInitScript((origin) => sessionStorage.setItem('jiheng.open', origin), opened);
  return context;
}

/** In the page and its frames: tells when the field of that name has been painted and can be typed into. Playwright's own search
 * for it would take a tenth of the time that is measured. */
function watchField(name) {
  const painted = new MessageChannel();
  painted.port1.onmessage = () => window.fieldIsThere(performance.timeOrigin + performance.now());
  const look = () => {
    const named = [...document.querySelectorAll('label')].find((label) => label.textContent.startsWith(name));
    const seen = named?.control?.getClientRects().length;
    requestAnimationFrame(seen ? () => painted.port2.postMessage(null) : look);
  };
  requestAnimationFrame(look);
}

/** Opens a slowed tab and waits until the input can be typed into: that many milliseconds after the tab was asked for. */
async function visit(context, url, input, line) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  if (line) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', line);
  }
  let tell;
  const there = new Promise((resolve) => (tell = resolve));
  await page.exposeFunction('fieldIsThere', tell);
  await page.addInitScript(watchField, input);
  await page.goto(url, { waitUntil: 'commit' });
  const usable = (await there) - (await page.evaluate(() => performance.timeOrigin));
  return { page, usable };
}

/** Opens a slowed page in a browser of its own, with the input in focus. */
async function open(browser, url, { path, opened, input }) {
  const context = await fresh(browser, opened);
  const { page } = await visit(context, url + path, input);
  const field = page.getByLabel(input).first();
  await field.focus();
  return { context, page, field };
}

/** How long the first visit and the next one take on a slow line until the page can be used: medians, in seconds. */
async function loads(browser, url) {
  const [cold, warm] = [[], []];
  for (let run = 0; run < LOADS; run += 1) {
    const context = await fresh(browser, PAGE.opened);
    for (const times of [cold, warm]) {
      const { page, usable } = await visit(context, url, PAGE.input, LINE);
      times.push(usable / 1000);
      await page.close();
    }
    await context.close();
  }
  return { cold: median(cold), warm: median(warm) };
}

/** In the page: from an input event to the last change of the DOM before the frame, and from the key to after that frame. */
function watchKeystrokes() {
  window.keystrokes = [];
  let key = 0;
  let start = 0;
  let changed = 0;
  new MutationObserver(() => (changed = performance.now())).observe(document, {
    attributes: true, characterData: true, childList: true, subtree: true,
  });
  const painted = new MessageChannel();
  painted.port1.onmessage = () => window.keystrokes.push({ scripting: Math.max(0, changed - start), paint: performance.now() - key });
  addEventListener('keydown', (event) => (key = event.timeStamp), true);
  addEventListener('input', () => {
    start = performance.now();
    requestAnimationFrame(() => painted.port2.postMessage(null));
  }, true);
}

/** Types digits, now and then deleting them, and returns what each keystroke took, in milliseconds. */
async function type(browser, url, target) {
  const { context, page, field } = await open(browser, url, target);
  await field.fill('');
  await page.evaluate(watchKeystrokes);
  for (let count = 0; count < KEYSTROKES; count += 1) {
    await page.keyboard.press(count % 6 < 3 ? String(1 + (count % 9)) : 'Backspace');
    await page.waitForFunction((least) => window.keystrokes.length >= least, count + 1);
  }
  const keystrokes = (await page.evaluate(() => window.keystrokes)).slice(KEYSTROKES / 6); // the first ones warm up
  await context.close();
  return keystrokes;
}

/** In the page: resolves once the DOM has changed since the last keystroke and then stayed as it is for a while. */
function watchQuiet(pause) {
  let waiting = null;
  const changed = new MutationObserver(() => {
    window.lastChange = performance.now();
    clearTimeout(window.quiet);
    window.quiet = setTimeout(() => waiting?.(), pause);
  });
  changed.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  window.nextQuiet = () => new Promise((resolve) => (waiting = resolve));
}

/**
 * Types into the tab that a worker draws, and returns how long each keystroke kept the scripts of the page itself busy, from the
 * event to the last change that the worker's answer makes, in milliseconds.
 */
async function typeForWorker(browser, url, target) {
  const { context, page, field } = await open(browser, url, target);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const scripted = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  await page.evaluate(watchQuiet, 200);
  const keystrokes = [];
  for (let count = 0; count < KEYSTROKES; count += 1) {
    const quiet = page.evaluate(() => window.nextQuiet());
    const before = await scripted();
    await page.keyboard.press(count % 6 < 3 ? String(1 + (count % 9)) : 'Backspace');
    await quiet;
    keystrokes.push((await scripted()) - before);
  }
  await context.close();
  return keystrokes.slice(KEYSTROKES / 6);
}

/**
 * Opens the form of forty rows on 最省力 and asks for a target, digit by digit. Returns how long the answer took, and how long
 * each keystroke took to be painted while it was sought, in milliseconds.
 */
async function seekAmongForty(browser, url) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.addInitScript((origin) => sessionStorage.getItem('jiheng.open') ?? sessionStorage.setItem('jiheng.open', origin), PAGE.opened);
  const page = await context.newPage();
  await page.goto(url + PAGE.path);
  // Kept as a saved assessment keeps an older edition of its form; see src/app/state/editions.rs.
  await page.getByLabel(PAGE.input).first().fill('1');
  await page.getByText(/^已保存在本机/).waitFor();
  const keys = await page.evaluate(() => Object.keys(localStorage));
  const [formKey, ownKey] = ['jiheng.rubric.', 'jiheng.assessment.'].map((prefix) => keys.find((key) => key.startsWith(prefix)));
  const read = (key) => page.evaluate((of) => localStorage.getItem(of), key);
  const { rubric, entries } = fortyRows(JSON.parse(await read(formKey)));
  const file = JSON.parse(await read(ownKey));
  for (const { assessment } of file.assessments) {
    Object.assign(assessment, { facts: {}, entries });
    assessment.rubric.hash = '0123456789abcdef';
  }
  await page.evaluate((kept) => kept.forEach(([key, text]) => localStorage.setItem(key, text)), [
    ['jiheng.rubric.0123456789abcdef', JSON.stringify(rubric)],
    [ownKey, JSON.stringify(file)],
  ]);
  await page.goto(`${url}#/whatif/cheapest`);
  await page.reload();
  await page.getByRole('heading', { name: /^最省力的做法/ }).waitFor();
  const target = page.getByLabel('目标总分');
  await target.fill('');
  await page.evaluate(watchKeystrokes);
  await page.evaluate(watchQuiet, 1000);
  const quiet = page.evaluate(() => window.nextQuiet());
  const asked = await page.evaluate(() => performance.now());
  for (const key of '97.5') await page.keyboard.press(key);
  await quiet;
  const answer = await page.getByRole('heading', { name: /^最省力的做法/ }).innerText();
  const { changed, keystrokes } = await page.evaluate(() => ({ changed: window.lastChange, keystrokes: window.keystrokes }));
  await context.close();
  return { answer, took: changed - asked, paint: Math.max(...keystrokes.map((k) => k.paint)) };
}

/** A published table of so many rows in groups of ten, and the time from its paste to what it comes to. */
async function auditRows(browser, url, count) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${url}#/audit`);
  await page.locator('#audit-text').waitFor();
  const rows = Array.from({ length: count }, (_, at) => {
    const [weight, actual] = [1 + (at % 5), 60 + (at % 50)];
    const score = actual >= 100 ? weight : ((weight * actual) / 100).toFixed(2);
    return `部门${at >> 7}\t分组${Math.floor(at / 10)}\t事项${at}\t${weight}\t≥100件\t${actual}件\t${score}`;
  });
  const text = ['一级指标\t二级指标\t三级指标\t分值\t年度指标值\t实际完成值\t得分', ...rows].join('\n');
  const took = await page.evaluate(async (pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const begun = performance.now();
    document.getElementById('audit-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    while (!document.getElementById('audit-verdict')) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, text);
  const said = await page.locator('.audit__summary').innerText();
  await context.close();
  return { took, said };
}

const print = (what, value, bar) => console.log(`${what.padEnd(66)} ${value.padStart(9)}${bar ? `   bar ${bar}` : ''}`);

const [product, floor] = [await serve('dist'), await serve('tests/e2e/floor')];
const { calculators, portal } = await startPortal({ files: { 'index.html': EMBED } });
const browser = await chromium.launch(config.use.launchOptions);
try {
  await (await open(browser, product.url, PAGE)).context.close(); // the server packs its files now, not while measured
  const [bare, typed] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(...(await type(browser, floor.url, FLOOR)));
    typed.push(...(await type(browser, product.url, PAGE)));
  }
  const [scripting, paint, barePaint] = [typed.map((k) => k.scripting), typed.map((k) => k.paint), bare.map((k) => k.paint)].map(median);
  print(`scripting per keystroke, CPU x${CPU_SLOWDOWN}, median`, `${scripting.toFixed(2)} ms`, '< 4 ms');
  print('keystroke to paint, median', `${paint.toFixed(1)} ms`);
  print('keystroke to paint, floor page, median', `${barePaint.toFixed(1)} ms`);
  print('keystroke to paint, ratio to the floor page', (paint / barePaint).toFixed(2), '< 1.5');
  for (const target of WHATIF) {
    const busy = median(await typeForWorker(browser, product.url, target));
    print(`the same in 推演 ${target.tool}, on the main thread, median`, `${busy.toFixed(2)} ms`, '< 4 ms');
  }
  const { answer, took, paint: longest } = await seekAmongForty(browser, product.url);
  print('最省力 among 40 rows, from the first digit to the answer', `${took.toFixed(0)} ms`, '< 2 s');
  print('longest keystroke to paint while it is sought', `${longest.toFixed(1)} ms`);
  console.log(`  ${answer}`);
  const audited = [];
  for (let run = 0; run < 3; run += 1) audited.push(await auditRows(browser, product.url, 2000));
  print('核验 of 2,000 rows, from the paste to the verdict, median of 3', `${median(audited.map((one) => one.took)).toFixed(0)} ms`, '< 1 s');
  console.log(`  ${audited[0].said}`);
  const loaded = { page: await loads(browser, product.url + PAGE.path), embed: await loads(browser, portal.url) };
  for (const [what, times] of Object.entries(loaded)) {
    for (const [cache, seconds] of Object.entries(times)) {
      const name = `${what}, ${cache} cache, to usable, 1.6 Mbit/s, 150 ms, median of ${LOADS}`;
      print(name, `${seconds.toFixed(2)} s`, `< ${USABLE} s, ratio ${(seconds / USABLE).toFixed(2)}`);
    }
  }
} finally {
  await browser.close();
  calculators.close();
  portal.close();
  product.close();
  floor.close();
}
