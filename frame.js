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
let current = null; // what is open: { open, rubric, project, entered }, the last of them the assessment as JSON
let byHost = false; // what is opened next was asked for by the page around
let unsaid = ''; // what could not be opened before the page around said hello
let heeded = []; // who waits for the page to tell what is open
let openings = []; // what the page around asked to open and is not done with, in that order
let queue = Promise.resolve(); // done when they are
const ignore = () => {};

const say = (kind, content) => host && window.parent.postMessage({ protocol: PROTOCOL, kind, ...content }, host);
const assessment = () => JSON.parse(current.entered);

/** The scorecard of what is open, in the shape of the JS contract. */
async function scored({ rubric, project }) {
  const papers = await window.jihengPart('papers').catch((error) => {
    throw { code: 'not-fetched', path: '', message: `the module that scores for the page around: ${error}` };
  });
  const scorecard = papers.scorecard(rubric, project);
  if (!scorecard) throw { code: 'not-scored', path: 'assessment', message: 'is more than can be scored for the page around' };
  return scorecard;
}

/** What went wrong, as the page around is told it. */
const fault = (error) => (typeof error.code === 'string' ? error : { code: 'failed', path: '', message: String(error) });

/** The page is there, and hears. */
export function begin(hear, edition) {
  page = hear;
  version = edition;
  if (host) greet();
}

/** What is open, told by the page whenever it changes. The assessment, which carries its scenarios, may be the same. */
export async function told(open, rubric, project) {
  const before = current;
  const entered = JSON.stringify(JSON.parse(project).assessments[0].assessment);
  const isSame = before && before.open === open && before.entered === entered;
  if (!isSame) current = { open, rubric, project, entered };
  heed('');
  if (isSame) return;
  if (before && !(byHost && before.open !== open)) say('change', { assessment: assessment() });
  await result();
}

async function result() {
  if (!host) return;
  const latest = current;
  try {
    const scorecard = await scored(latest);
    // What was typed meanwhile is told by itself.
    if (current === latest) say('result', { assessment: assessment(), scorecard });
  } catch (error) {
    say('error', { error: fault(error) });
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

/** How long something that `path` asked for is waited for: `late` rejects when it takes too long, or is given up. */
function limit(path) {
  let giveUp = ignore;
  const late = new Promise((_, reject) => {
    giveUp = (message) => reject({ code: 'not-opened', path, message });
  });
  late.catch(ignore);
  setTimeout(giveUp, PATIENCE, 'what is needed was not fetched in time');
  return { path, late, giveUp };
}

/** Resolves once the page has told what is open; with `other`, once that is something else. */
function opened({ path, late }, other) {
  let listener = ignore;
  const opens = new Promise((resolve, reject) => {
    listener = (message) => {
      if (message) reject({ code: 'not-opened', path, message });
      else if (current.open !== other) resolve();
    };
  });
  heeded.push(listener);
  const over = () => {
    heeded = heeded.filter((one) => one !== listener);
  };
  const done = Promise.race([opens, late]);
  done.then(over, over);
  return done;
}

function heed(message) {
  for (const one of heeded) one(message);
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
async function open(what, text, within) {
  byHost = true;
  try {
    const done = opened(within, current && current.open);
    refuse(page(what, text, ignore));
    // What was at hand is open by now; what is fetched first is told of when it has come.
    page('tell', '', ignore);
    await done;
  } finally {
    byHost = false;
  }
}

/** Has the page check a rubric and open it. */
async function check(text, { path, late }) {
  byHost = true;
  try {
    const checked = new Promise((resolve) => page('rubric', text, resolve));
    const problems = await Promise.race([checked, late]);
    if (problems === '[]') throw { code: 'not-fetched', path, message: 'the module that checks it' };
    if (problems) throw { code: 'invalid-rubric', path, message: 'has errors: see problems', problems: JSON.parse(problems) };
    page('tell', '', ignore);
  } finally {
    byHost = false;
  }
}

/** Waits for the form that the address names, where nothing is open yet. */
async function present(within) {
  if (current) return;
  const comes = ['preset', 'rubric'].some((name) => asked.has(name));
  if (!comes) throw { code: 'not-opened', path: '', message: 'no form is open' };
  await opened(within);
}

/** Sets something that the page answers at once. */
function set(what, value) {
  if (value) refuse(page(what, text(value), ignore));
}

const wrong = (path, message) => ({ code: 'wrong-shape', path, message });
const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Acts that open something, and what names what each opens. */
const OPENINGS = { assessment: 'assessment', preset: 'preset', rubric: 'rubric-url', reset: '' };

const ACTS = {
  // What the page around was told and hands back is open already: the focus stays where it is.
  assessment: (value, within) => (current && text(value) === current.entered ? null : open('assessment', text(value), within)),
  preset: (value, within) => value && open('preset', text(value), within),
  rubric: (value, within) => check(text(value), within),
  reset: (_, within) => (current ? open('reset', '', within) : present(within)),
  lang: (value) => set('lang', value),
  theme: (value) => set('theme', value || 'auto'),
  mode(value) {
    if (!MODES.includes(value || 'full')) throw wrong('mode', `is none of ${MODES.join(', ')}`);
    root.dataset.embed = value || 'full';
  },
  async score(_, within) {
    await present(within);
    page('tell', '', ignore);
    return scored(current);
  },
};

async function answer({ id, kind, value }, within) {
  try {
    // It may have been given up before its turn.
    await Promise.race([within.late, null]);
    say('answer', { id, value: await ACTS[kind](value, within) });
  } catch (error) {
    say('answer', { id, error: fault(error) });
  }
  // Nothing of it is waited for any more.
  within.giveUp('');
}

/** One opening after the other; one that waits for what is fetched gives way to the next, so that it keeps nobody waiting. */
function enqueue(data) {
  for (const one of openings) {
    // An assessment may be one of the rubric that is checked before it.
    if (one.kind !== 'rubric' || data.kind !== 'assessment') one.giveUp('something else was asked for meanwhile');
  }
  const opening = { kind: data.kind, ...limit(OPENINGS[data.kind]) };
  openings.push(opening);
  queue = queue.then(async () => {
    await answer(data, opening);
    openings = openings.filter((one) => one !== opening);
  });
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

const has = (all, name) => Object.prototype.hasOwnProperty.call(all, name);

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
  } else if (has(OPENINGS, data.kind)) {
    enqueue(data);
  } else if (has(ACTS, data.kind)) {
    // The score is that of what is being opened.
    if (data.kind === 'score') await queue;
    answer(data, limit(''));
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
