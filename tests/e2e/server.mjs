// Serves a folder as a portal would: the headers of Trunk.toml, brotli, caching, and 'unsafe-eval' for kernels before 97 only.
// Use: node tests/e2e/server.mjs <folder> <port>, or import { serve }.
import { createHash } from 'node:crypto';
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

/** A file whose name changes with its content is never asked for again; any other is, each time. */
function cachingOf(path) {
  const named = /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(path); // Trunk writes no leading zeros
  return named ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Where `onViolation` hears from: an address that no file of the page has. */
const REPORTS = '/violations';

/**
 * Starts a server on 127.0.0.1 and resolves to { url, close }; port 0 picks a free one. `onViolation` is told what the policy
 * stopped in any browser, by the browser itself.
 */
export function serve(folder, port = 0, { onViolation } = {}) {
  const headers = headersOfTrunk();
  if (onViolation) headers['content-security-policy'] += `; report-uri ${REPORTS}`;
  const cache = new Map();

  const load = async (path) => {
    if (!cache.has(path)) {
      const raw = await readFile(path);
      const etag = `"${createHash('sha256').update(raw).digest('hex').slice(0, 16)}"`;
      cache.set(path, { raw, brotli: brotliCompressSync(raw), etag });
    }
    return cache.get(path);
  };

  const hear = async (request, response) => {
    let report = '';
    for await (const chunk of request) report += chunk;
    onViolation(JSON.parse(report)['csp-report']);
    response.writeHead(204).end();
  };

  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      if (onViolation && pathname === REPORTS) return await hear(request, response);
      const path = join(folder, normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '');
      const { raw, brotli, etag } = await load(path);
      const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      const sent = {
        ...headers,
        'content-security-policy': policyFor(request.headers['user-agent'], headers['content-security-policy']),
        'cache-control': cachingOf(path),
        vary: 'accept-encoding, user-agent',
        etag: packed ? etag.replace(/"$/, '-br"') : etag,
      };
      if (request.headers['if-none-match'] === sent.etag) return response.writeHead(304, sent).end();
      response.writeHead(200, {
        ...sent,
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        ...(packed && { 'content-encoding': 'br' }),
      });
      return response.end(packed ? brotli : raw);
    } catch {
      return response.writeHead(404, headers).end('not found');
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
