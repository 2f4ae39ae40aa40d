// What is tried in every browser of the matrix, in this order and in one page. A check throws, or resolves to what is
// to be said beside the ✓: a name in the `words` of matrix.mjs, or nothing.
import { ok } from 'node:assert/strict';

const FORM = '阜康市财政支出项目绩效评价综合评分表';
const TOTAL = `document.querySelector('.scoreboard .total__figure')?.textContent`;

/** Waits until the expression is true in the page. */
export async function until(browser, expression, seconds = 30) {
  let failed = '';
  const holds = () => browser.evaluate(expression).catch((error) => {
    failed = ` (${error})`; // the page may be on its way
    return false;
  });
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${seconds} s: ${expression}${failed}`);
}

const button = (inside, text) => `[...(${inside}).querySelectorAll('button')].find((button) => button.textContent.trim() === '${text}')`;
const tab = (name) => `[...document.querySelectorAll('nav a')].find((link) => link.textContent.trim() === '${name}')`;
const card = `[...document.querySelectorAll('li')].find((card) => card.querySelector('h3')?.textContent === '${FORM}')`;

/** The tabs 推演 and 核验 run in a worker, or where there can be none, on the page: then the page itself has fetched their module. */
async function where(browser) {
  const onPage = await browser.evaluate(`performance.getEntriesByType('resource').some(({ name }) => /jiheng-desk.*wasm/.test(name))`);
  return onPage ? 'onPage' : 'worker';
}

export const CHECKS = [
  {
    title: { zh: '示例 93.50', en: 'Example 93.50' },
    async run(browser, { page }) {
      await browser.goto(page);
      await until(browser, `${card}.getClientRects().length > 0`); // it is drawn before it is shown
      await browser.click(button(card, '打开已公布的示例'));
      await until(browser, `${TOTAL} === '93.50'`);
    },
  },
  {
    title: { zh: '输入即重算', en: 'Rescored as typed' },
    async run(browser) {
      // 30437 becomes 304370, more than the target: 6.00 in place of 5.48, and 93.50 + 0.52 in all.
      const field = `document.querySelector('#entries-insured-all-actual')`;
      await browser.click(field);
      await browser.evaluate(`${field}.setSelectionRange(5, 5)`);
      await browser.type('0');
      await until(browser, `${TOTAL} === '94.02'`);
    },
  },
  {
    title: { zh: '打印', en: 'Print' },
    async run(browser) {
      // The key that was typed has the page fetch what it prints with.
      await until(browser, `performance.getEntriesByType('resource').some(({ name }) => /jiheng-papers.*wasm/.test(name))`);
      const paper = await browser.paper();
      // Figures: the PDF of Firefox does not tell every Chinese character. The button that switches the language is of the screen.
      ok(['182.62', '304370', '94.02'].every((figure) => paper.includes(figure)), `not the score sheet: ${paper.slice(0, 200)}`);
      ok(!/\bEN\b/.test(paper), 'the screen is on the paper');
      return browser.printing;
    },
  },
  {
    title: { zh: '推演', en: 'What-if' },
    async run(browser) {
      await browser.click(tab('推演'));
      await until(browser, `document.body.innerText.includes('距目标还差5.98分')`); // 100 − 94.02
      return where(browser);
    },
  },
  {
    title: { zh: '核验', en: 'Audit' },
    async run(browser) {
      await browser.click(tab('核验'));
      await until(browser, `Boolean(${button('document', '看一个例子')})`);
      await browser.click(button('document', '看一个例子'));
      await until(browser, `Boolean(document.querySelector('#audit-verdict'))`);
      return where(browser);
    },
  },
  {
    title: { zh: '嵌入门户', en: 'In a portal' },
    async run(browser, { portal }) {
      await browser.goto(portal);
      const heard = `document.querySelector('#trial-result').textContent`;
      await until(browser, `Boolean(document.querySelector('#trial-score'))`);
      await browser.evaluate(`document.querySelector('#trial-score').scrollIntoView()`);
      await until(browser, `${heard} === '93.50分，等级优'`);
      // All of them insured: 6.00 in place of 5.48.
      await browser.evaluate(`void (document.querySelector('[name=insured]').value = '33333')`);
      await browser.click(button(`document.querySelector('#trial')`, '试算'));
      await until(browser, `${heard} === '94.02分，等级优'`);
      // As high as what it holds, which is neither what a frame has by itself nor what it begins with.
      const high = `document.querySelector('#trial-score').shadowRoot.querySelector('iframe').style.height`;
      await until(browser, `/^\\d+px$/.test(${high})`);
    },
  },
];
