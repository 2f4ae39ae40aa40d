// Trunk's post-build hook: names the files that are fetched later by their content, and tells index.html their names and
// integrity: modules of their own, the rubric and the example of each preset. Trunk does so for the first module only.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR;
const read = (name) => readFileSync(join(folder, name));

/** Renames files by the content of all of them, since they know each other by name. */
function named(...names) {
  const hash = createHash('sha256');
  for (const name of names) hash.update(read(name));
  const edition = hash.digest('hex').slice(0, 16);
  return names.map((name) => {
    const [, stem, rest] = /^(.*?)((?:_bg)?\.\w+)$/.exec(name);
    renameSync(join(folder, name), join(folder, `${stem}-${edition}${rest}`));
    return `${stem}-${edition}${rest}`;
  });
}

const integrity = (name) => `sha256-${createHash('sha256').update(read(name)).digest('base64')}`;
const meta = (name, ...content) => `<meta name="jiheng-${name}" content="${content.join(' ')}">`;

const papers = named('jiheng-papers.js', 'jiheng-papers_bg.wasm');
const worker = named('desk-worker.js', 'jiheng-desk.js', 'jiheng-desk_bg.wasm');
const metas = [
  meta('papers', ...papers, integrity(papers[1])),
  meta('desk', ...named('desk.js')),
  meta('desk-worker', ...worker, integrity(worker[2])),
];

// The name of a rubric carries the hash that assessments are pinned to: build.rs makes it in the same way.
cpSync(process.env.JIHENG_PRESETS, join(folder, 'presets'), { recursive: true });
for (const slug of readdirSync(join(folder, 'presets'))) {
  for (const what of ['rubric', 'example']) {
    const [file] = named(`presets/${slug}/${what}.json`);
    metas.push(meta(`${slug}/${what}`, file, integrity(file)));
  }
}

const page = join(folder, 'index.html');
writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `${metas.join('\n')}\n</head>`));
