// dist/ as it is copied to a server: names with hashes, integrity, packed files, and what the service worker keeps.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const bytes = (file) => readFileSync(join(DIST, file));
const page = bytes('index.html').toString();
const files = readdirSync(DIST, { recursive: true }).filter((file) => statSync(join(DIST, file)).isFile());
const plain = files.filter((file) => !/\.(br|gz)$/.test(file));

/** Fails unless `integrity` is that of the file. */
function holds(file, integrity) {
  const [, kind, digest] = /^(sha256|sha384)-(.+)$/.exec(integrity) ?? assert.fail(`${file}: ${integrity}`);
  assert.equal(createHash(kind).update(bytes(file)).digest('base64'), digest, file);
}

const hasHash = (file) => /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(file);

test('every name carries a hash of the content, but those that others must know', () => {
  const STABLE = /^(engine[/\\].+|sw\.js|manifest\.webmanifest|embed\.(js|d\.ts)|jiheng\.(config|schema|config\.schema)\.json|[\w-]+\.html)$/;
  assert.deepEqual(plain.filter((file) => !hasHash(file) && !STABLE.test(file)), []);
});

test('style sheet, scripts, preloads and whatever is fetched later have their integrity in the page', () => {
  const tags = page.match(/<(script|link)\b[^>]*>/g).filter((tag) => /<script|rel="(stylesheet|modulepreload|preload)"/.test(tag));
  assert.ok(tags.length >= 4);
  for (const tag of tags) {
    const [, file] = /(?:src|href)="\.\/([^"]+)"/.exec(tag);
    holds(file, /integrity="([^"]+)"/.exec(tag)?.[1] ?? '');
  }
  const metas = [...page.matchAll(/<meta name="jiheng-([^"]+)" content="([^"]+)">/g)];
  assert.ok(metas.length > 12);
  for (const [, name, content] of metas) {
    const parts = content.split(' ');
    // A worker and what it imports: browsers know no integrity for those; its wasm is fetched with it.
    if (name === 'desk-worker') holds(parts[2], parts[3]);
    else for (let at = 0; at < parts.length; at += 2) holds(parts[at], parts[at + 1] ?? '');
  }
});

test('beside each file that packs lie the same bytes as .br and .gz', () => {
  // The operator edits these: nothing packed may stand in their place.
  const edited = ['jiheng.config.json', 'accessibility.html'];
  const packs = plain.filter((file) => !edited.includes(file) && /\.(css|html|js|json|svg|ts|wasm|webmanifest)$/.test(file));
  for (const file of packs) {
    assert.ok(brotliDecompressSync(bytes(`${file}.br`)).equals(bytes(file)), file);
    assert.ok(gunzipSync(bytes(`${file}.gz`)).equals(bytes(file)), file);
  }
  assert.deepEqual(files.filter((file) => /\.(br|gz)$/.test(file)).length, packs.length * 2);
});

test('the service worker keeps the page and all that carries a hash, each with its integrity', () => {
  const kept = JSON.parse(/FILES=(\[.*\]);$/m.exec(bytes('sw.js').toString())[1]);
  for (const [file, integrity] of kept) holds(file === './' ? 'index.html' : file, integrity);
  const due = ['./', ...plain.filter(hasHash), 'manifest.webmanifest'];
  assert.deepEqual(kept.map(([file]) => file).sort(), due.sort());
});

test('the manifest names icons that are there, and every address in it is relative', () => {
  const manifest = JSON.parse(bytes('manifest.webmanifest'));
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.short_name], ['./', './', '绩衡']);
  for (const { src, sizes, type } of manifest.icons) {
    const icon = bytes(src);
    // Width and height of a PNG.
    if (type === 'image/png') assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes);
  }
  assert.ok(page.includes('<link rel="manifest" href="manifest.webmanifest">'));
});

test('the page has a table of every form, for where it cannot start', () => {
  const rows = page.match(/<tr><th scope="row">.*<\/tr>/g);
  assert.equal(rows.length, 6);
  const fukang = rows.find((row) => row.includes('阜康市财政支出项目绩效评价综合评分表'));
  for (const told of ['Fukang project expenditure', '新疆阜康市', '项目产出 35', '良 ≥80', '<td>93.50 优</td>']) {
    assert.ok(fukang.includes(told), told);
  }
  assert.ok(rows.find((row) => row.includes('财政部模板')).endsWith('<td>—</td></tr>'));
});
