// The table of the forms in index.html, shown where the page can't start: made from the presets.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const both = ({ zh, en }) => `${escaped(zh)}<br><span lang="en">${escaped(en)}</span>`;

/** What was published, as the golden case of that name has it. */
function published(slug) {
  const cases = readFileSync(join('src/presets', slug, 'cases.toml'), 'utf8');
  const [first] = cases.split(/^\[\[case\]\]$/m).slice(1);
  if (!/^name = "published"$/m.test(first)) return '—';
  const [, total, grade] = /^\[case\.expect\]\ntotal = "([\d.]+)".*\ngrade = "(.+?)"/m.exec(first);
  return `${total} ${escaped(grade)}`;
}

function row(folder, slug) {
  const { title, region, indicators, grades } = JSON.parse(readFileSync(join(folder, slug, 'rubric.json'), 'utf8'));
  const weights = indicators.map(({ name, weight }) => `${escaped(name.zh)} ${weight}`);
  const scale = grades.map(({ name, min }) => `${escaped(name.zh)} ≥${min}`);
  const cells = [both(region), weights.join('<br>'), scale.join('<br>'), published(slug)];
  return `<tr><th scope="row">${both(title)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The rows, from the folder of the presets as JSON. */
export const formRows = (folder) => readdirSync(folder).map((slug) => row(folder, slug)).join('\n');
