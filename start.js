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

// What is read and printed rather than typed is a module of its own, fetched when the page first asks for it;
// scripts/papers.mjs wrote its names into index.html.
let papers = null;
let tries = 0;

async function fetchPapers() {
  const [glue, wasm, integrity] = document.querySelector('meta[name="jiheng-papers"]').content.split(' ');
  // A module that could not be fetched is remembered as such by its address.
  const module = await import(new URL(`${glue}${tries ? `?${tries}` : ''}`, document.baseURI).href);
  const response = await fetch(new URL(wasm, document.baseURI).href, { integrity });
  if (!response.ok) throw new Error(`${response.status} ${wasm}`);
  await module.default({ module_or_path: response });
  return module;
}

window.jihengPapers = () => {
  if (!papers) {
    papers = fetchPapers();
    papers.catch(() => {
      papers = null;
      tries += 1;
    });
  }
  return papers;
};

const boot = document.getElementById('boot');
start().then(() => boot.remove(), (error) => showFailure(boot, error));
