// Runs Lighthouse (mobile, its own throttling) on the start page and on the 评分 tab with an example of dist/, and prints the median
// score of each category against the bar, with the audits that keep it from 100. Needs scripts/setup.sh bench browser.
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import config from '../../playwright.config.mjs';
import { serve } from '../e2e/server.mjs';

const BAR = 98;
const RUNS = Number(process.env.RUNS ?? 5);
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const SCREENS = [
  { name: 'start page', path: '' },
  { name: '评分, Fukang example', path: '#/score', opened: 'example:fukang' },
];

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const TRIES = 3; // a run whose trace the browser has cut off is none

/** One run in a browser of its own. */
async function run(url, { path, opened }) {
  const { executablePath, args } = config.use.launchOptions;
  const browser = await puppeteer.launch({ executablePath, args: [...args, `--lang=${config.use.locale}`] });
  try {
    const page = await browser.newPage();
    // A reloaded tab finds what it had open by this key (src/app/state/opening.rs).
    if (opened) await page.evaluateOnNewDocument((origin) => sessionStorage.setItem('jiheng.open', origin), opened);
    const { lhr } = await lighthouse(url + path, { onlyCategories: CATEGORIES, logLevel: 'error' }, undefined, page);
    return lhr;
  } finally {
    await browser.close();
  }
}

async function measured(url, screen) {
  for (let left = TRIES; ; left -= 1) {
    const lhr = await run(url, screen);
    if (!lhr.runtimeError) return lhr;
    if (left === 1) throw new Error(lhr.runtimeError.message);
  }
}

/** The audits that cost points in a category, or would, and by how much. */
function costs(lhr, category) {
  return lhr.categories[category].auditRefs
    .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
    .filter(({ score, weight }) => weight && score !== null && score < 0.995)
    .map(({ id, score, weight, displayValue }) => `    ${id} ${Math.round(score * 100)} (weight ${weight}) ${displayValue ?? ''}`);
}

const server = await serve('dist');
try {
  for (const screen of SCREENS) {
    const runs = [];
    for (let count = 0; count < RUNS; count += 1) runs.push(await measured(server.url, screen));
    for (const category of CATEGORIES) {
      const scores = runs.map((lhr) => Math.round(lhr.categories[category].score * 100));
      const middle = median(scores);
      console.log(`Lighthouse ${category}, ${screen.name}, median of ${RUNS}: ${middle}   bar ≥ ${BAR}, ratio ${(middle / BAR).toFixed(2)}  (${scores.join(' ')})`);
      console.log(costs(runs[scores.indexOf(middle)], category).join('\n'));
    }
  }
} finally {
  server.close();
}
