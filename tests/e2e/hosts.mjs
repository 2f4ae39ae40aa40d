// Checks what a server sends with dist/: the policy for old and new kernels, types, packed files, caching.
// Use: node tests/e2e/hosts.mjs <url of the folder>
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headersOfTrunk, policyFor } from './server.mjs';

const [, , url] = process.argv;
const agent = (kernel) => `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${kernel}.0.0.0 Safari/537.36`;
const HEADERS = headersOfTrunk();

/** Status, headers and bytes as they came. */
const sent = (file, headers = {}) =>
  new Promise((resolve, reject) => {
    get(new URL(file, url), { headers: { 'user-agent': agent(120), ...headers } }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });

async function until(started) {
  for (let left = 50; left > 0; left -= 1) {
    if (await sent('').then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(started);
}

const bytes = (file) => readFileSync(new URL(`../../dist/${file || 'index.html'}`, import.meta.url));
const page = bytes('').toString();
const named = (pattern) => pattern.exec(page)[1];

const FILES = [
  { file: '', type: 'text/html', cache: 'private, no-cache' },
  { file: 'sw.js', type: 'text/javascript', cache: 'private, no-cache' },
  { file: 'manifest.webmanifest', type: 'application/manifest+json', cache: 'private, no-cache' },
  { file: 'engine/jiheng_bg.wasm', type: 'application/wasm', cache: 'private, no-cache' },
  { file: named(/href="\.\/([^"]+\.css)"/), type: 'text/css', cache: 'public, max-age=31536000, immutable' },
  { file: named(/src="\.\/(start-[^"]+\.js)"/), type: 'text/javascript', cache: 'private, max-age=31536000, immutable' },
  { file: named(/href="\.\/([^"]+_bg\.wasm)"/), type: 'application/wasm', cache: 'public, max-age=31536000, immutable' },
  { file: named(/content="(presets\/[^" ]+\.json) /), type: 'application/json', cache: 'public, max-age=31536000, immutable' },
  { file: named(/href="(favicon-[^"]+\.svg)"/), type: 'image/svg+xml', cache: 'public, max-age=31536000, immutable' },
];
const UNPACKED = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body) => body };

/** One file, as asked for with an encoding. */
async function check({ file, type, cache }, encoding) {
  const { status, headers, body } = await sent(file, { 'accept-encoding': encoding });
  const what = `${file || './'} in ${encoding}`;
  assert.equal(status, 200, what);
  assert.equal(headers['content-type'].split(';')[0], type, what);
  assert.equal(headers['cache-control'], cache, what);
  assert.equal(headers['content-encoding'] ?? 'identity', encoding, what);
  assert.match(headers.vary ?? '', /Accept-Encoding/i, what);
  assert.equal(headers['content-language'], undefined, what);
  assert.ok(UNPACKED[encoding](body).equals(bytes(file)), `${what}: other bytes`);
}

await until(`nothing answers at ${url}`);
for (const one of FILES) {
  for (const encoding of ['br', 'gzip', 'identity']) await check(one, encoding);
}
for (const kernel of [83, 86, 96, 97, 120]) {
  for (const file of ['', 'sw.js', named(/src="\.\/(start-[^"]+\.js)"/)]) {
    const { headers } = await sent(file, { 'user-agent': agent(kernel), 'accept-encoding': 'gzip, deflate, br' });
    const due = { ...HEADERS, 'content-security-policy': policyFor(agent(kernel), HEADERS['content-security-policy']) };
    for (const [name, value] of Object.entries(due)) assert.equal(headers[name], value, `${name} of ${file || './'} for ${kernel}`);
  }
}
const missing = await sent('jiheng-0000000000000000.js');
assert.equal(missing.status, 404);
assert.doesNotMatch(missing.headers['cache-control'] ?? '', /immutable/, 'what is not there may come');
assert.equal(missing.headers['x-content-type-options'], 'nosniff');

// What an operator changes, by scripts/hosts.sh, is sent as it is now, and pictures that may be a logo as such.
for (const encoding of Object.keys(UNPACKED)) {
  const { headers, body } = await sent('jiheng.config.json', { 'accept-encoding': encoding });
  assert.equal(UNPACKED[headers['content-encoding'] ?? 'identity'](body).toString(), '{ }\n', `jiheng.config.json in ${encoding}`);
}
for (const [ending, type] of Object.entries({ svg: 'svg+xml', png: 'png', webp: 'webp', jpg: 'jpeg', gif: 'gif' })) {
  const { headers } = await sent(`logo.${ending}`);
  assert.equal(headers['content-type'].split(';')[0], `image/${type}`);
}
const bare = await sent(url.replace(/\/$/, ''));
assert.match(String(bare.status), /^30[128]$/, 'the path without its last slash');
assert.equal(new URL(bare.headers.location, url).href, url);
console.log(`headers: policy for five kernels, ${FILES.length} files in three encodings, types, caching: as they should be`);
