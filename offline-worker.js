// The service worker: keeps one whole edition of the page, so that it opens without a network. scripts/offline.mjs writes it to
// sw.js, with EDITION (a hash) and FILES (what is kept: [path, integrity]) before it.
/* global EDITION, FILES */

const SCOPE = self.registration.scope;
const PAGE = './';
const files = new Map(FILES);

// Several copies may live on one origin: what is kept carries the address of its folder.
const NAME = `jiheng:${EDITION}:${SCOPE}`;
const ASIDE = `jiheng:aside:${SCOPE}`; // what belongs to the operator and no edition: jiheng.config.json, own rubrics
const isOlder = (name) => name !== NAME && /^jiheng:[0-9a-f]+:/.test(name) && name.endsWith(`:${SCOPE}`);

/** All or nothing: what was begun is thrown away, and the edition that was there before goes on. */
async function precache() {
  const cache = await caches.open(NAME);
  const keep = async ([file, integrity]) => {
    const response = await fetch(file, { cache: 'reload', integrity });
    // A page that was redirected may not answer for an address that is opened.
    if (!response.ok || response.redirected) throw new Error(`${response.status} ${response.url}`);
    await cache.put(file, response);
  };
  try {
    await Promise.all(FILES.map(keep));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
  // The page that registered this has read it already.
  await fresh('jiheng.config.json').catch(() => {});
}

/** What older editions kept; not while another comes, which is not told from them. */
async function tidy() {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const names = await caches.keys();
  await Promise.all(names.filter(isOlder).map((name) => caches.delete(name)));
}

async function kept(file, request) {
  const cache = await caches.open(NAME);
  return (await cache.match(file, { ignoreVary: true })) || fetch(request);
}

/** From the network, or what was last got from there. */
async function fresh(request) {
  const cache = await caches.open(ASIDE);
  try {
    const response = await fetch(request);
    // The page that asks to log in, in place of every address, is no answer; and a full storage is no reason to lose one.
    const answers = response.ok && !response.redirected && /json/.test(response.headers.get('content-type'));
    // That there is none is an answer too.
    const isGone = response.status === 404 || response.status === 410;
    if (answers || isGone) await cache.put(request, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    const last = await cache.match(request, { ignoreVary: true });
    if (last) return last;
    throw error;
  }
}

/** A page in a frame belongs to another page, which can't take up a new edition: it gets what the server has. */
const framed = (request) => fetch(request).catch(() => kept(PAGE, request));

/** The headers of the page, such as who may frame it, are the server's of today, as long as the page is the same. */
async function renew() {
  const cache = await caches.open(NAME);
  const [cached, response] = await Promise.all([cache.match(PAGE, { ignoreVary: true }), fetch(PAGE, { cache: 'reload' })]);
  const page = await response.text();
  if (!response.ok || response.redirected || page !== (await cached.text())) return;
  await cache.put(PAGE, new Response(page, { headers: response.headers }));
}

function answer(event, path) {
  const { request } = event;
  const file = path === '' || path === 'index.html' ? PAGE : path;
  if (!files.has(file)) return path.endsWith('.json') ? fresh(request) : null;
  if (request.mode !== 'navigate') return kept(file, request);
  if (request.destination !== 'document') return framed(request);
  event.waitUntil(renew().catch(() => {}));
  return kept(file, request);
}

self.addEventListener('install', (event) => event.waitUntil(precache()));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('message', ({ data }) => {
  if (data === 'jiheng:apply') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const [address] = event.request.url.split(/[?#]/);
  if (event.request.method !== 'GET' || !address.startsWith(SCOPE)) return;
  const answered = answer(event, address.slice(SCOPE.length));
  if (answered) event.respondWith(answered);
});
