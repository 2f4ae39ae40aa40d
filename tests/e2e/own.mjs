// A form from outside, for the tests that open one.
import { readFileSync, readdirSync } from 'node:fs';

/** A form of a portal's own: a preset under another name. */
export function ownRubric(change = () => {}) {
  const folder = 'dist/presets/fukang';
  const file = readdirSync(folder).find((name) => /^rubric-.*\.json$/.test(name));
  const rubric = { $schema: '../jiheng.schema.json', ...JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) };
  Object.assign(rubric, { id: 'city', title: { zh: '本市项目评分表', en: 'City form' }, region: { zh: '本市', en: 'The city' } });
  change(rubric);
  return JSON.stringify(rubric);
}
