// The JS API module as a portal's server would load it: from bytes, in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { initSync } from '../../dist/engine/jiheng.js';

const FOLDER = new URL('../../dist/engine/', import.meta.url);

test('the module starts from bytes', () => {
  const exports = initSync({ module: readFileSync(new URL('jiheng_bg.wasm', FOLDER)) });
  assert.ok(exports.memory instanceof WebAssembly.Memory);
});
