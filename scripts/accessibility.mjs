// Makes the accessibility statement, accessibility.html, from docs/accessibility.json, which names the test behind every line.
// scripts/modules.mjs asks for it with the icon and the style sheet of the page; tests/node/accessibility.test.mjs holds the names to the tests.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const source = JSON.parse(readFileSync(new URL('../docs/accessibility.json', import.meta.url), 'utf8'));
const version = /^version = "(.+)"$/m.exec(readFileSync(new URL('../Cargo.toml', import.meta.url), 'utf8'))[1];

// WCAG 2.2 added these in 2023; the standard of 2019 cannot have them.
const LATER = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

const chinese = (text) => `<span lang="zh-CN">${text}</span>`;

const TEXTS = {
  zh: {
    lang: 'zh-CN',
    title: '无障碍声明',
    about: [
      `本声明适用于绩衡 ${version}（财政支出绩效评价评分与核验网页）。依据：《Web 内容无障碍指南》（WCAG）2.2 的 A 级和 AA 级准则，对应 GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。`,
      '符合情况：<strong>部分符合</strong>。下表写明每条准则由什么检查。自动检查在真实浏览器中进行，任何一项不通过，该版本就不能通过发布前的检查。检查多为抽样，不能代替人的判断：所列检查通过，只说明所试之处符合。凡需人工核对或尚未试用的，均逐条列出，不声明符合。',
      '检查以默认外观进行。网站自设的标志、名称、配色和指标体系，以及嵌入本页的网页，由网站运营单位另作检查。',
    ],
    prepared: (time) => `编制日期：${time}，即本版程序最后修改之日。本声明由程序的测试生成，随每个版本更新。`,
    back: '返回绩衡',
    table: '各项准则与检查',
    head: ['准则', '级别', 'GB/T 37668-2019', '结果', '检查'],
    colon: '：',
    comma: '、',
    principles: { 1: '可感知性', 2: '可操作性', 3: '可理解性', 4: '兼容性' },
    later: '该标准之后新增',
    mapping: '与 GB/T 37668-2019 的对应按四项原则和准则名称给出；未引用其条款编号，因为编写时未能逐条核对该标准原文。',
    results: { tested: '所列检查通过', partly: '所列检查通过，其余未检查', manual: '未检查', none: '不适用' },
    count: (n) => `WCAG 2.2 的 A 级、AA 级准则共 ${n.all} 条：${n.tested} 条所列检查通过；${n.partly} 条所列检查通过，另有未检查之处；${n.manual} 条未检查；${n.none} 条不适用。`,
    tests: '自动检查',
    listed: '表中“检查”一列的编号即下列检查的编号。括号内是程序源代码中的测试文件。',
    untried: '尚未测试的内容',
    checklist: '人工检查清单',
    perform: '每次更新后由网站运营单位或评测人员逐项执行并记录：',
    contact: '反馈',
    reach: '在使用中遇到障碍，请向提供本页的网站反馈，并说明所用的浏览器、辅助技术和遇到障碍的位置。',
    fill: '网站运营单位：请把下一段换成本单位受理反馈的电话、电子邮箱和答复时限。',
    operator: '反馈方式见该网站公布的联系方式。',
  },
  en: {
    lang: 'en',
    title: 'Accessibility statement',
    about: [
      `This statement is about Jiheng ${version}, a page that scores and audits evaluations of public spending. It goes by levels A and AA of the Web Content Accessibility Guidelines (WCAG) 2.2, mapped to GB/T 37668-2019, the Chinese standard on the accessibility of internet content.`,
      'Conformance: <strong>partial</strong>. The table says what checks each criterion. The automatic checks run in a real browser, and no edition passes with one of them failing. Most are samples, and none takes the place of a person: where the checks listed pass, what was tried conforms, and no more is said. Whatever needs a person, or was not tried, is named, and no conformance is claimed for it.',
      'The checks are of the page as it is delivered. The operator of the site checks its own mark, name, colours and rubrics, and the page around where this one is embedded.',
    ],
    prepared: (time) => `Prepared on ${time}, the day of the last change to this edition. The statement is made from the tests of the program, and renewed with each edition.`,
    back: 'Back to Jiheng',
    table: 'The criteria and how they are checked',
    head: ['Criterion', 'Level', 'GB/T 37668-2019', 'Result', 'Checks'],
    colon: ': ',
    comma: ', ',
    principles: { 1: `${chinese('可感知性')} Perceivable`, 2: `${chinese('可操作性')} Operable`, 3: `${chinese('可理解性')} Understandable`, 4: `${chinese('兼容性')} Robust` },
    later: 'Newer than that standard',
    mapping: 'The mapping to GB/T 37668-2019 goes by its four principles and the names of criteria. It cites no clause numbers, because the text of the standard could not be compared clause by clause.',
    results: { tested: 'The checks listed pass', partly: 'The checks listed pass, the rest is not checked', manual: 'Not checked', none: 'Does not apply' },
    count: (n) => `Of the ${n.all} criteria of levels A and AA, ${n.tested} have automatic checks, all of which pass; of ${n.partly} the checks pass and something is left unchecked; ${n.manual} are not checked and ${n.none} do not apply.`,
    tests: 'Automatic checks',
    listed: 'The table names them by these numbers. In brackets: the file of the test in the source of the program.',
    untried: 'What was not tried',
    checklist: 'Manual checklist',
    perform: 'To be gone through and recorded after each update, by the operator of the site or an assessor:',
    contact: 'Feedback',
    reach: 'If something is in your way, tell the site that offers this page. Say which browser and assistive technology you use, and where it happened.',
    fill: 'Operator of the site: put the telephone and e-mail that take feedback, and the time to an answer, in place of the next paragraph.',
    operator: 'Its contact is the one that the site publishes.',
  },
};

/** When this edition was made, in seconds: a build of the same sources says the same. Sources without their history were made now. */
function made() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH);
  try {
    const folder = fileURLToPath(new URL('..', import.meta.url));
    const committed = execFileSync('git', ['log', '-1', '--format=%ct', '--', '.'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    if (committed) return Number(committed);
  } catch {
    // No git, or none of its folders.
  }
  return Date.now() / 1000;
}

/** The day in Beijing, in words. */
function day(locale) {
  const on = (language, dateStyle) => new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle }).format(made() * 1000);
  const plain = on('sv-SE', 'short'); // 2026-11-22
  return `<time datetime="${plain}">${on(locale, 'long')}</time>`;
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Tested, partly, manual or none. */
export function resultOf({ by, left, none }) {
  if (none) return 'none';
  if (!by) return 'manual';
  return left ? 'partly' : 'tested';
}

/** What checks a criterion: its tests by number, what is left to a person, or why it does not apply. */
function checks({ by = [], left, none }, language) {
  const numbers = by.map((key) => Object.keys(source.tests).indexOf(key) + 1);
  const said = [none, left].filter(Boolean).map((text) => escaped(text[language]));
  return [numbers.join(TEXTS[language].comma), ...said].filter(Boolean).join('<br>');
}

function tests(language) {
  const items = Object.values(source.tests).map((one) => `<li>${escaped(one[language])} <span lang="en">(${escaped(one.spec)})</span></li>`);
  return `<ol class="statement__list">${items.join('\n')}</ol>`;
}

/** A cell says its column, too: on a phone each row stands as a block. The roles are for browsers that forget them then. */
function row(criterion, language) {
  const { head, colon, principles, later, results } = TEXTS[language];
  const { id, level, name } = criterion;
  const standard = LATER.includes(id) ? later : principles[id[0]];
  const cells = [level, standard, results[resultOf(criterion)], checks(criterion, language)];
  const cell = (content, at) => `<td role="cell" data-column="${head[at + 1]}${colon}">${content}</td>`;
  return `<tr role="row"><th scope="row" role="rowheader">${id} ${escaped(name[language])}</th>${cells.map(cell).join('')}</tr>`;
}

function table(language) {
  const head = TEXTS[language].head.map((cell) => `<th scope="col" role="columnheader">${cell}</th>`).join('');
  return `<table class="table table--data statement__table" role="table">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${source.criteria.map((criterion) => row(criterion, language)).join('\n')}
</tbody></table>`;
}

function counts() {
  const found = { all: source.criteria.length, tested: 0, partly: 0, manual: 0, none: 0 };
  for (const criterion of source.criteria) found[resultOf(criterion)] += 1;
  return found;
}

function part(language) {
  const words = TEXTS[language];
  const heading = (key) => `<h2 id="${key}-${language}">${words[key]}</h2>`;
  const list = (tag, items) => `<${tag} class="statement__list">${items.map((item) => `<li>${escaped(item[language])}</li>`).join('')}</${tag}>`;
  const paragraph = (text) => `<p>${text}</p>`;
  return `<section class="statement" lang="${words.lang}">
${language === 'zh' ? `<h1>${words.title}</h1>` : `<h2 class="statement__title">${words.title}</h2>`}
${[...words.about, words.prepared(day(language === 'zh' ? 'zh-CN' : 'en-GB'))].map(paragraph).join('\n')}
<p><a class="footer__link" href="./">${words.back}</a></p>
${heading('table')}
<p>${words.count(counts())}</p>
<p>${words.mapping}</p>
<div class="table-box" tabindex="0" role="region" aria-labelledby="table-${language}">
${table(language)}</div>
${heading('tests')}
<p>${words.listed}</p>
${tests(language)}
${heading('untried')}
${list('ul', source.untried)}
${heading('checklist')}
<p>${words.perform}</p>
${list('ol', source.checklist)}
${heading('contact')}
${paragraph(words.reach)}
<!-- ${words.fill} -->
${paragraph(words.operator)}
</section>`;
}

/** The page; `looks` are the links of index.html to its icon and style sheet. */
export const statement = (looks) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="绩衡的无障碍声明：WCAG 2.2 A 级、AA 级各项准则由什么检查，哪些没有检查。">
<title>无障碍声明 · 绩衡</title>
${looks}
</head>
<body>
<main class="main">
${part('zh')}
${part('en')}
</main>
</body>
</html>
`;
