// Prints each file of the first load of dist/ with the Fukang example open, raw and after brotli 11, and the total against
// the bar of 150 KB.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const BAR = 150_000;

// What index.html names, and what those scripts import.
const files = new Set(['index.html']);
for (const file of files) {
  const text = /\.(html|js)$/.test(file) ? readFileSync(join('dist', file), 'utf8') : '';
  for (const [, name] of text.matchAll(/(?:href=|src=|from\s|import\s)["'](\.?\/?[\w./-]+\.\w+)["']/g)) {
    files.add(join(dirname(file), name));
  }
}

// What start.js fetches to open the example.
const page = readFileSync('dist/index.html', 'utf8');
for (const part of ['fukang/rubric', 'fukang/example']) {
  files.add(new RegExp(`name="jiheng-${part}" content="(\\S+) `).exec(page)[1]);
}

const rows = [...files].map((file) => {
  const raw = readFileSync(join('dist', file));
  return { file, raw: raw.length, brotli: brotliCompressSync(raw).length };
});
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
rows.push({ file: 'first load', raw: sum('raw'), brotli: sum('brotli') });

for (const { file, raw, brotli } of rows) {
  console.log(`${file.padEnd(48)} ${String(raw).padStart(9)} B raw ${String(brotli).padStart(9)} B brotli`);
}
const total = rows.at(-1).brotli;
console.log(`ratio to the bar of ${BAR} B: ${(total / BAR).toFixed(2)}${total < BAR ? '' : '  OVER'}`);
