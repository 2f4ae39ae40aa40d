// The server snippets in deploy/ send the headers of Trunk.toml, and the other policy to the kernels that need it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { headersOfTrunk, policyFor } from '../e2e/server.mjs';

/** How each file writes the source that WebAssembly needs, and a header. */
const SNIPPETS = {
  'nginx.conf': { wasm: '$jiheng_wasm', header: /add_header ([\w-]+) "([^"]+)" always;/g },
  'apache.conf': { wasm: '%{JIHENG_WASM}e', header: /^Header always set ([\w-]+) "([^"]+)"$/gm },
  Caddyfile: { wasm: '{jiheng_wasm}', header: /^\theader ([\w-]+) "([^"]+)"$/gm },
  'web.config': { wasm: "'wasm-unsafe-eval'", header: /<add name="([\w-]+)" value="([^"]+)" \/>/g },
};
const OLD = String.raw`Chrome/(8[0-9]|9[0-6])\.`;

for (const [file, { wasm, header }] of Object.entries(SNIPPETS)) {
  const text = readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');

  test(`${file} sends the headers of Trunk.toml and no others`, () => {
    const sent = Object.fromEntries([...text.matchAll(header)].map(([, name, value]) => [name.toLowerCase(), value]));
    const policy = 'content-security-policy';
    const due = headersOfTrunk();
    assert.deepEqual({ ...sent, [policy]: sent[policy].replace(wasm, "'wasm-unsafe-eval'") }, due);
  });

  test(`${file} knows the kernels before 97, and says where a portal is added`, () => {
    assert.ok(text.includes(OLD));
    assert.match(text, /frame-ancestors 'self' https:\/\/portal\.example\.gov\.cn/);
  });
}

test('nginx, which knows no type but those it is told, is told that of every picture that may be a logo', () => {
  const text = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  const types = /types \{([^}]+)\}/.exec(text)[1];
  for (const ending of ['svg', 'png', 'webp', 'jpg', 'jpeg', 'gif']) assert.match(types, new RegExp(`image/\\S+ ([a-z ]+ )?${ending}[ ;]`), ending);
});

test('both halves of the README have every server, header and snippet', () => {
  const halves = readFileSync(new URL('../../deploy/README.md', import.meta.url), 'utf8').split('## 中文');
  assert.equal(halves.length, 2);
  const headers = Object.keys(headersOfTrunk()).map((name) => name.toLowerCase());
  for (const half of halves) {
    for (const file of Object.keys(SNIPPETS)) assert.ok(half.includes(`](${file})`), file);
    for (const name of headers) assert.ok(half.toLowerCase().includes(`\`${name}\``), name);
  }
  const [one, other] = halves.map((half) => /```js\n([^]+?)```/.exec(half)[1]);
  assert.equal(one, other);
});

test('the expression of the snippets and the server of the tests tell the same kernels apart', () => {
  for (let kernel = 80; kernel < 130; kernel += 1) {
    const agent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/${kernel}.0.4240.198 Safari/537.36`;
    assert.equal(policyFor(agent, "'wasm-unsafe-eval'") === "'unsafe-eval'", new RegExp(OLD).test(agent), agent);
  }
});
