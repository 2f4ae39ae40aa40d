// Serves a folder as a portal would: the headers of Trunk.toml, brotli, and 'unsafe-eval' for kernels before 97 only.
// Use: node tests/e2e/server.mjs <folder> <port>, or import { serve }.
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The headers of production, the one place where they are written. */
export function headersOfTrunk() {
  const toml = readFileSync(new URL('../../Trunk.toml', import.meta.url), 'utf8');
  const section = toml.split('[serve.headers]')[1];
  return Object.fromEntries([...section.matchAll(/^"([^"]+)" = "([^"]+)"$/gm)].map((m) => [m[1], m[2]]));
}

/** The policy for one browser: before Chromium 97 WebAssembly needs 'unsafe-eval'. */
export function policyFor(userAgent, policy) {
  const kernel = Number(/Chrome\/(\d+)/.exec(userAgent ?? '')?.[1] ?? Infinity);
  return kernel < 97 ? policy.replace("'wasm-unsafe-eval'", "'unsafe-eval'") : policy;
}

/**
 * Starts a server on 127.0.0.1 and resolves to { url, close }; port 0 picks a free one. `base` is the path of the folder; hosts
 * may know no type of a file (`types`) and send nothing packed (`compress`).
 */
export function serve(folder, port = 0, { base = '/', types = TYPES, compress = true } = {}) {
  const headers = headersOfTrunk();
  const cache = new Map();

  const load = async (path) => {
    const { mtimeMs } = await stat(path);
    const known = cache.get(path);
    if (known && known.mtimeMs === mtimeMs) return known;
    const raw = await readFile(path);
    const loaded = { mtimeMs, raw, brotli: compress && brotliCompressSync(raw) };
    cache.set(path, loaded);
    return loaded;
  };

  const server = createServer(async (request, response) => {
    try {
      const pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
      if (!pathname.startsWith(base)) throw new Error(`not under ${base}`);
      const path = join(folder, normalize(`/${pathname.slice(base.length)}`), pathname.endsWith('/') ? 'index.html' : '');
      const { raw, brotli } = await load(path);
      const packed = brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(200, {
        ...headers,
        'content-security-policy': policyFor(request.headers['user-agent'], headers['content-security-policy']),
        'content-type': types[extname(path)] ?? 'application/octet-stream',
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
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://127.0.0.1:${server.address().port}${encodeURI(base)}`, close });
    });
  });
}

/** The types that a server knows which was told none. */
export const PLAIN_TYPES = { ...TYPES, '.wasm': undefined, '.webmanifest': undefined };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(process.argv[2], Number(process.argv[3]));
  console.log(`serving ${process.argv[2]} at ${url}`);
}
