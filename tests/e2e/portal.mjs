// The demonstration of a portal: two calculators in a page of another origin. `make portal` starts it, and so do tests.
// Use: node tests/e2e/portal.mjs, or import { startPortal }.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { headersOfTrunk, serve } from './server.mjs';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path) => readFileSync(root(path), 'utf8');
const FOLDER = 'http://127.0.0.1:8080/jiheng/'; // as examples/portal has it

/** What a careful portal sends: its own files, and the script and the frames of one other origin. */
const policyOfHost = (calculators) =>
  `default-src 'none'; script-src 'self' ${calculators}; style-src 'self'; img-src 'self' data:; connect-src 'self'; ` +
  `frame-src 'self' ${calculators}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Serves dist/ at /jiheng/ of one origin, and a portal at another: { calculators, portal }, each { url, close }. The
 * configuration lists the portal's origin unless `listed` says otherwise, and the header `frame-ancestors` has it unless
 * `frames` does. `files` stand in the portal beside those of examples/portal, or in their place. `onViolation` is told what either
 * policy stopped.
 */
export async function startPortal({ ports = [], listed, frames, files = {}, onViolation } = {}) {
  const [ours, theirs] = [ports[0] ?? (await freePort()), ports[1] ?? (await freePort())];
  const [folder, host] = [`http://127.0.0.1:${ours}/jiheng/`, `http://127.0.0.1:${theirs}`];
  const policy = headersOfTrunk()['content-security-policy'];
  const calculators = await serve(root('dist'), ours, {
    base: '/jiheng/',
    onViolation,
    headers: { 'content-security-policy': policy.replace("frame-ancestors 'self'", `frame-ancestors 'self' ${frames ?? host}`) },
    files: { 'jiheng.config.json': JSON.stringify({ origins: listed ?? [host] }) },
  });
  const example = readdirSync(root('dist/presets/fukang')).find((name) => /^example-.*\.json$/.test(name));
  const given = {
    'published.json': read(`dist/presets/fukang/${example}`),
    'index.html': read('examples/portal/index.html'),
    ...files,
  };
  const placed = Object.entries(given).map(([name, text]) => [name, text.replaceAll(FOLDER, folder)]);
  const portal = await serve(root('examples/portal'), theirs, {
    onViolation,
    headers: { 'content-security-policy': policyOfHost(new URL(folder).origin) },
    files: Object.fromEntries(placed),
  });
  return { calculators, portal };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { calculators, portal } = await startPortal({ ports: [8080, 8090] });
  console.log(`the calculators: ${calculators.url}\nthe portal:      ${portal.url}`);
}
