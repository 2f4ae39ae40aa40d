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

// Trunk writes these links; their names change with their content.
async function start() {
  const glue = document.querySelector('link[rel="modulepreload"]');
  const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
  const { default: init } = await import(glue.href);
  const response = await fetch(wasm.href, { integrity: wasm.integrity });
  if (!response.ok) throw new Error(`${response.status} ${wasm.href}`);
  await init({ module_or_path: response });
}

// What does more than score comes in modules of its own, fetched when the page first asks for them; scripts/modules.mjs
// wrote their names into index.html.
const modules = {};
const tries = {};

async function fetchModule(name) {
  const [script, wasm, integrity] = document.querySelector(`meta[name="jiheng-${name}"]`).content.split(' ');
  // A module that could not be fetched is remembered as such by its address.
  const module = await import(new URL(`${script}${tries[name] ? `?${tries[name]}` : ''}`, document.baseURI).href);
  if (!wasm) return module;
  const response = await fetch(new URL(wasm, document.baseURI).href, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${wasm}`);
  await module.default({ module_or_path: response });
  return module;
}

window.jihengModule = (name) => {
  if (!modules[name]) {
    modules[name] = fetchModule(name);
    modules[name].catch(() => {
      modules[name] = null;
      tries[name] = (tries[name] || 0) + 1;
    });
  }
  return modules[name];
};

const boot = document.getElementById('boot');
start().then(() => boot.remove(), (error) => showFailure(boot, error));
