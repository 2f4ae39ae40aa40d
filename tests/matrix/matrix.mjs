// Tries the checks of checks.mjs on dist/ in every browser of browsers.mjs, prints a table and writes it into both READMEs. Where
// something fails, says what, and writes nothing. MATRIX=firefox,83 tries those whose name contains one of these, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { startPortal } from '../e2e/portal.mjs';
import { serve } from '../e2e/server.mjs';
import { BROWSERS } from './browsers.mjs';
import { CHECKS } from './checks.mjs';

const LANGUAGES = {
  zh: {
    readme: 'README.zh-CN.md',
    words: { pdf: 'PDF', onScreen: '打印样式', worker: 'Worker', onPage: '页内' },
    head: ['浏览器', '版本'],
    quiet: '无报错、无违规',
    notes: (date) => `${date} 由 \`make matrix\` 测得，发布包原样，内容安全策略由服务器以响应头发送。打印：PDF 为浏览器实际打印的文件；“打印样式”为套用打印样式后的页面（WebKitGTK 的 WebDriver 不能打印）。Chromium 91 之前凡经 \`'unsafe-eval'\` 放行的 WebAssembly 都会误报为违规，不计。`,
  },
  en: {
    readme: 'README.md',
    words: { pdf: 'PDF', onScreen: 'print styles', worker: 'worker', onPage: 'on the page' },
    head: ['Browser', 'Version'],
    quiet: 'No error, no violation',
    notes: (date) => `Measured ${date} by \`make matrix\`: \`dist/\` as it is, its content security policy sent as a header. Print: the PDF that the browser prints, or the page in its print styles (the WebDriver of WebKitGTK cannot print). Chromium before 91 reports as a violation any WebAssembly that \`'unsafe-eval'\` lets run; that is not counted.`,
  },
};

/** Tries every check in one browser: what each said, and what went wrong. */
async function tried({ name, launch }, places, violations) {
  const browser = await launch();
  const { version } = browser;
  const said = [];
  const faults = [];
  try {
    for (const { run } of CHECKS) said.push(await run(browser, places));
  } catch (error) {
    faults.push(`${CHECKS[said.length].title.en}: ${error.message}`);
  }
  const violated = violations.splice(0).filter((report) => !browser.falseAlarm?.(report));
  faults.push(...(await browser.troubles()), ...violated.map((report) => `policy violation: ${JSON.stringify(report)}`));
  if (await isDeaf(browser, violations)) faults.push('neither errors nor violations would have been noticed');
  violations.length = 0;
  await browser.close();
  return { name, version, said, faults };
}

/** Nothing was heard; would anything have been? An error and a violation are provoked to see. */
async function isDeaf(browser, violations) {
  await browser.evaluate(`[console.error('provoked'), document.body.setAttribute('style', 'color: red')]`);
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    if (violations.length && (await browser.troubles()).some((trouble) => trouble.includes('provoked'))) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return true;
}

function tableOf(rows, language) {
  const { words, head, quiet } = LANGUAGES[language];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const titles = [...head, ...CHECKS.map(({ title }) => title[language]), quiet];
  const cells = ({ name, version, said }) => [name, version, ...said.map((what) => (what ? `✓ ${words[what]}` : '✓')), '✓'];
  return [line(titles), line(titles.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n');
}

/** Between the markers of a README: the table and how it was made. */
function write(rows, language) {
  const { readme, notes } = LANGUAGES[language];
  const date = new Date().toISOString().slice(0, 10);
  const markers = /(<!-- matrix -->\n)[^]*(<!-- \/matrix -->)/;
  const text = readFileSync(readme, 'utf8');
  if (!markers.test(text)) throw new Error(`${readme} has no <!-- matrix --> … <!-- /matrix -->`);
  writeFileSync(readme, text.replace(markers, (_, begin, end) => `${begin}${tableOf(rows, language)}\n\n${notes(date)}\n${end}`));
}

const wanted = process.env.MATRIX?.toLowerCase().split(',');
const browsers = BROWSERS.filter(({ name }) => !wanted || wanted.some((part) => name.toLowerCase().includes(part)));
const violations = [];
const onViolation = (report) => violations.push(report);
const server = await serve('dist', 0, { onViolation });
const { calculators, portal } = await startPortal({ onViolation });
const places = { page: server.url, portal: portal.url };
const rows = [];
try {
  for (const browser of browsers) {
    console.log(`${browser.name}…`);
    const row = await tried(browser, places, violations);
    for (const fault of row.faults) console.log(`  ✗ ${row.version}: ${fault}`);
    rows.push(row);
  }
} finally {
  [server, calculators, portal].forEach(({ close }) => close());
}
if (rows.some(({ faults }) => faults.length)) {
  process.exitCode = 1;
} else {
  console.log(tableOf(rows, 'en'));
  if (!wanted) Object.keys(LANGUAGES).forEach((language) => write(rows, language));
}
