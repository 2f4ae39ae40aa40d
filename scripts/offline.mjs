// Writes sw.js into a folder that scripts/dist.sh made: offline-worker.js, told which files it keeps.
// Use: node scripts/offline.mjs <folder>
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const [, , folder] = process.argv;

/** The page, the manifest, and what carries a hash of its content; others, such as the API and embed.js, need the network. */
const isKept = (file) => file === 'manifest.webmanifest' || /-[0-9a-f]{12,16}(_bg)?\.\w+$/.test(file);
const digest = (bytes) => createHash('sha256').update(bytes).digest('base64');
const integrity = (file) => `sha256-${digest(readFileSync(join(folder, file)))}`;

const kept = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll('\\', '/')).filter(isKept).sort();
const files = [['./', integrity('index.html')], ...kept.map((file) => [file, integrity(file)])];

const source = readFileSync(new URL('../offline-worker.js', import.meta.url), 'utf8');
const { code } = transformSync(source, { minify: true, target: 'chrome83', charset: 'utf8' });
const list = `FILES=${JSON.stringify(files)};`;
const edition = createHash('sha256').update(list).update(code).digest('hex').slice(0, 16);
writeFileSync(join(folder, 'sw.js'), `const EDITION="${edition}",${list}\n${code}`);
