// The page inside a frame: hears the page around, if that is of an origin that may speak, and tells it what is entered and
// scored. Fetched in frames only. The messages are those of embed.js.

const PROTOCOL = 'jiheng:1';
const PATIENCE = 30000; // ms until what was to be opened counts as not opened
const MODES = ['full', 'score', 'result'];

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const allowed = Promise.resolve(window.jihengConfig).then(
  (config) => new Set([location.origin, ...((config && config.origins) || [])]),
);

let host = null; // origin of the page around, once it has said hello
let page = null; // the page's ear, once it is there: hear(what, text)
let version = '';
let current = null; // what is open: { open, rubric, project }
let byHost = false; // what is opened next was asked for by the page around
let unsaid = ''; // what could not be opened before the page around said hello
let heeded = []; // who waits for the page to tell what is open
let queue = Promise.resolve();
const ignore = () => {};

const say = (kind, content) => host && window.parent.postMessage({ protocol: PROTOCOL, kind, ...content }, host);
const assessment = () => JSON.parse(current.project).assessments[0].assessment;

/** The scorecard of what is open, in the shape of the JS contract. */
async function scored() {
  const papers = await window.jihengPart('papers');
  return papers.scorecard(current.rubric, current.project);
}

/** The page is there, and hears. */
export function begin(hear, edition) {
  page = hear;
  version = edition;
  if (host) greet();
}

/** What is open, told by the page whenever it changes. */
export async function told(open, rubric, project) {
  const before = current;
  current = { open, rubric, project };
  heed('');
  if (before && before.open === open && before.project === project) return;
  if (before && !byHost) say('change', { assessment: assessment() });
  await result();
}

async function result() {
  if (!host) return;
  const { open, project } = current;
  try {
    const scorecard = await scored();
    // What was typed meanwhile is told by itself.
    if (current.open === open && current.project === project) say('result', { assessment: assessment(), scorecard });
  } catch (error) {
    say('error', { error: { code: 'not-fetched', path: '', message: `the module that scores for the page around: ${error}` } });
  }
}

/** The page around is told that the page hears, and what is open. */
function greet() {
  say('ready', { version });
  measure();
  if (unsaid) refused(unsaid);
  unsaid = '';
  if (current) result();
}

/** Resolves once the page has told what is open; with `other`, once that is something else. `path` names what asked for it. */
function opened(path, other) {
  return new Promise((resolve, reject) => {
    const late = { code: 'not-opened', path, message: 'what is needed was not fetched in time' };
    const timer = setTimeout(() => reject(late), PATIENCE);
    const listener = (message) => {
      if (!message && current.open === other) return heeded.push(listener);
      clearTimeout(timer);
      return message ? reject({ ...late, message }) : resolve();
    };
    heeded.push(listener);
  });
}

function heed(message) {
  const heeds = heeded;
  heeded = [];
  for (const one of heeds) one(message);
}

/** What the page could not open, in its words. */
export function refused(message) {
  if (!host) unsaid = message;
  else if (!heeded.length) say('error', { error: { code: 'not-opened', path: '', message } });
  heed(message);
}

function refuse(refused) {
  if (!refused) return;
  const [code, path, message] = refused;
  throw { code, path, message };
}

/** Has the page open something else. */
async function open(what, text) {
  byHost = true;
  try {
    const done = opened(what === 'reset' ? '' : what, current && current.open);
    done.catch(ignore);
    refuse(page(what, text, ignore));
    await done;
  } finally {
    byHost = false;
  }
}

/** Has the page check a rubric and open it. */
async function check(text) {
  byHost = true;
  try {
    const problems = await new Promise((resolve) => page('rubric', text, resolve));
    if (problems === '[]') throw { code: 'not-fetched', path: 'rubric-url', message: 'the module that checks it' };
    if (problems) throw { code: 'invalid-rubric', path: 'rubric-url', message: 'has errors: see problems', problems: JSON.parse(problems) };
    page('tell', '', ignore);
  } finally {
    byHost = false;
  }
}

/** Sets something that the page answers at once. */
function set(what, value) {
  if (value) refuse(page(what, text(value), ignore));
}

const wrong = (path, message) => ({ code: 'wrong-shape', path, message });
const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

const ACTS = {
  // What the page around was told and hands back is open already: the focus stays where it is.
  assessment: (value) => (current && text(value) === JSON.stringify(assessment()) ? null : open('assessment', text(value))),
  preset: (value) => value && open('preset', text(value)),
  rubric: (value) => check(text(value)),
  lang: (value) => set('lang', value),
  theme: (value) => set('theme', value || 'auto'),
  mode(value) {
    if (!MODES.includes(value || 'full')) throw wrong('mode', `is none of ${MODES.join(', ')}`);
    root.dataset.embed = value || 'full';
  },
  reset: () => open('reset', ''),
  async score() {
    const comes = current || ['preset', 'rubric'].some((name) => asked.has(name));
    if (!comes) throw { code: 'not-opened', path: '', message: 'no form is open' };
    const due = opened('');
    page('tell', '', ignore);
    await due;
    return scored();
  },
};

async function answer({ id, kind, value }) {
  try {
    say('answer', { id, value: await ACTS[kind](value) });
  } catch (error) {
    const told = error.code ? error : { code: 'failed', path: '', message: String(error) };
    say('answer', { id, error: told });
  }
}

/** Where the visible part of the frame begins and ends: the scoreboard stays in it. */
function look({ above, below }) {
  const desk = document.querySelector('.desk');
  const board = document.querySelector('.desk__board');
  if (!desk || !board) return;
  const room = desk.offsetHeight - board.offsetHeight;
  const shift = Math.max(0, Math.min(Number(above) - desk.offsetTop, room)) || 0;
  root.style.setProperty('--board-shift', `${shift}px`);
  root.style.setProperty('--bar-shift', `${Math.max(0, Number(below)) || 0}px`);
}

async function hear({ source, origin, data }) {
  if (source !== window.parent || !data || data.protocol !== PROTOCOL) return;
  if (!(await allowed).has(origin)) return;
  if (data.kind === 'hello') {
    host = origin;
    root.dataset.hosted = '';
    if (page) greet();
  } else if (origin !== host) {
    // It has to say hello first.
  } else if (data.kind === 'view') {
    look(data);
  } else if (Object.prototype.hasOwnProperty.call(ACTS, data.kind)) {
    queue = queue.then(() => answer(data));
  }
}

let height = 0;

/** The height of the content, which is not that of the frame. */
function measure() {
  const now = Math.ceil(root.getBoundingClientRect().height);
  if (host && now !== height) {
    height = now;
    say('size', { height });
  }
}

/** The history is that of the page around: no step within the frame is one of its. */
function follow(event) {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  location.replace(link.getAttribute('href'));
}

if (asked.has('embed')) {
  const mode = asked.get('embed');
  root.dataset.embed = MODES.includes(mode) ? mode : 'full';
  new ResizeObserver(measure).observe(root);
}
document.addEventListener('click', follow);
const heard = window.jihengHeard;
window.jihengHeard = { push: hear };
heard.forEach(hear);
