// Starts the page: sets the Trusted Types policy, loads the wasm module with its integrity, and says why when it can't.

// No markup and no script is ever made of a text; nothing passes but addresses of this site.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
  });
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
  const detail = boot.querySelector('.boot-detail');
  detail.textContent = String(error);
  detail.hidden = false;
}

async function fetched(href, integrity) {
  // What has no integrity is a portal's own, under a name that stays when its content changes.
  const response = await fetch(href, integrity ? { integrity } : { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${href}`);
  return response;
}

// Trunk writes these links; their names change with their content.
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
  const { default: init } = await import(glue.href);
  const program = await fetched(wasm.href, wasm.integrity);
  // Read as the page starts: src/app/state/portal.rs.
  window.jihengSettings = JSON.stringify(await window.jihengConfig);
  await init({ module_or_path: program });
}

// What does more than score comes in modules of its own, and each form in files: fetched when the page first asks for
// them. scripts/modules.mjs wrote their names into index.html.
const parts = {};
const tries = {};

async function fetchPart(name) {
  // What has no link may be a rubric of the portal's, by its address; nothing else is fetched by a name from outside.
  const link = document.querySelector(`meta[name="jiheng-${CSS.escape(name)}"]`);
  const [file, ...rest] = link ? link.content.split(' ') : [name];
  if (!link && !/^[^/\\:][^\\:]*\.json$/.test(name)) throw new Error(name);
  // What could not be fetched is remembered as such by its address.
  const address = new URL(`${file}${tries[name] ? `?${tries[name]}` : ''}`, document.baseURI).href;
  if (file.endsWith('.json')) return (await fetched(address, rest[0])).text();
  const module = await import(address);
  const [wasm, integrity] = rest;
  if (wasm) await module.default({ module_or_path: await fetched(new URL(wasm, document.baseURI).href, integrity) });
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
window.jihengFrame = (framed ? `.${window.name}` : '') + location.search;
if (framed) {
  // What the page around says waits for frame.js, which puts itself in place of the list.
  window.jihengHeard = [];
  addEventListener('message', (event) => window.jihengHeard.push(event));
  window.jihengPart('frame');
}

// What the portal set. Most set nothing; then there is nothing to check.
window.jihengConfig = fetched('jiheng.config.json')
  .then((response) => response.text(), () => '')
  .then((text) => (/^[\s{}]*$/.test(text) ? {} : window.jihengPart('config').then(({ settle }) => settle(text))))
  .catch((error) => (console.warn(error), {}));

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
if (form) window.jihengPart(`${form}/rubric`);
if (what === 'example') window.jihengPart(`${form}/example`);

const boot = document.getElementById('boot');
start().then(() => boot.remove(), (error) => showFailure(boot, error));
