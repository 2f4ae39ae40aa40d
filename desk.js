// The page's side of the tabs 推演 and 核验: starts the worker, shows what it tells and tells it what is typed. Fetched when the
// tab is first opened.

const SVG = 'http://www.w3.org/2000/svg';

// scripts/modules.mjs wrote the names into index.html.
const address = (name) => new URL(name, document.baseURI).href;
const names = document.querySelector('meta[name="jiheng-desk-worker"]').content.split(' ');
const [script, glue, wasm] = names.map(address);
const parts = { glue, wasm, integrity: names[3] };

let desk = null; // what speaks to the module, wherever it runs
let shown = null; // the tab while it is open: { host, tell, opening, root, clips, heard }
let openings = 0;

/** Opens a tab in `host`: `open` or `audit`. `tell(what, …texts)` hears what the page has to do for it. */
export function open(host, tell, what, ...given) {
  openings += 1;
  shown = { host, tell, opening: openings, root: null, clips: new Map(), heard: 0 };
  host.addEventListener('input', typed);
  host.addEventListener('change', chosen);
  host.addEventListener('click', pressed);
  host.addEventListener('keydown', moved);
  host.addEventListener('focusout', left);
  host.addEventListener('paste', pasted);
  host.addEventListener('dragover', hovered);
  host.addEventListener('drop', dropped);
  host.addEventListener('toggle', folded, true);
  if (!desk) desk = begin();
  desk.speak(what, ...given, openings);
}

/** The stored assessment is another one, or another tool is shown: `update`, `show`. */
export const speak = (...message) => desk && desk.speak(...message);

/** The tab is left, unless it was opened elsewhere meanwhile. */
export function close(host) {
  if (!shown || shown.host !== host) return;
  shown = null;
  speak('close');
}

/** Starts the worker; where there can be none, the same module on the page. What is said meanwhile waits. */
function begin() {
  const waiting = [];
  const begun = { speak: (...message) => waiting.push(message) };
  const ready = (speaks) => {
    begun.speak = speaks;
    waiting.forEach((message) => speaks(...message));
  };
  const fail = (error) => {
    console.error(error);
    if (desk === begun) desk = null;
    if (shown) shown.tell('failed');
  };
  const here = () => import(script).then((module) => module.start(parts, hear, fail)).then(ready, fail);
  let worker;
  try {
    worker = new Worker(script, { type: 'module' });
  } catch (error) {
    here();
    return begun;
  }
  const failed = (error) => {
    worker.terminate();
    if (begun.started) fail(error);
    else here();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    failed(event.message);
  };
  worker.onmessage = ({ data }) => {
    if (typeof data === 'string') return hear(data);
    if (data.failed) return failed(data.failed);
    begun.started = true;
    ready((...message) => worker.postMessage(message));
  };
  worker.postMessage(parts);
  return begun;
}

/** Does what the module tells, if the tab is still there. */
function hear(told) {
  if (!shown) return;
  const [opening, ...all] = JSON.parse(told);
  // What was told for another opening is about another tree, or another assessment.
  if (opening !== shown.opening) return;
  const around = whereabouts();
  for (const [what, one, two, three] of all) {
    const act = CHANGES[what] || DEEDS[what];
    if (act) act(one, two, three);
    else shown.tell(what, one, two);
  }
  shown.heard += 1;
  // Unless the module has said where to go on.
  if (around.length && !around[0].isConnected && document.activeElement === document.body) refocus(around);
}

/** What has the focus within the tab, and what that is in. */
function whereabouts() {
  const around = [];
  let node = document.activeElement;
  if (!shown.root || !shown.root.contains(node)) return around;
  for (; node !== shown.root; node = node.parentNode) around.push(node);
  return around;
}

/** What had the focus is gone: what is in its place has it now, else what is left of its row, else the tool. */
function refocus([gone, ...around]) {
  const again = gone.id && document.getElementById(gone.id);
  if (again) return again.focus();
  const rest = around.find((node) => node.isConnected);
  const row = rest && rest.closest('tr, .tool-said');
  const part = rest && rest.closest('details, section');
  const next =
    (row && row.querySelector('button, input')) ||
    (part && part.querySelector('summary, h2[tabindex]')) ||
    shown.root.querySelector('#whatif-title, #audit-verdict, #audit-text');
  if (next) next.focus();
}

let [steps, trail] = [[], []]; // the path of the change before, and the nodes along it

/** The node at a path. Changes come in the order of the tree, so most of the way is known from the one before. */
function at(path) {
  let same = 0;
  while (same < path.length && path[same] === steps[same]) same += 1;
  let node = same ? trail[same - 1] : shown.root;
  for (; same < path.length; same += 1) trail[same] = node = node.childNodes[path[same]];
  steps = path;
  return node;
}

/** Where nodes come or go, the way is another one. */
function place(path) {
  const node = at(path);
  steps = [];
  return node;
}

/** What changes the tree that is shown; see src/app/desk/diff.rs. */
const CHANGES = {
  text: (path, text) => (at(path).data = text),
  attr: (path, name, value) => set(at(path), name, value),
  put(path, node) {
    const old = place(path);
    const put = made(node, old.parentNode);
    old.replaceWith(put);
    if (old === shown.root) shown.root = put;
  },
  add(path, index, node) {
    const parent = place(path);
    parent.insertBefore(made(node, parent), parent.childNodes[index] || null);
  },
  cut(path, index, count) {
    const parent = place(path);
    for (let left = count; left > 0; left -= 1) parent.childNodes[index].remove();
  },
};

const DEEDS = {
  show(node) {
    const { host } = shown;
    shown.root = made(node, host);
    steps = [];
    host.textContent = '';
    host.append(shown.root);
    shown.tell('shown');
  },
  clip: (of, html, text) => shown.clips.set(of, [html, text]),
  focus: (id) => go(id, 'start'),
  type(id, text) {
    const field = document.getElementById(id);
    if (field) field.value = text;
  },
};

// A box that is narrower than what it holds says so: `data-wide`, seen by the style sheet alone.
const boxes = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const box = target.closest('[data-scrolls]');
    if (box) box.toggleAttribute('data-wide', box.scrollWidth > box.clientWidth + 1);
  }
});

function made(node, parent) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, attrs, ...held] = node;
  const drawing = tag === 'svg' || parent.namespaceURI === SVG;
  const element = drawing ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const child of held) element.appendChild(made(child, element));
  for (const name in attrs) set(element, name, attrs[name]);
  if (attrs['data-scrolls']) [element, ...element.children].forEach((part) => boxes.observe(part));
  return element;
}

const STATES = ['value', 'checked', 'selected'];

/** Sets an attribute, and what stands in a field. */
function set(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
  if (STATES.includes(name)) enter(element, name, value);
}

/** Not while it has the focus: that is what is being typed. */
function enter(element, name, value) {
  const field = element.closest('select') || element;
  if (name === 'checked') element.checked = Boolean(value);
  else if (field === document.activeElement) field.late = true;
  else if (name === 'selected') element.selected = Boolean(value);
  else if (element.matches('input, textarea')) element.value = value;
}

/** A field that is left shows what was told while it was typed into. */
function left({ target }) {
  if (target.late && target.matches('input[type=text], textarea')) target.value = target.getAttribute('value') || '';
  target.late = false;
}

/** Shows an element, and goes on from there. */
function go(id, block = 'center') {
  const found = document.getElementById(id);
  if (!found) return;
  for (let around = found.closest('details'); around; around = around.parentNode.closest('details')) around.open = true;
  found.scrollIntoView({ block });
  found.focus({ preventScroll: true });
}

const TEXT = 'input[type=text], textarea';
const LARGEST = 4 << 20; // of a file that is read, in bytes; what is cut off there cannot be read and is said to be so

/**
 * A control was used. The module is told, or, of `page:effort:<id>` and the like, the page: what is stored changes at
 * once, and in what is open now, whatever the module is still busy with.
 */
function used(act, value) {
  const [, what, of] = /^page:([a-z]+):?(.*)$/.exec(act) || [];
  if (what) shown.tell(what, value, of);
  else speak('event', act, value);
}

function typed({ target }) {
  if (target.dataset.act && target.matches(TEXT)) used(target.dataset.act, target.value);
}

/**
 * A table that is pasted is taken in whole, also into an empty field; else it is text that is typed. A browser that is
 * given megabytes to show in a field comes to a halt.
 */
function pasted(event) {
  const { target, clipboardData: data } = event;
  if (!data) return;
  if (target.closest('[data-fill]')) return fill(event);
  if (!target.closest('[data-paste]')) return;
  const [html, text] = ['text/html', 'text/plain'].map((type) => data.getData(type));
  const size = html.length + text.length;
  if (data.files.length) takeFile(data.files[0]);
  else if (size > LARGEST) speak('tooLarge', size);
  else if (/<table/i.test(html) || (!target.value && text.trim())) speak('paste', html, text);
  else return;
  event.preventDefault();
}

/** Cells that are pasted into one go into those beside and below it as well. */
function fill(event) {
  const { target, clipboardData: data } = event;
  const text = data.getData('text/plain');
  const { act } = target.dataset;
  if (!act || !/[\t\n]/.test(text.trim()) || text.length > LARGEST) return;
  event.preventDefault();
  target.blur(); // what has the focus is not written over
  used(target.closest('[data-fill]').dataset.fill + act.slice(act.indexOf(':')), text);
}

/** What folds was opened or shut. */
function folded({ target }) {
  if (target.dataset.act) used(target.dataset.act, target.open ? 'true' : '');
}

function hovered(event) {
  if (event.target.closest('[data-paste]')) event.preventDefault();
}

function dropped(event) {
  const [file] = event.target.closest('[data-paste]') ? event.dataTransfer.files : [];
  if (!file) return;
  event.preventDefault();
  takeFile(file);
}

function takeFile(file) {
  if (file.size > LARGEST) return speak('tooLarge', file.size);
  file.arrayBuffer().then(
    (bytes) => speak('file', file.name, decoded(new Uint8Array(bytes))),
    () => speak('file', file.name, ''),
  );
}

/** Text in UTF-8, in UTF-16 with its mark, or else as Chinese Windows writes it. */
function decoded(bytes) {
  const mark = bytes[0] * 256 + bytes[1];
  const encoding = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' }[mark] || 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function chosen({ target }) {
  if (target.dataset.paste && target.files) {
    if (target.files.length) takeFile(target.files[0]);
    target.value = ''; // the same file may be chosen once more
    return;
  }
  if (!target.dataset.act || target.matches(TEXT)) return;
  if (target.type === 'file') {
    const { act } = target.dataset;
    const [file] = target.files;
    if (file) file.slice(0, LARGEST).text().catch(() => '').then((text) => used(act, text));
    return;
  }
  const value = target.type === 'checkbox' && !target.checked ? '' : target.value;
  used(target.dataset.act, value);
}

function pressed({ target }) {
  const button = target.closest('button');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  const { act, copy, go: to } = button.dataset;
  if (to) go(to);
  // Pressed twice before anything has changed is pressed once.
  if (act && button.heard !== shown.heard) {
    if (act.startsWith('page:')) button.heard = shown.heard;
    used(act, button.value);
  }
  // Browsers copy only what is there at the press.
  if (copy && shown.clips.has(copy)) shown.tell('copy', ...shown.clips.get(copy));
}

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The cell to go to from one by a key; Home and End go along the row, with Ctrl through the whole grid. */
function cellBy(cell, { key, ctrlKey }) {
  if (key === 'Home' || key === 'End') {
    const cells = [...(ctrlKey ? cell.closest('tbody') : cell.parentNode).querySelectorAll('[tabindex]')];
    return cells[key === 'Home' ? 0 : cells.length - 1];
  }
  const step = !ctrlKey && STEPS[key];
  const row = step && cell.closest('table').rows[cell.parentNode.rowIndex + step[0]];
  return row && row.cells[cell.cellIndex + step[1]];
}

/** Keys go from cell to cell of a grid, which is one stop for the tab key. */
function moved(event) {
  const cell = event.target.closest('[data-grid] [tabindex]');
  if (!cell || event.altKey || event.metaKey) return;
  const next = cellBy(cell, event);
  if (!next || !next.hasAttribute('tabindex')) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
