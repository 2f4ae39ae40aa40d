// Trunk's post-build hook: shrinks the scripts and modules of a release, names files by their content, and tells index.html
// the names and the integrity of those that are fetched later. Trunk does so for the first module only, before it is shrunk.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { statement } from './accessibility.mjs';
import { formRows } from './forms.mjs';

const folder = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(folder, name);
const read = (name) => readFileSync(at(name));
const text = (name) => readFileSync(at(name), 'utf8');

/** Renames files by the content of all of them, since they know each other by name. */
function named(...names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(read(name));
  const edition = hash.digest('hex').slice(0, 16);
  return names.map((name) => {
    const [, stem, rest] = /^(.*?)(?:-[0-9a-f]{12,16})?((?:_bg)?\.\w+)$/.exec(name);
    renameSync(at(name), at(`${stem}-${edition}${rest}`));
    return `${stem}-${edition}${rest}`;
  });
}

const WASM_OPT = [
  '--mvp-features', '--enable-mutable-globals', '--low-memory-unused',
  '--one-caller-inline-max-function-size=20', // a larger function, even if it is called once, packs better on its own
  '-Oz', '-Oz', '--minify-imports-and-exports-and-modules',
];

/** Makes a module small, and gives what it and its script call each other names of a letter or two: long ones have hashes in
 * them, which don't pack. */
function shortened(script, wasm) {
  const told = execFileSync('node_modules/.bin/wasm-opt', [at(wasm), ...WASM_OPT, '-o', at(wasm)], { encoding: 'utf8' });
  const names = JSON.parse(told);
  const exported = new Map(names.exports);
  const left = new Map(names.imports.map(([, name, short]) => [name, short]));
  const within = names.imports[0][0];
  // A name that is not found means that wasm-bindgen writes its scripts otherwise now.
  const short = (map, name) => map.get(name) ?? fail(`${script} calls what ${wasm} does not have: ${name}`);
  const code = text(script)
    .replace(`"${within}": import0`, '"a": import0')
    .replace(/(?<=\bwasm\.)\w+/g, (name) => short(exported, name))
    .replace(/^ {8}(\w+)(?=: function\()/gm, (_, name) => {
      const found = short(left, name);
      left.delete(name);
      return found;
    });
  if (left.size || !code.includes('"a": import0')) fail(`${script} lacks ${[...left.keys()].join(' ')}`);
  writeFileSync(at(script), code);
}

function fail(message) {
  throw new Error(`scripts/modules.mjs: ${message}`);
}

/** What Chromium 83 reads, no longer than it has to be. */
function minified(script) {
  const { code } = transformSync(text(script), { format: 'esm', minify: true, target: 'chrome83', charset: 'utf8' });
  writeFileSync(at(script), code);
}

/** The page itself holds no form: a text that is never asked for is left out when it is linked. */
function holdsNone(wasm) {
  const carried = (slug) => read(wasm).includes(readFileSync(join(process.env.JIHENG_PRESETS, slug, 'rubric.json')));
  const found = readdirSync(process.env.JIHENG_PRESETS).filter(carried);
  if (found.length) fail(`${wasm} carries ${found.join(' ')}: something in it calls presets::rubric`);
}

const integrity = (name, kind = 'sha256') => `${kind}-${createHash(kind).update(read(name)).digest('base64')}`;
const meta = (name, ...content) => `<meta name="jiheng-${name}" content="${content.join(' ')}">`;

let page = text('index.html');
const later = { papers: ['jiheng-papers.js', 'jiheng-papers_bg.wasm'], desk: ['jiheng-desk.js', 'jiheng-desk_bg.wasm'] };

/** Shrinks everything, and mends the links that Trunk wrote. */
function shrink() {
  const linked = (pattern) => pattern.exec(page)?.[1] ?? fail(`index.html has no ${pattern}`);
  const start = linked(/src="\.\/(start-\w+\.js)"/);
  const first = [linked(/rel="modulepreload" href="\.\/([\w-]+\.js)"/), linked(/rel="preload" href="\.\/([\w-]+\.wasm)"/)];
  holdsNone(first[1]);
  for (const pair of [first, later.papers, later.desk]) shortened(...pair);
  for (const script of [start, first[0], 'config.js', 'frame.js', 'embed.js', 'desk.js', 'desk-worker.js', 'offline.js', later.papers[0], later.desk[0]]) minified(script);

  const now = [...named(start), ...named(...first)];
  [start, ...first].forEach((before, index) => {
    const link = new RegExp(`"\\./${before}"([^>]* integrity)="[^"]*"`);
    if (!link.test(page)) fail(`index.html has no link to ${before}`);
    page = page.replace(link, (_, between) => `"./${now[index]}"${between}="${integrity(now[index], 'sha384')}"`);
  });
}

if (process.env.TRUNK_PROFILE === 'release') shrink();

/** The icons, in the page and in the manifest. */
function icons() {
  cpSync('favicon.svg', at('favicon.svg'));
  cpSync('icons', at('icons'), { recursive: true });
  let manifest = readFileSync('manifest.webmanifest', 'utf8');
  for (const icon of ['favicon.svg', ...readdirSync('icons').map((name) => `icons/${name}`)]) {
    const [now] = named(icon);
    [page, manifest] = [page, manifest].map((text) => text.replace(`"${icon}"`, `"${now}"`));
  }
  writeFileSync(at('manifest.webmanifest'), manifest);
}

icons();
const rows = formRows(process.env.JIHENG_PRESETS);
page = page.replace(/<!-- scripts\/modules\.mjs writes the rows\. -->/, () => rows);
if (!page.includes(rows)) fail('index.html has no place for the forms');

const papers = named(...later.papers);
const scripts = ['config', 'desk', 'frame'].map((name) => [name, named(`${name}.js`)[0]]);
const [offline] = named('offline.js');
const worker = named('desk-worker.js', ...later.desk);
const metas = [
  meta('papers', papers[0], integrity(papers[0]), papers[1], integrity(papers[1])),
  ...scripts.map(([name, file]) => meta(name, file, integrity(file))),
  meta('desk-worker', ...worker, integrity(worker[2])),
];

// While the page is worked on, nothing is kept.
if (process.env.TRUNK_PROFILE === 'release') metas.push(meta('offline', offline, integrity(offline)));

// The name of a rubric carries the hash that assessments are pinned to: build.rs makes it in the same way.
cpSync(process.env.JIHENG_PRESETS, at('presets'), { recursive: true });
for (const slug of readdirSync(at('presets'))) {
  for (const what of ['rubric', 'example']) {
    const [file] = named(`presets/${slug}/${what}.json`);
    metas.push(meta(`${slug}/${what}`, file, integrity(file)));
  }
}
const looks = page.match(/<link rel="(?:icon|stylesheet)"[^>]*>/g);
if (looks?.length !== 2) fail('index.html has not one icon and one style sheet');
writeFileSync(at('accessibility.html'), statement(looks.join('\n')));
writeFileSync(at('index.html'), page.replace('</head>', `${metas.join('\n')}\n</head>`));
