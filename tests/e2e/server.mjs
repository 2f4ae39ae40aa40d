// Serves a folder as a portal would: the headers of Trunk.toml, brotli, and 'unsafe-eval' for kernels before 97 only.
// Use: node tests/e2e/server.mjs <folder> <port>, or import { serve }.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

function headersOfTrunk() {
  const toml = readFileSync(new URL('../../Trunk.toml', import.meta.url), 'utf8');
  const section = toml.split('[serve.headers]')[1];
  return Object.fromEntries([...section.matchAll(/^"([^"]+)" = "([^"]+)"$/gm)].map((m) => [m[1], m[2]]));
}

/** The policy for one browser: before Chromium 97 WebAssembly needs 'unsafe-eval'. */
export function policyFor(userAgent, policy) {
  const kernel = Number(/Chrome\/(\d+)/.exec(userAgent ?? '')?.[1] ?? Infinity);
  return kernel < 97 ? policy.replace("'wasm-unsafe-eval'", "'unsafe-eval'") : policy;
}

/** Starts a server on 127.0.0.1 and resolves to { url, close }; port 0 picks a free one. */
export function serve(folder, port = 0) {
  const headers = headersOfTrunk();
  const cache = new Map();

  const load = async (path) => {
    if (!cache.has(path)) {
      const raw = await readFile(path);
      cache.set(path, { raw, brotli: brotliCompressSync(raw) });
    }
    return cache.get(path);
  };

  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      const path = join(folder, normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '');
      const { raw, brotli } = await load(path);
      const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(200, {
        ...headers,
        'content-security-policy': policyFor(request.headers['user-agent'], headers['content-security-policy']),
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        ...(packed && { 'content-encoding': 'br' }),
      });
      response.end(packed ? brotli : raw);
    } catch {
      response.writeHead(404, headers).end('not found');
    }
  });

  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(process.argv[2], Number(process.argv[3]));
  console.log(`serving ${process.argv[2]} at ${url}`);
}
