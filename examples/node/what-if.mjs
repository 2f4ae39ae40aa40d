// Asks what would change the published Fukang score, in Node: node examples/node/what-if.mjs (after `make dist`).
import { readFileSync } from 'node:fs';

import { example, initSync, whatIf } from '../../dist/engine/jiheng.js';

initSync({ module: readFileSync(new URL('../../dist/engine/jiheng_bg.wasm', import.meta.url)) });

const of = { rubric: 'fukang', assessment: example('fukang') };

const { plans } = whatIf({ ...of, ask: { kind: 'cheapest', target: '95' } });
console.log(plans[0].text.zh);

const { inputs } = whatIf({ ...of, ask: { kind: 'distance' } });
for (const { down } of inputs.filter(({ down }) => down?.way === 'from')) console.log(down.at.text.zh);
