// Serves a folder as a portal would: the headers of Trunk.toml, brotli, caching, and 'unsafe-eval' for kernels before 97 only.
// Use: node tests/e2e/server.mjs <folder> <port>, or import { serve }.
import { createHash } from 'node:crypto';
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
/** The types that a server knows which was told none. */
export const PLAIN_TYPES = { ...TYPES, '.wasm': undefined, '.webmanifest': undefined };

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

/** A file whose name changes with its content is never asked for again; any other is, each time. */
function cachingOf(path) {
  const named = /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(path); // Trunk writes no leading zeros
  return named ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** What is sent; `brotli` where it lies packed beside the file. */
function packed(raw, compress, brotli = null) {
  const etag = `"${createHash('sha256').update(raw).digest('hex').slice(0, 16)}"`;
  return { raw, brotli: compress && (brotli ?? brotliCompressSync(raw)), etag };
}

/** What is in the files of a folder, read anew when one has changed; `others` has the text of some in their place. */
function reader(folder, compress, others) {
  const cache = new Map();
  return async (name) => {
    if (Object.hasOwn(others, name)) return packed(Buffer.from(others[name]), compress);
    const path = join(folder, normalize(`/${name}`));
    const { mtimeMs } = await stat(path);
    const known = cache.get(path);
    if (known?.mtimeMs === mtimeMs) return known;
    const beside = readFile(`${path}.br`).catch(() => null);
    const loaded = { mtimeMs, ...packed(await readFile(path), compress, await beside) };
    cache.set(path, loaded);
    return loaded;
  };
}

/** Where `onViolation` hears from: an address that no file of the page has. */
const REPORTS = '/violations';

async function report(request, onViolation) {
  let text = '';
  for await (const chunk of request) text += chunk;
  onViolation(JSON.parse(text)['csp-report']);
}

/**
 * Starts a server on 127.0.0.1 and resolves to { url, close }; port 0 picks a free one. `base` is the path of the folder; hosts
 * may know no type of a file (`types`) and send nothing packed (`compress`). `headers` are sent in place of those of Trunk.toml,
 * `files` by their names in place of those of the folder, and the policy that `policyOf` has for a browser. `onViolation` is told
 * what the policy stopped in any browser, by the browser itself.
 */
export function serve(folder, port = 0, options = {}) {
  const { base = '/', types = TYPES, compress = true, files = {}, policyOf = policyFor, onViolation } = options;
  const headers = { ...headersOfTrunk(), ...options.headers };
  if (onViolation) headers['content-security-policy'] += `; report-uri ${REPORTS}`;
  const load = reader(folder, compress, files);

  const server = createServer(async (request, response) => {
    try {
      const pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
      if (onViolation && pathname === REPORTS) {
        await report(request, onViolation);
        return response.writeHead(204).end();
      }
      if (!pathname.startsWith(base)) throw new Error(`not under ${base}`);
      const name = `${pathname.slice(base.length)}${pathname.endsWith('/') ? 'index.html' : ''}`;
      const { raw, brotli, etag } = await load(name);
      const packs = brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      const sent = {
        ...headers,
        'content-security-policy': policyOf(request.headers['user-agent'], headers['content-security-policy']),
        'cache-control': cachingOf(name),
        vary: 'accept-encoding, user-agent',
        etag: packs ? etag.replace(/"$/, '-br"') : etag,
      };
      if (request.headers['if-none-match'] === sent.etag) return response.writeHead(304, sent).end();
      response.writeHead(200, {
        ...sent,
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        ...(packs && { 'content-encoding': 'br' }),
      });
      return response.end(packs ? brotli : raw);
    } catch {
      return response.writeHead(404, headers).end('not found');
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(process.argv[2], Number(process.argv[3]));
  console.log(`serving ${process.argv[2]} at ${url}`);
}
