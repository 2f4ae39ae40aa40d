// Puts a .br and a .gz beside each file of a folder that packs, for servers that send them as they are.
// Use: node scripts/pack.mjs <folder>
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const PACKS = /\.(css|html|js|json|svg|ts|wasm|webmanifest)$/;
const [, , folder] = process.argv;

const brotli = (raw) =>
  promisify(brotliCompress)(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });

async function pack(file) {
  const raw = await readFile(file);
  const [br, gz] = await Promise.all([brotli(raw), promisify(gzip)(raw, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

// The operator changes them after the build, the statement to put its contact in: then what was packed would be sent in their place.
const CHANGED = ['jiheng.config.json', 'accessibility.html'];

const files = (await readdir(folder, { recursive: true })).filter((file) => PACKS.test(file) && !CHANGED.includes(file));
await Promise.all(files.map((file) => pack(join(folder, file))));
