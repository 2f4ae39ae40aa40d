// Makes the accessibility statement, accessibility.html, from docs/accessibility.json, which names the test behind every line.
// scripts/modules.mjs asks for it with the icon and the style sheet of the page; tests/node/accessibility.test.mjs holds the names to the tests.
import { readFileSync } from 'node:fs';

export const source = JSON.parse(readFileSync(new URL('../docs/accessibility.json', import.meta.url), 'utf8'));
const version = /^version = "(.+)"$/m.exec(readFileSync(new URL('../Cargo.toml', import.meta.url), 'utf8'))[1];

// WCAG 2.2 added these in 2023; the standard of 2019 cannot have them.
const LATER = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

const TEXTS = {
  zh: {
    lang: 'zh-CN',
    title: '无障碍声明',
    about: [
      `本声明适用于绩衡 ${version}（财政支出绩效评价评分与核验网页）。依据：《Web 内容无障碍指南》（WCAG）2.2 的 A 级和 AA 级准则，对应 GB/T 37668-2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。`,
      '符合情况：<strong>部分符合</strong>。下表写明每条准则由什么检查。自动检查在真实浏览器中进行，任何一项不通过，该版本就不能通过发布前的检查；它们不能代替人的判断，凡需人工核对或尚未试用的，均逐条列出，不作符合的声明。',
      '本声明由软件的测试生成，随软件发布。网站运营单位嵌入本页时，应就所在网页另作检查。',
    ],
    back: '返回绩衡',
    table: '各项准则与检查',
    head: ['准则', '级别', 'GB/T 37668-2019', '结果', '检查'],
    principles: { 1: '可感知性', 2: '可操作性', 3: '可理解性', 4: '兼容性' },
    later: '该标准之后新增',
    mapping: '与 GB/T 37668-2019 的对应按四项原则和准则名称给出；未引用其条款编号，因为编写时未能逐条核对该标准原文。',
    results: { tested: '自动检查通过', partly: '自动检查通过，其余未检查', manual: '未检查', none: '不适用' },
    count: (n) => `WCAG 2.2 的 A 级、AA 级准则共 ${n.all} 条：${n.tested} 条由自动检查完整覆盖，${n.partly} 条部分覆盖，${n.manual} 条未检查，${n.none} 条不适用。`,
    tests: '自动检查',
    listed: '表中“检查”一列的编号即下列检查的编号。括号内是程序源代码中的测试文件。',
    untried: '没有试过的',
    checklist: '人工检查清单',
    perform: '每次更新后由网站运营单位或评测人员逐项执行并记录：',
    contact: '反馈',
    reach: '遇到障碍时，请与提供本页的网站联系；联系方式以该网站公布的为准。请说明所用的浏览器、辅助技术和遇到障碍的位置。',
  },
  en: {
    lang: 'en',
    title: 'Accessibility statement',
    about: [
      `This statement is about Jiheng ${version}, a page that scores and audits evaluations of public spending. It goes by levels A and AA of the Web Content Accessibility Guidelines (WCAG) 2.2, mapped to GB/T 37668-2019, the Chinese standard on the accessibility of internet content.`,
      'Conformance: <strong>partial</strong>. The table says what checks each criterion. The automatic checks run in a real browser, and no edition passes with one of them failing. They do not take the place of a person: whatever needs one, or was not tried, is named, and no conformance is claimed for it.',
      'The statement is made from the tests of the program and comes with it. Who embeds the page should check the page around it, too.',
    ],
    back: 'Back to Jiheng',
    table: 'The criteria and how they are checked',
    head: ['Criterion', 'Level', 'GB/T 37668-2019', 'Result', 'Checks'],
    principles: { 1: '可感知性 Perceivable', 2: '可操作性 Operable', 3: '可理解性 Understandable', 4: '兼容性 Robust' },
    later: 'Newer than that standard',
    mapping: 'The mapping to GB/T 37668-2019 goes by its four principles and the names of criteria. It cites no clause numbers, because the text of the standard could not be compared clause by clause.',
    results: { tested: 'Automatic checks pass', partly: 'Automatic checks pass, the rest is not checked', manual: 'Not checked', none: 'Does not apply' },
    count: (n) => `Of the ${n.all} criteria of levels A and AA, automatic checks cover ${n.tested} wholly and ${n.partly} in part; ${n.manual} are not checked and ${n.none} do not apply.`,
    tests: 'Automatic checks',
    listed: 'The table names them by these numbers. In brackets: the file of the test in the source of the program.',
    untried: 'What was not tried',
    checklist: 'Manual checklist',
    perform: 'To be gone through and recorded after each update, by the operator of the site or an assessor:',
    contact: 'Feedback',
    reach: 'If something is in your way, tell the site that offers this page, by the contact it publishes. Say which browser and assistive technology you use, and where it happened.',
  },
};

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
  return [numbers.join(' '), ...said].filter(Boolean).join('<br>');
}

/** The tests in words: the title of a test is its English. */
function tests(language) {
  const inWords = ({ title, zh }) => (language === 'zh' ? zh : title.replace(/\$\{\w+\}/g, '…'));
  const items = Object.values(source.tests).map((one) => `<li>${escaped(inWords(one))} <span lang="en">(${escaped(one.spec)})</span></li>`);
  return `<ol class="statement__list">${items.join('\n')}</ol>`;
}

function row(criterion, language) {
  const { principles, later, results } = TEXTS[language];
  const { id, level, name } = criterion;
  const standard = LATER.includes(id) ? later : principles[id[0]];
  const cells = [level, standard, results[resultOf(criterion)]].map((text) => `<td>${text}</td>`).join('');
  return `<tr><th scope="row">${id} ${escaped(name[language])}</th>${cells}<td>${checks(criterion, language)}</td></tr>`;
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
${words.about.map(paragraph).join('\n')}
<p><a class="footer__link" href="./">${words.back}</a></p>
${heading('table')}
<p>${words.count(counts())}</p>
<p>${words.mapping}</p>
<div class="table-box" tabindex="0" role="region" aria-labelledby="table-${language}">
<table class="table table--data"><thead><tr>${words.head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>
${source.criteria.map((criterion) => row(criterion, language)).join('\n')}
</tbody></table></div>
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
