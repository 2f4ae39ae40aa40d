// audit in Node: the seed documents as printed, what is refused, and that a proxy that throws does no harm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { audit, initSync, score } from '../../dist/engine/jiheng.js';

initSync({ module: readFileSync(new URL('../../dist/engine/jiheng_bg.wasm', import.meta.url)) });

const tables = (name) => JSON.parse(readFileSync(new URL(`../audit/tables/${name}.json`, import.meta.url), 'utf8'));

test('Futian: the appendix comes to 94, and a sentence says so in both languages', () => {
  const report = audit({ tables: tables('futian') });
  const sum = report.findings.find(({ code }) => code === 'total-sum');
  assert.deepEqual(sum.where, { table: 2, field: 'total' });
  assert.equal(sum.severity, 'error');
  // What changes the total comes first, then figures that do not agree.
  assert.deepEqual(report.findings.map(({ consequence }) => consequence), ['total', 'figures', 'figures', 'figures']);
  assert.deepEqual([sum.published, sum.expected, sum.readings], ['95.0', '94.0', []]);
  assert.equal(sum.text.zh, '表列95.0分，各行得分相加为94.0分');
  assert.match(report.letter.en, /19 answers cannot give 95\.39%/);
  assert.deepEqual(report.tables[2].recomputed, { total: '94.0', min: '93.15', max: '94.4', maxExcluded: true });
  assert.equal(report.recomputed.total, '95.00');
  assert.equal(report.gradeChanges, false);
});

test('Taishan: twenty points on five are an error until the block is declared', () => {
  const [table] = tables('taishan');
  const codes = (of) => audit({ tables: [of] }).findings.map(({ code }) => code);
  assert.deepEqual(codes(table), ['score-above-weight', 'grade-scale-gap', 'not-a-level', 'over-execution']);
  table.rows[13].score = '';
  table.blocks = [{ rows: [13, 14, 15, 16, 17], score: '20' }];
  assert.deepEqual(codes(table), ['grade-scale-gap', 'not-a-level', 'over-execution']);
});

test('a grade that the rows do not give comes first in the report', () => {
  const rows = [{ l1: 'a', weight: '60', score: '50' }, { l1: 'b', weight: '40', score: '39.5' }];
  const report = audit({ tables: [{ title: 't', rows, total: '90.5', grade: '优' }] });
  // 50 + 39.5 = 89.5, which is 良; with the digits that a tenth hides less than 50.05 + 39.55 = 89.6.
  assert.deepEqual(report.grades, { printed: '优', byTotal: '优', byRows: '良', byRules: null });
  assert.deepEqual([report.gradeChanges, report.gradeMayChange], [true, false]);
  assert.match(report.tables[0].texts[0].zh, /^等级会改变：表列“优”，各行得分相加89.5分为“良”。/);
});

test('Fukang’s self-evaluation: zero at 60 % from three rows, at 200 % from one', () => {
  const { recovered } = audit({ tables: tables('fukang-self') });
  const curve = recovered.find(({ rule }) => rule === 'curve');
  // 10 × (91.31… − z)/(100 − z) = 7.83 and its like: z within (59.99…, 60.04…].
  assert.equal(curve.params.zeroBelow.chosen, '60');
  assert.equal(curve.params.zeroAbove.chosen, '200');
  assert.equal(curve.evidence, 'several');
  assert.match(curve.texts.map(({ zh }) => zh).join(''), /1行不足为证/);
});

const refusal = (input) => {
  try {
    audit(input);
  } catch ({ code, path, message }) {
    assert.equal(typeof message, 'string');
    return { code, path };
  }
  return assert.fail('nothing was thrown');
};

test('what is not a table is refused by its path', () => {
  assert.deepEqual(refusal({ tables: [{ title: 't', rows: [{ weight: 5 }] }] }), { code: 'wrong-shape', path: 'tables[0].rows[0].weight' });
  assert.deepEqual(refusal({ tables: [], table: [] }), { code: 'wrong-shape', path: 'table' });
  assert.deepEqual(refusal({}), { code: 'wrong-shape', path: 'tables' });
  const many = { title: 't', rows: Array.from({ length: 20_001 }, () => ({})) };
  assert.deepEqual(refusal({ tables: [many] }), { code: 'too-many', path: 'tables' });
});

test('a value that throws when it is looked into is refused, however often', () => {
  const traps = { ownKeys() { throw new Error('no'); }, get() { throw new Error('no'); } };
  for (let times = 0; times < 200; times += 1) {
    assert.equal(refusal(new Proxy({}, traps)).code, 'wrong-shape');
    assert.equal(refusal({ tables: new Proxy([1], traps) }).code, 'wrong-shape');
  }
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  assert.equal(refusal({ tables: proxy }).code, 'wrong-shape');
  assert.throws(() => score(new Proxy({}, traps)), { code: 'wrong-shape' });
});

test('two thousand rows are audited', () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({
    l1: `g${at % 40}`, l3: `r${at}`, weight: '0.05', target: `≥${100 + at}人`, actual: `${90 + at}人`, score: '0.04', completion: '95%', reason: 'x',
  }));
  const begin = performance.now();
  const report = audit({ tables: [{ title: 't', rows, total: '80' }] });
  console.log(`2,000 rows: ${(performance.now() - begin).toFixed(0)} ms, ${report.findings.length} findings`);
  assert.ok(report.findings.some(({ code }) => code === 'completion-mismatch'));
});
