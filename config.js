// Checks what a portal set in jiheng.config.json, and applies its colours. Fetched only where that file says something.
// Each field that is wrong falls back to its default by itself and is told, with what to write instead.

const FIELDS = ['$schema', 'origins', 'presets', 'rubrics', 'lang', 'title', 'logo', 'colours', 'home'];

/** Colours that may be set, tokens of style/tokens.css. */
const TOKENS = ['accent', 'on-accent', 'accent-wash', 'paper', 'wash', 'edge', 'line'];

/** Which colour has to be told from which ground, by how much: texts 4.5, edges of fields and controls 3 (WCAG 1.4.3, 1.4.11). */
const PAIRS = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'good', 'loss', 'brass'].flatMap((text) => [[text, 'paper', 4.5], [text, 'wash', 4.5]]),
  ...['ink', 'ink-2', 'ink-3', 'accent'].map((text) => [text, 'accent-wash', 4.5]),
  ['on-accent', 'accent', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'wash', 3],
];

const faults = [];
const fault = (path, zh, en) => {
  faults.push(path ? { zh: `${path}：${zh}`, en: `${path}: ${en}` } : { zh, en });
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** The entries of a list that `check` takes. */
function list(value, path, check) {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    fault(path, '应为列表 [ … ]', 'is to be a list [ … ]');
    return [];
  }
  return value.filter((one, at) => value.indexOf(one) === at && check(one, `${path}[${at}]`));
}

function isOrigin(value, path) {
  try {
    const url = new URL(value);
    if (/^https?:$/.test(url.protocol) && url.origin === value) return true;
  } catch (error) {
    // No address at all.
  }
  fault(path, '应写成 "https://portal.example.gov.cn"，不带路径、通配符', 'is to be like "https://portal.example.gov.cn", without a path or a wildcard');
  return false;
}

const knownPresets = () =>
  [...document.querySelectorAll('meta[name$="/rubric"]')].map((meta) => meta.name.replace(/^jiheng-|\/rubric$/g, ''));

function isPreset(value, path) {
  const known = knownPresets();
  if (known.includes(value)) return true;
  fault(path, `没有这个指标体系；可用的有 ${known.join('、')}`, `there is no such form; use ${known.join(', ')}`);
  return false;
}

/** Whether an address is relative and leads to this site, however a browser may read it. */
function isHere(value, endings) {
  return isText(value) && /^[^/\\:?#\s][^\\:?#\s]*$/.test(value) && endings.test(value)
    && new URL(value, document.baseURI).origin === location.origin;
}

function isRubric(value, path) {
  if (isHere(value, /\.json$/)) return true;
  fault(path, '应是本站的相对地址，如 "rubrics/city.json"', 'is to be an address relative to the page, such as "rubrics/city.json"');
  return false;
}

/** A text in both languages, given as one text or as `{ zh, en }`. */
function label(value, path) {
  if (value === undefined) return undefined;
  if (isText(value)) return { zh: value, en: value };
  const isLabel = isObject(value) && isText(value.zh) && (value.en === undefined || isText(value.en))
    && Object.keys(value).every((name) => name === 'zh' || name === 'en');
  if (isLabel) return { zh: value.zh, en: value.en || value.zh };
  fault(path, '应为文本，或 { "zh": …, "en": … }', 'is to be a text, or { "zh": …, "en": … }');
  return undefined;
}

function language(value) {
  if (value === undefined || value === 'zh' || value === 'en') return value;
  fault('lang', '应为 "zh" 或 "en"', 'is to be "zh" or "en"');
  return undefined;
}

function logo(value) {
  if (value === undefined || isHere(value, /\.(svg|png|webp|jpe?g|gif)$/i)) return value;
  fault('logo', '应是本站图片的相对地址，如 "logo.svg"', 'is to be a picture at an address relative to the page, such as "logo.svg"');
  return undefined;
}

function home(value) {
  if (value === undefined) return undefined;
  const text = isObject(value) ? label(value.text, 'home.text') : undefined;
  // Relative, or https: what begins with // would name another host without saying so.
  const isHref = isObject(value) && isText(value.href) && /^(https:\/\/[^/\\\s]|(?!\/[/\\])[^:\\\s]*$)/.test(value.href);
  if (!isHref) fault('home.href', '应为 https 地址或相对地址', 'is to be an https address or a relative one');
  if (isObject(value) && value.text === undefined) fault('home.text', '缺少；请写链接的文字', 'is missing; write what the link says');
  // In a frame the sandbox would not let it leave, and its page is around it already.
  return isHref && text && window.parent === window ? { href: value.href, text } : undefined;
}

// ---- colours

function luminance(colour) {
  const part = (at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The rules of the page's own sheet that hold the tokens: one for light, two for dark. */
function tokenRules() {
  const found = { light: [], dark: [] };
  const visit = (rules) => {
    for (const rule of rules) {
      if (rule.cssRules && rule.cssRules.length && !rule.style) visit(rule.cssRules);
      else if (rule.style && rule.style.getPropertyValue('--accent')) {
        found[rule.selectorText === ':root' ? 'light' : 'dark'].push(rule.style);
      }
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  return found;
}

/** `#abc` as `#aabbcc`: minifiers shorten. */
const full = (colour) => colour.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

/** Takes colours away until every pair that one of them is in can be told apart. */
function legible(set, inherited, path) {
  const of = (token) => set[token] || full(inherited.getPropertyValue(`--${token}`));
  for (;;) {
    const failing = PAIRS.find(([front, back, least]) => (set[front] || set[back]) && contrast(of(front), of(back)) < least);
    if (!failing) return set;
    const [front, back, least] = failing;
    const [token, other] = set[front] ? [front, back] : [back, front];
    // Rounded down: what is printed as 4.50 is enough.
    const measured = (Math.floor(contrast(of(front), of(back)) * 100) / 100).toFixed(2);
    fault(`${path}.${token}`, `与 ${other}（${of(other)}）的对比度只有 ${measured}:1，至少须 ${least}:1`,
      `contrast with ${other} (${of(other)}) is ${measured}:1, at least ${least}:1 is needed`);
    delete set[token];
  }
}

function colours(value) {
  if (value === undefined) return;
  if (!isObject(value)) {
    fault('colours', '应为 { "light": { … }, "dark": { … } }', 'is to be { "light": { … }, "dark": { … } }');
    return;
  }
  const rules = tokenRules();
  for (const theme of Object.keys(value)) {
    const path = `colours.${theme}`;
    if (!['light', 'dark'].includes(theme) || !rules[theme].length || !isObject(value[theme])) {
      fault(path, '应为 light 或 dark，内容为 { "accent": "#0b4f8a" }', 'is to be light or dark, holding { "accent": "#0b4f8a" }');
      continue;
    }
    const set = {};
    for (const [token, colour] of Object.entries(value[theme])) {
      if (!TOKENS.includes(token)) {
        fault(`${path}.${token}`, `没有这种颜色；可用的有 ${TOKENS.join('、')}`, `there is no such colour; use ${TOKENS.join(', ')}`);
      } else if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) {
        fault(`${path}.${token}`, '应写成 "#0b4f8a"', 'is to be like "#0b4f8a"');
      } else {
        set[token] = colour;
      }
    }
    legible(set, rules[theme][0], path);
    for (const rule of rules[theme]) {
      for (const token of Object.keys(set)) rule.setProperty(`--${token}`, set[token]);
    }
  }
}

function read(text) {
  try {
    const value = JSON.parse(text);
    if (isObject(value)) return value;
    fault('', '内容应为 { … }', 'it is to be { … }');
  } catch (error) {
    fault('', `不是完整的 JSON，全部按默认（${error.message}）`, `it is not whole JSON, so everything is as by default (${error.message})`);
  }
  return {};
}

/** What is wrong, a line each. */
const lines = (lang) => faults.map((one) => one[lang].replace(/\s+/g, ' ')).join('\n');

/** What is in effect, from the text of the file; colours are applied at once. */
export function settle(text) {
  const given = read(text);
  for (const name of Object.keys(given).filter((name) => !FIELDS.includes(name))) {
    fault(name, `没有这项设置；可用的有 ${FIELDS.slice(1).join('、')}`, `there is no such setting; use ${FIELDS.slice(1).join(', ')}`);
  }
  colours(given.colours);
  const settings = {
    origins: list(given.origins, 'origins', isOrigin),
    presets: list(given.presets, 'presets', isPreset),
    rubrics: list(given.rubrics, 'rubrics', isRubric),
    lang: language(given.lang),
    title: label(given.title, 'title'),
    logo: logo(given.logo),
    home: home(given.home),
    faults: { zh: lines('zh'), en: lines('en') },
  };
  for (const { en } of faults) console.warn(`jiheng.config.json: ${en}`);
  return settings;
}
