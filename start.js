// Starts the page: sets the Trusted Types policy, loads the wasm module with its integrity, and says why when it can't.

const FORBIDDEN_MARKUP = /<\/?(script|iframe|object|embed|base|link|meta|style)\b|\son\w+\s*=|\bsrcdoc\s*=|javascript:/i;

// Leptos sets its static markup through innerHTML. That passes; anything that could run does not.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (markup) => (FORBIDDEN_MARKUP.test(markup) ? null : markup),
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

// What is read and printed rather than typed is a module of its own, fetched when the page first asks for it. Its name
// stays, so the name of the page's own module, which changes with the content, keeps old copies out.
let papers = null;
let tries = 0;
window.jihengPapers = () => {
  if (!papers) {
    const edition = document.querySelector('link[rel="modulepreload"]').href.replace(/^.*\//, '');
    const named = (name) => new URL(`${name}?${edition}-${tries}`, document.baseURI).href;
    papers = import(named('jiheng-papers.js')).then(async (module) => {
      await module.default({ module_or_path: named('jiheng-papers_bg.wasm') });
      return module;
    });
    papers.catch(() => {
      papers = null;
      tries += 1;
    });
  }
  return papers;
};

const boot = document.getElementById('boot');
start().then(() => boot.remove(), (error) => showFailure(boot, error));
