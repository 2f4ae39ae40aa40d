// The JS API module as a portal's server would load it: from bytes, in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { example, initSync, preset, presets, score, validateRubric, version } from '../../dist/engine/jiheng.js';

const FOLDER = new URL('../../dist/engine/', import.meta.url);
initSync({ module: readFileSync(new URL('jiheng_bg.wasm', FOLDER)) });

const refusal = (call) => {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return assert.fail('nothing was thrown');
};

const fukang = (change) => {
  const assessment = example('fukang');
  change(assessment.entries);
  return score({ rubric: 'fukang', assessment });
};

test('the published examples come out as printed', () => {
  const published = [
    ['fukang', '93.50', '优'],
    ['fukang-self', '88.37', '良'],
    ['shenzhen', '95.00', '优'],
    ['jinzhong', '100.00', '优'],
    ['taishan', '84.00', '良'],
  ];
  for (const [id, total, grade] of published) {
    const card = score({ rubric: id, assessment: example(id) });
    assert.equal(card.total.score, total, id);
    assert.equal(card.grade.name, grade, id);
  }
});

test('a row carries its derivation in both languages, its rate and its exact steps', () => {
  const row = fukang(() => {}).indicators.find(({ name }) => name === '城镇职工大额医疗保险参保人数');
  assert.equal(row.score, '5.48');
  assert.equal(row.deduction, '0.52');
  assert.equal(row.measureRate, '91.31');
  assert.equal(row.text.zh, '完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分');
  assert.match(row.text.en, /91\.31%/);
  assert.deepEqual(row.trace[0], {
    kind: 'ratio', direction: 'at-least', actual: '30437', target: '33333', rate: { percent: '91.31', exact: '30437/33333' },
  });
});

test('scenarios lie on top of the assessment and are not scored, but are checked', () => {
  const assessment = example('fukang');
  const changes = [{ indicator: 'insured-all', field: 'actual', to: '0' }];
  Object.assign(assessment, { scenarios: [{ name: '方案一', changes }], trying: '方案一', efforts: { 'insured-all': '3' } });
  assert.equal(score({ rubric: 'fukang', assessment }).total.score, '93.50');
  changes[0].to = 30437;
  assert.equal(refusal(() => score({ rubric: 'fukang', assessment })).path, 'assessment.scenarios[0].changes[0].to');
});

test('a number where a decimal string is due is refused by its path', () => {
  const assessment = example('fukang');
  const [id] = Object.entries(assessment.entries).find(([, entry]) => entry.actual === '30437');
  assessment.entries[id].actual = 30437;
  const thrown = refusal(() => score({ rubric: 'fukang', assessment }));
  assert.equal(thrown.code, 'wrong-shape');
  assert.equal(thrown.path, `assessment.entries.${id}.actual`);
  assert.match(thrown.message, /decimal string/);

  const rubric = preset('fukang');
  rubric.indicators[0].weight = 10;
  assert.equal(refusal(() => validateRubric(rubric)).path, 'rubric.indicators[0].weight');
});

test('an unknown field, a missing one and an unknown preset are refused by name', () => {
  const assessment = example('fukang');
  assert.equal(refusal(() => score({ rubric: 'fukang', assessment, colour: 'red' })).path, 'colour');
  assert.equal(refusal(() => score({ rubric: 'fukang' })).path, 'assessment');
  assert.equal(refusal(() => score(null)).code, 'wrong-shape');
  assessment.entries.nowhere = { actuall: '1' };
  assert.equal(refusal(() => score({ rubric: 'fukang', assessment })).path, 'assessment.entries.nowhere.actuall');
  assert.equal(refusal(() => preset('nowhere')).code, 'unknown-preset');
  assert.equal(refusal(() => score({ rubric: 'nowhere', assessment: example('fukang') })).path, 'rubric');
});

test('whatever no document holds is refused where it stands, and nothing breaks', () => {
  const strange = [30437, 1.5, Number.NaN, 10n, 10n ** 30n, true, [], {}, () => '1', Symbol('1'), new Date(), new Set(), new Uint8Array(1), new String('1')];
  for (const value of strange) {
    const assessment = example('fukang');
    assessment.entries['insured-all'].actual = value;
    const thrown = refusal(() => score({ rubric: 'fukang', assessment }));
    assert.equal(thrown.code, 'wrong-shape');
    assert.equal(thrown.path, 'assessment.entries.insured-all.actual', String(thrown.message));
  }
  const circle = preset('fukang');
  circle.indicators[0].children.push(circle.indicators[0]);
  const { path, message } = refusal(() => validateRubric(circle));
  assert.equal(path, `rubric.indicators[0].children[${circle.indicators[0].children.length - 1}]`);
  assert.match(message, /circle/);
  const thrower = example('fukang');
  Object.defineProperty(thrower.entries, 'x', { enumerable: true, get: () => assert.fail('a getter') });
  assert.equal(refusal(() => score({ rubric: 'fukang', assessment: thrower })).path, 'assessment.entries.x');
  for (const id of [3, undefined, null, {}]) {
    assert.equal(refusal(() => preset(id)).path, 'id');
    assert.equal(refusal(() => example(id)).code, 'wrong-shape');
  }
  // What is undefined or null is not there; a Map is taken for an object.
  const loose = example('fukang');
  loose.entries['insured-all'].note = undefined;
  loose.entries = new Map(Object.entries(loose.entries));
  assert.equal(score({ rubric: 'fukang', assessment: loose }).total.score, '93.50');
});

test('results are plain objects through and through', () => {
  const plain = (value) =>
    value === null || typeof value !== 'object' || (Array.isArray(value) ? value.every(plain) : Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(plain));
  for (const { id } of presets()) {
    const assessment = example(id);
    assert.ok(plain(presets()) && plain(preset(id)) && plain(assessment) && plain(score({ rubric: id, assessment })), id);
  }
});

test('text that cannot be read in a figure is a problem, and the rest is scored', () => {
  let id;
  const card = fukang((entries) => {
    [id] = Object.entries(entries).find(([, entry]) => entry.actual === '30437');
    entries[id].actual = '12..5';
  });
  const problem = card.problems.find(({ severity }) => severity === 'error');
  assert.equal(problem.code, 'not-a-number');
  assert.equal(problem.indicator, id);
  assert.equal(problem.field, 'actual');
  assert.equal(problem.params.text, '12..5');
  assert.match(problem.text.zh, /12\.\.5/);
  // 93.50 less the 5.48 of the row; up to the whole weight of 6 is still possible.
  assert.equal(card.total.min, '88.02');
  assert.equal(card.total.max, '94.02');
  assert.deepEqual(card.grade.possible, ['优', '良']);
  assert.equal(card.grade.name, null);
});

test('what people type is read as on the page', () => {
  const card = fukang((entries) => {
    const entry = Object.values(entries).find(({ actual }) => actual === '30437');
    entry.actual = '３０，４３７人';
  });
  assert.equal(card.total.score, '93.50');
});

test('a rubric given whole scores like the preset it is', () => {
  const assessment = example('taishan');
  const byId = score({ rubric: 'taishan', assessment });
  assert.deepEqual(score({ rubric: preset('taishan'), assessment }), byId);
});

test('every problem of a rubric is told at once', () => {
  const rubric = preset('fukang');
  assert.deepEqual(validateRubric(rubric), []);
  rubric.indicators[0].weight = '11';
  rubric.grades[0].min = '70';
  const codes = validateRubric(rubric).map(({ code }) => code);
  for (const code of ['weights-not-full', 'weights-not-parent', 'grade-overlap']) assert.ok(codes.includes(code), code);
});

test('the forms are listed with their content hashes', () => {
  const listed = presets();
  assert.deepEqual(listed.map(({ id }) => id), ['fukang', 'fukang-self', 'shenzhen', 'jinzhong', 'taishan', 'national-self']);
  for (const { id, hash } of listed) {
    assert.match(hash, /^[0-9a-f]{16}$/);
    assert.equal(example(id).rubric.hash, hash);
  }
  assert.match(version(), /^\d+\.\d+\.\d+$/);
});

test('another content of the preset is told, not passed over', () => {
  const assessment = example('fukang');
  assessment.rubric.hash = '0123456789abcdef';
  const [problem] = score({ rubric: 'fukang', assessment }).problems;
  assert.equal(problem.code, 'rubric-mismatch');
});
