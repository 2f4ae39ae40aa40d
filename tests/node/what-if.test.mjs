// whatIf in Node: the six asks on the Fukang example, with figures worked by hand, and what is refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { example, initSync, preset, presets, score, whatIf } from '../../dist/engine/jiheng.js';

initSync({ module: readFileSync(new URL('../../dist/engine/jiheng_bg.wasm', import.meta.url)) });

const fukang = (ask, change = () => {}) => {
  const assessment = example('fukang');
  change(assessment);
  return whatIf({ rubric: 'fukang', assessment, ask });
};

const refusal = (ask, change) => {
  try {
    fukang(ask, change);
  } catch ({ code, path, message }) {
    assert.equal(typeof message, 'string');
    return { code, path };
  }
  return assert.fail('nothing was thrown');
};

const of = (answer, id) => answer.inputs.find(({ input }) => input.id === id);
const at = ({ setting, total: { min, max, grade } }) => {
  assert.equal(min, max);
  return [setting, min, grade];
};

const ASKS = [
  { kind: 'distance' },
  { kind: 'cheapest' },
  { kind: 'swing' },
  { kind: 'grid', x: { input: 'insured-all.actual' }, y: { input: 'system-execution.missed' } },
  { kind: 'weights' },
  { kind: 'range' },
];

test('distance: what each input alone would have to be, with one step short of it', () => {
  const answer = fukang({ kind: 'distance', target: '95' });
  assert.deepEqual([answer.kind, answer.target, answer.held], ['distance', '95.00', '90.00']);
  // 5 × 5990/6130 = 4.88580… → 4.89 = 3.39 + 1.50; 5 × 5989/6130 = 4.88499… → 4.88
  const pooled = of(answer, 'insured-pooled.actual');
  assert.equal(pooled.up.way, 'from');
  assert.deepEqual(at(pooled.up.at), ['5990', '95.00', '优']);
  assert.deepEqual(at(pooled.up.short), ['5989', '94.99', '优']);
  assert.equal(
    pooled.up.at.text.zh,
    '若单建统筹基金参保人数由4157人提高到5990人，其余不变，总分由93.50分提高到95.00分，等级仍为“优”。',
  );
  assert.match(pooled.up.at.text.en, /the total rises from 93\.50 to 95\.00/);
  assert.deepEqual(pooled.input.now.setting, '4157');
  assert.equal(pooled.input.now.shown.zh, '4157人');
  assert.deepEqual([pooled.input.indicator, pooled.input.role], ['insured-pooled', 'earned']);
  // 93.50 − 90 = 3.50, so 5.48 − 3.51 = 1.97 loses it: 6 × 10972/33333 = 1.97498… → 1.97
  const all = of(answer, 'insured-all.actual');
  assert.deepEqual(at(all.down.at), ['10972', '89.99', '良']);
  assert.deepEqual(at(all.down.short), ['10973', '90.00', '优']);
  // 6.00 from x ≥ 5.995/6 × 33333 = 33305.2…; 93.50 − 5.48 + 6.00
  assert.equal(all.up.way, 'never');
  assert.deepEqual(at(all.up.at), ['33306', '94.02', '优']);
  assert.equal(all.up.short, null);
  // 93.50 + 5/4
  assert.deepEqual(at(of(answer, 'system-execution.missed').up.at), [{ missed: [] }, '94.75', '优']);
  // Less than what is entered costs points in one row, more in the other: it comes no further, and nothing is said of it.
  const received = of(answer, 'facts.received');
  assert.deepEqual([received.up.way, received.up.at.total.min, received.input.fact], ['never', '93.50', 'received']);
  assert.equal('text' in received.up.at, false);
});

test('the target is the next grade, and the full score at the best', () => {
  assert.equal(fukang({ kind: 'distance' }).target, '100.00');
  const ask = { kind: 'cheapest' };
  // 84.00 is 良 there; 优 begins at 90.
  assert.equal(whatIf({ rubric: 'taishan', assessment: example('taishan'), ask }).target, '90.00');
  assert.equal(fukang({ kind: 'distance', target: '９５分' }).target, '95.00');
  assert.equal(fukang({ kind: 'distance', target: '93.5' }).inputs[0].up.way, 'already');
});

test('cheapest: one change reaches 95.00, two where that one is dear', () => {
  const answer = fukang({ kind: 'cheapest', target: '95' });
  const [plan] = answer.plans;
  assert.deepEqual([answer.way, answer.best, answer.limits], ['plans', null, []]);
  assert.deepEqual(plan.changes.map(({ id }) => id), ['insured-pooled']);
  assert.deepEqual([plan.effort, plan.total.min, plan.total.grade], ['1', '95.00', '优']);
  const [step] = plan.changes[0].steps;
  assert.deepEqual([step.input.id, step.to.setting], ['insured-pooled.actual', '5990']);
  assert.equal(plan.changes[0].text.zh, '单建统筹基金参保人数由4157人提高到5990人（+1.50分）');
  assert.match(answer.texts[0].zh, /^最省力的做法是：单建统筹/);
  assert.match(plan.text.zh, /^若单建统筹.*总分由93\.50分提高到95\.00分/);
  // Eight rows are short of their weight, together by what 93.50 lacks: 0.52 1.61 0.17 1.25 0.66 0.33 0.85 1.11.
  const alone = Object.fromEntries(answer.choices.map(({ id, alone }) => [id, alone]));
  assert.deepEqual([alone['insured-all'], alone['insured-pooled'], alone['system-execution']], ['0.52', '1.61', '1.25']);

  // At an effort of 5 it is cheaper to change two. Of all pairs without it, the tick and the survey gain most: 1.25 + 1.11.
  // The survey then goes back as far as 95.00 allows: 94.75 + 0.25, so 4.89 + 0.25 = 5.14 = 30w/122 − 22.5 rounded.
  // Now w = 92 + 8.8 + 9 + 1.6 = 111.4; each of the 4 answers worth 0.4 gains 0.6: one makes 112.0 → 5.04, two 112.6 → 5.19.
  const dear = fukang({ kind: 'cheapest', target: '95', effort: { 'insured-pooled': '5', 'facts.received': '1.5' } });
  const [pair] = dear.plans;
  assert.deepEqual(pair.changes.map(({ id }) => id), ['system-execution', 'insured-satisfaction']);
  assert.deepEqual([pair.effort, pair.total.min], ['2', '95.05']);
  assert.deepEqual(pair.changes[1].steps[0].to.setting, { counts: ['94', '11', '15', '2', '0'] });
  assert.equal(dear.choices.find(({ id }) => id === 'insured-pooled').effort, '5');
  const stored = fukang({ kind: 'cheapest', target: '95' }, (assessment) => (assessment.efforts = { 'insured-pooled': '5', 'facts.received': '1.5' }));
  assert.deepEqual(stored, dear);
});

test('cheapest: what is out of reach is told with what gets farthest, and what is reached needs nothing', () => {
  const far = fukang({ kind: 'cheapest', target: '101' });
  assert.deepEqual([far.way, far.plans, far.best.total.min], ['out-of-reach', [], '100.00']);
  const near = fukang({ kind: 'cheapest', target: '90' });
  assert.deepEqual([near.way, near.plans, near.best], ['already', [], null]);
  assert.equal(near.texts[0].zh, '总分93.50分，已达到90.00分。');
});

test('cheapest: what keeps points from adding up is named', () => {
  const capped = { ...preset('fukang'), cap: '94' };
  const { best, limits } = whatIf({ rubric: capped, assessment: example('fukang'), ask: { kind: 'cheapest', target: '95' } });
  assert.equal(best.total.min, '94.00');
  assert.deepEqual(limits, [{ kind: 'acting', adjustment: 'cap', indicators: [], text: { zh: '总分最多94分。', en: limits[0].text.en } }]);
  const assessment = example('taishan');
  assessment.entries['implementation-compliance'].deductions = [{ item: 'safety-accident' }];
  const { plans } = whatIf({ rubric: 'taishan', assessment, ask: { kind: 'cheapest', target: '86' } });
  const [note] = plans.flatMap(({ notes }) => notes);
  assert.deepEqual([note.kind, note.adjustment, note.item, note.from], ['lifted', 'penalty', 'safety-accident', 'implementation-compliance']);
  assert.equal(note.text.zh, '“较大及以上生产安全事故”的扣分消除后，业务管理的得分才能全部计入。');
});

test('swing: a tenth down and up, or to the ends, the widest first', () => {
  const tenth = fukang({ kind: 'swing' });
  // 30437 × 0.9 = 27393.3; 6 × 27393/33333 = 4.93079… → 4.93; 93.50 − 5.48 + 4.93. 33481 are above the target: 6.00.
  const all = of(tenth, 'insured-all.actual');
  assert.deepEqual(at(all.low), ['27393', '92.95', '优']);
  assert.deepEqual(at(all.high), ['33481', '94.02', '优']);
  assert.deepEqual([tenth.by, all.width], ['10', '1.07']);
  assert.deepEqual(fukang({ kind: 'swing', by: '10%' }), tenth);
  const ends = fukang({ kind: 'swing', by: 'ends' });
  // 0.00 up to 6 × x/33333 < 0.005: x ≤ 27, and so at 0; 6.00 from 33306 on, and so at the target.
  assert.deepEqual(at(of(ends, 'insured-all.actual').low), ['0', '88.02', '良']);
  assert.deepEqual(at(of(ends, 'insured-all.actual').high), ['33333', '94.02', '优']);
  assert.equal(of(ends, 'insured-all.actual').width, '6.00');
  const widths = ends.inputs.map(({ width }) => Number(width));
  assert.deepEqual(widths, [...widths].sort((a, b) => b - a));
});

test('grid: the totals of two inputs, with what is entered among them', () => {
  const x = { input: 'insured-all.actual', from: '３万', to: '33,333人', steps: 2 };
  const answer = fukang({ kind: 'grid', x, y: { input: 'system-execution.missed' } });
  assert.deepEqual(answer.x.positions.map(({ setting }) => setting), ['30000', '30437', '33333']);
  assert.equal(answer.x.positions[0].shown.zh, '30000人');
  assert.deepEqual(answer.y.positions.map(({ setting }) => setting.missed.length), [4, 3, 2, 1, 0]);
  assert.deepEqual([answer.x.now, answer.y.now], [1, 3]);
  // 6 × 30000/33333 = 5.40005…: 93.50 − 5.48 + 5.40 = 93.42; 33333 → 94.02; each tick is worth 5/4.
  assert.deepEqual(answer.totals.map((row) => row.map(({ min }) => min)), [
    ['89.67', '89.75', '90.27'],
    ['90.92', '91.00', '91.52'],
    ['92.17', '92.25', '92.77'],
    ['93.42', '93.50', '94.02'],
    ['94.67', '94.75', '95.27'],
  ]);
  assert.deepEqual(answer.totals[0].map(({ grade }) => grade), ['良', '良', '优']);
  // One end given: the other is a tenth of what is entered away, 27393.
  const half = fukang({ kind: 'grid', x: { ...x, from: undefined }, y: { input: 'facts.received' } });
  assert.equal(half.x.positions[0].setting, '27393');
});

test('weights: where the grade changes, exactly', () => {
  const answer = fukang({ kind: 'weights' });
  const one = (id) => answer.indicators.find(({ indicator }) => indicator === id);
  // 199/244 of 满意度 is earned: 1 − 5 × (0.95 − 111.4/122). The others have (93.50714… − 4.89344…)/94 = 0.94270… of theirs:
  // 94.270… − (94.270… − 81.557…) × w/100 ≥ 90 up to w = 33.58…
  const { sweep, silence, text } = one('insured-satisfaction');
  assert.deepEqual([sweep.weight, silence], ['6.00', null]);
  assert.deepEqual(sweep.intervals.map(({ grade, shown }) => [grade, shown]), [
    ['优', { from: '0.00', to: '33.58' }],
    ['良', { from: '33.59', to: '100.00' }],
  ]);
  const [held, lost] = sweep.intervals;
  assert.deepEqual([sweep.holds, held.toIncluded, lost.fromIncluded, held.to], [0, true, false, lost.from]);
  assert.deepEqual(sweep.knots.at(-1), {
    weight: { decimal: '100', exact: '100' },
    total: { decimal: '81.557377', exact: '4975/61' }, // 100 × 199/244
  });
  assert.match(text.zh, /不超过33\.58分（现为6分）时，等级仍为“优”/);
  assert.deepEqual([answer.full, answer.total.decimal, answer.grade, answer.settled], ['100.00', '93.507142', '优', true]);
  assert.ok(answer.texts.every(({ zh, en }) => zh && en));
  assert.equal(answer.indicators.length, score({ rubric: 'fukang', assessment: example('fukang') }).indicators.length);
});

test('range: what is still open, and which answers settle the grade', () => {
  const answer = fukang({ kind: 'range' }, ({ entries }) => delete entries['insured-all'].actual);
  // 93.50 − 5.48 = 88.02, and up to 6 more.
  assert.deepEqual(answer.baseline.total, { min: '88.02', max: '94.02' });
  assert.deepEqual(answer.baseline.grade, { name: null, certain: '良', possible: ['优', '良'] });
  const [open, ...others] = answer.open;
  assert.deepEqual([open.indicator, open.score, others], ['insured-all', { min: '0.00', max: '6.00' }, []]);
  // 1.98 more make 90.00: from 10973 on (6 × 10973/33333 = 1.97515… → 1.98); below, it is 良.
  const [best, good] = open.settles;
  assert.deepEqual([best.grade, best.from.setting, best.input.id, best.input.now], ['优', '10973', 'insured-all.actual', null]);
  assert.deepEqual([good.grade, good.from.setting, good.to.setting], ['良', '0', '10972']);
  assert.deepEqual(fukang({ kind: 'range' }).open, []);
});

test('levels, blocks and dates stand in their own shapes, and may be the side of a grid', () => {
  const assessment = example('taishan');
  const swing = whatIf({ rubric: 'taishan', assessment, ask: { kind: 'swing' } });
  const level = swing.inputs.find(({ input }) => input.id.endsWith('.level'));
  assert.equal(typeof level.high.setting.level, 'string');
  // 25 × 80 % = 20 of the block; 72 % is 18, 88 % is 22.
  const block = swing.inputs.find(({ input }) => input.id === 'benefit.block');
  assert.deepEqual([block.low.total.min, block.high.total.min, block.width], ['82.00', '86.00', '4.00']);
  const x = { input: 'benefit.block', from: '60%', to: '100%', steps: 3 };
  const grid = whatIf({ rubric: 'taishan', assessment, ask: { kind: 'grid', x, y: { input: level.input.id } } });
  const row = grid.totals[grid.y.now].map(({ min }) => min);
  assert.deepEqual(row, ['79.00', '84.00', '89.00']); // 25 × 60 % = 15
});

test('every answer starts from the score, with its problems', () => {
  for (const ask of ASKS) {
    const answer = fukang(ask, ({ rubric, entries }) => {
      rubric.hash = '0123456789abcdef';
      entries['insured-all'].actual = '12..5';
    });
    assert.equal(answer.kind, ask.kind);
    const { total, fullScore, grades, problems } = answer.baseline;
    assert.deepEqual([total.min, fullScore, grades[0]], ['88.02', '100.00', { name: '优', min: '90.00' }]);
    assert.deepEqual(problems.map(({ code }) => code).slice(0, 2), ['rubric-mismatch', 'not-a-number']);
  }
});

test('every question has an answer on every form, in plain objects and decimal strings', () => {
  const plain = (value, key) => {
    if (Array.isArray(value)) return value.every((each) => plain(each));
    if (typeof value === 'number') return key === 'now' || key === 'holds';
    if (value === null || typeof value !== 'object') return value !== undefined;
    return Object.getPrototypeOf(value) === Object.prototype && Object.entries(value).every(([name, each]) => plain(each, name));
  };
  for (const { id } of presets()) {
    for (const kind of ['distance', 'cheapest', 'swing', 'weights', 'range']) {
      for (const assessment of [example(id), { version: 1, rubric: { id } }]) {
        assert.ok(plain(whatIf({ rubric: id, assessment, ask: { kind } })), `${id} ${kind}`);
      }
    }
  }
  const whole = whatIf({ rubric: preset('fukang'), assessment: example('fukang'), ask: { kind: 'distance' } });
  assert.deepEqual(whole, fukang({ kind: 'distance' }));
});

test('what cannot be asked is refused where it stands', () => {
  const x = { input: 'insured-all.actual' };
  const y = { input: 'system-execution.missed' };
  const shape = [
    [{ kind: 'guess' }, 'ask.kind'],
    [{}, 'ask'],
    ['distance', 'ask'],
    [{ kind: 'range', target: '95' }, 'ask.target'],
    [{ kind: 'distance', target: '优' }, 'ask.target'],
    [{ kind: 'distance', target: '-1' }, 'ask.target'],
    [{ kind: 'distance', target: 95 }, 'ask.target'],
    [{ kind: 'cheapest', target: '95', effort: { 'insured-all': 'much' } }, 'ask.effort.insured-all'],
    [{ kind: 'cheapest', target: '95', effort: { 'insured-all': '0' } }, 'ask.effort.insured-all'],
    [{ kind: 'swing', by: 'a lot' }, 'ask.by'],
    [{ kind: 'swing', by: '0' }, 'ask.by'],
    [{ kind: 'grid', x }, 'ask'],
    [{ kind: 'grid', x, y: x }, 'ask.y.input'],
    [{ kind: 'grid', x, y: { ...y, steps: 26 } }, 'ask.y.steps'],
    [{ kind: 'grid', x, y: { ...y, steps: '5' } }, 'ask.y.steps'],
    [{ kind: 'grid', x: { ...x, to: '1.5' }, y }, 'ask.x.to'],
    [{ kind: 'grid', x, y: { ...y, from: '2' } }, 'ask.y.from'],
  ];
  for (const [ask, path] of shape) assert.deepEqual(refusal(ask), { code: 'wrong-shape', path }, JSON.stringify(ask));
  const unknown = { code: 'unknown-input', path: 'ask.x.input' };
  assert.deepEqual(refusal({ kind: 'grid', x: { input: 'nowhere.actual' }, y }), unknown);
  const effort = { kind: 'cheapest', effort: { nowhere: '1' } };
  assert.deepEqual(refusal(effort), { code: 'unknown-input', path: 'ask.effort.nowhere' });
  const stored = refusal({ kind: 'cheapest' }, (assessment) => (assessment.efforts = { 'insured-all': 'much' }));
  assert.deepEqual(stored, { code: 'wrong-shape', path: 'assessment.efforts.insured-all' });
  assert.deepEqual(refusal({ kind: 'range' }, ({ entries }) => (entries['insured-all'].actual = 1)), {
    code: 'wrong-shape',
    path: 'assessment.entries.insured-all.actual',
  });
  assert.throws(() => whatIf({ rubric: 'fukang', assessment: example('fukang') }), { path: 'ask' });
  assert.throws(() => whatIf({ rubric: 'fukang', assessment: example('fukang'), ask: ASKS[0], colour: '' }), { path: 'colour' });
});

test('a rubric with errors is refused, since nothing can be said about it', () => {
  const rubric = preset('fukang');
  rubric.indicators[0].weight = '11';
  const call = () => whatIf({ rubric, assessment: example('fukang'), ask: { kind: 'weights' } });
  assert.throws(call, { code: 'invalid-rubric', path: 'rubric' });
});
