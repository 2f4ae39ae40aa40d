// Trunk's post-build hook: names the files of the second module by their content, and tells index.html their names and the
// integrity of the wasm. Trunk does so for the first module only.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.TRUNK_STAGING_DIR;
const [glue, wasm] = ['jiheng-papers.js', 'jiheng-papers_bg.wasm'];
const read = (name) => readFileSync(join(folder, name));
const edition = createHash('sha256').update(read(glue)).update(read(wasm)).digest('hex').slice(0, 16);
const integrity = `sha384-${createHash('sha384').update(read(wasm)).digest('base64')}`;

const named = (name) => name.replace('jiheng-papers', `jiheng-papers-${edition}`);
for (const name of [glue, wasm]) renameSync(join(folder, name), join(folder, named(name)));

const page = join(folder, 'index.html');
const meta = `<meta name="jiheng-papers" content="${named(glue)} ${named(wasm)} ${integrity}">`;
writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `${meta}\n</head>`));
