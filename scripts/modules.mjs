// Trunk's post-build hook: names the files of the modules that are fetched later by their content, and tells index.html their
// names and the integrity of each wasm. Trunk does so for the first module only.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
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

const integrity = (name) => `sha384-${createHash('sha384').update(read(name)).digest('base64')}`;
const meta = (name, ...content) => `<meta name="jiheng-${name}" content="${content.join(' ')}">`;

const papers = named('jiheng-papers.js', 'jiheng-papers_bg.wasm');
const worker = named('desk-worker.js', 'jiheng-desk.js', 'jiheng-desk_bg.wasm');
const metas = [
  meta('papers', ...papers, integrity(papers[1])),
  meta('desk', ...named('desk.js')),
  meta('desk-worker', ...worker, integrity(worker[2])),
];
const page = join(folder, 'index.html');
writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `${metas.join('\n')}\n</head>`));
