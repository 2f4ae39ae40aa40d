// Scores the published Fukang case in Node: node examples/node/score.mjs (after `make dist`).
import { readFileSync } from 'node:fs';

import { example, initSync, score } from '../../dist/engine/jiheng.js';

initSync({ module: readFileSync(new URL('../../dist/engine/jiheng_bg.wasm', import.meta.url)) });

const assessment = example('fukang');
const card = score({ rubric: 'fukang', assessment });
console.log(`${assessment.project.name}: ${card.total.score} / ${card.total.weight}, ${card.grade.name}`);

const row = card.indicators.find((indicator) => indicator.score === '5.48');
console.log(`${row.path.join(' › ')}: ${row.text.zh}`);
console.log(row.text.en);
