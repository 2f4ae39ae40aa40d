// Starts the page: sets the Trusted Types policy, loads the wasm module with its integrity, and says why when it can't.

// No markup and no script is ever made of a text; nothing passes but addresses of this site.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
  });
}

// Only a release is kept for offline use, and only where the page is not part of another.
const keeps = window === top && document.querySelector('meta[name="jiheng-offline"]');

const MINUTE = 60000; // ms

/**
 * Takes up a new release where the one that is kept could not start: a browser may have thrown a part of it away that the server
 * has no more, and no reload would help. Nothing is open that could be lost. Once a minute at most, lest a page load over and over.
 */
async function renew() {
  const registration = await navigator.serviceWorker.getRegistration();
  const isOurs = registration && registration.scope === new URL('.', document.baseURI).href;
  if (!isOurs || Date.now() - sessionStorage.getItem('jiheng.renewed') < MINUTE) return;
  await registration.update().catch(() => {});
  const worker = registration.installing || registration.waiting;
  if (!worker) return;
  sessionStorage.setItem('jiheng.renewed', Date.now());
  const take = () => {
    if (worker.state === 'installed') worker.postMessage('jiheng:apply');
    if (worker.state === 'activated') location.reload();
  };
  worker.addEventListener('statechange', take);
  take();
}

function reasonOf(error) {
  const text = String(error);
  if (typeof WebAssembly !== 'object') return 'kernel';
  if (/content security policy|disallowed by embedder|unsafe-eval/i.test(text)) return 'policy';
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return 'kernel';
  return 'load';
}

function showFailure(boot, error) {
  console.error(error);
  const reason = reasonOf(error);
  for (const part of boot.querySelectorAll('[data-reason]')) {
    part.hidden = part.dataset.reason !== reason;
  }
  boot.className = 'boot boot--failed';
  const detail = boot.querySelector('.boot-detail');
  detail.textContent = String(error);
  detail.hidden = false;
  // Where there are no service workers, or storage is blocked, there is none.
  if (keeps) renew().catch(() => {});
}

async function fetched(href, integrity) {
  // What has no integrity is a portal's own, under a name that stays when its content changes.
  const response = await fetch(href, integrity ? { integrity } : { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${href}`);
  return response;
}

const MOMENT = 500; // ms
const PATIENCE = 5000; // ms
const CONFIG = 'jiheng.config.json';
const after = (time, value) => new Promise((goOn) => setTimeout(goOn, time, value));

// Trunk writes these links; their names change with their content. What the page draws first is waited for a moment: else it would
// draw that it waits, and move everything as soon as it has come.
async function start(ahead) {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
  const coming = [import(glue.href), fetched(wasm.href, wasm.integrity), window.jihengConfig];
  const [{ default: init }, program, settings] = await Promise.all(coming);
  await Promise.race([ahead, after(MOMENT)]);
  // Read as the page starts: src/app/state/portal.rs.
  window.jihengSettings = JSON.stringify(settings);
  await init({ module_or_path: program });
}

// What does more than score comes in modules of its own, and each form in files: fetched when the page first asks for
// them. scripts/modules.mjs wrote their names into index.html.
const parts = {};
const tries = {};

/** A module by its integrity: to import is to take what was preloaded from the same address, and what was refused is. */
function imported(href, integrity) {
  const link = document.createElement('link');
  document.head.append(Object.assign(link, { rel: 'modulepreload', href, integrity }));
  return import(href);
}

async function fetchPart(name) {
  // What has no link may be a rubric of the portal's, by its address; nothing else is fetched by a name from outside.
  const link = document.querySelector(`meta[name="jiheng-${CSS.escape(name)}"]`);
  const [file, integrity, wasm, wasmIntegrity] = link ? link.content.split(' ') : [name];
  if (!link && !/^[^/\\:][^\\:]*\.json$/.test(name)) throw new Error(name);
  // What could not be fetched is remembered as such by its address.
  const address = new URL(`${file}${tries[name] ? `?${tries[name]}` : ''}`, document.baseURI).href;
  if (file.endsWith('.json')) return (await fetched(address, integrity)).text();
  const module = await imported(address, integrity);
  if (wasm) await module.default({ module_or_path: await fetched(new URL(wasm, document.baseURI).href, wasmIntegrity) });
  return module;
}

/** A module, or the text of a file, by its name. */
window.jihengPart = (name) => {
  if (!parts[name]) {
    parts[name] = fetchPart(name);
    parts[name].catch(() => {
      parts[name] = null;
      tries[name] = (tries[name] || 0) + 1;
    });
  }
  return parts[name];
};

// Frames of one tab share its storage: what each keeps there ends with its name and what its address asks for.
const framed = window.parent !== window;
const [around] = location.ancestorOrigins || []; // who is around cannot say that it is another
window.jihengFrame = (framed ? `.${around} ${window.name}` : '') + location.search;
if (framed) {
  // What the page around says waits for frame.js, which puts itself in place of the list.
  window.jihengHeard = [];
  addEventListener('message', (event) => window.jihengHeard.push(event));
  window.jihengPart('frame');
}

/** The settings where their file could not be read: the operator is told, as of what is wrong in it. */
function unread(error) {
  console.warn(error);
  return { faults: { zh: `未能读取（${error.message}）`, en: `it could not be read (${error.message})` } };
}

/** What the portal set. Most set nothing, or have no such file: then there is nothing to check. */
async function configured() {
  const response = await fetch(CONFIG, { cache: 'no-cache' });
  if (response.status === 404 || response.status === 410) return {};
  if (!response.ok) throw new Error(`${response.status} ${CONFIG}`);
  const text = await response.text();
  return /^[\s{}]*$/.test(text) ? {} : (await window.jihengPart('config')).settle(text);
}

// A server that never answers keeps nobody waiting.
const late = after(PATIENCE).then(() => Promise.reject(new Error(`${PATIENCE / 1000} s`)));
window.jihengConfig = Promise.race([configured(), late]).catch(unread);

// What a reloaded tab had open, or the address asks for, comes along with the program, not after it;
// src/app/state/opening.rs keeps it by this name.
function kept() {
  try {
    return sessionStorage.getItem(`jiheng.open${window.jihengFrame}`);
  } catch (error) {
    return null; // storage is blocked
  }
}

const asked = new URLSearchParams(location.search).get('preset');
const [, what, form] = /^(empty|example):(.+)$/.exec(kept() || (asked && `empty:${asked}`)) || [];
const first = { empty: ['rubric'], example: ['rubric', 'example'] }[what] || [];
// The page asks for them again, and says so where they can't be fetched.
const ahead = Promise.all(first.map((name) => window.jihengPart(`${form}/${name}`))).catch(() => {});

/** Has the page kept, later than everything. */
function keep() {
  if (keeps) setTimeout(() => window.jihengPart('offline').catch(() => {}), 3000);
}

const boot = document.getElementById('boot');
// The page goes on in tasks of its own: in the next one it opens what it opens, in two more it draws what is seen first of it.
const drawn = start(ahead).then(() => after(0)).then(() => after(0)).then(() => after(0));
const broken = new Promise((_, fail) => {
  addEventListener('error', ({ error }) => error instanceof WebAssembly.RuntimeError && fail(error));
});
Promise.race([drawn, broken]).then(() => {
  boot.remove();
  keep();
}).catch((error) => showFailure(boot, error));
