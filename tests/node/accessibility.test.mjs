// The accessibility statement claims nothing that no test holds: every criterion is there, every test it names exists, and what
// axe is said to check has rules in axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { resultOf, source, statement } from '../../scripts/accessibility.mjs';

// Levels A and AA of WCAG 2.2; 4.1.1 is obsolete.
const CRITERIA = {
  1: '1.1 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4 4.5 4.10 4.11 4.12 4.13',
  2: '1.1 1.2 1.4 2.1 2.2 3.1 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.11 5.1 5.2 5.3 5.4 5.7 5.8',
  3: '1.1 1.2 2.1 2.2 2.3 2.4 2.6 3.1 3.2 3.3 3.4 3.7 3.8',
  4: '1.2 1.3',
};

test('each criterion of levels A and AA stands in the statement once, in order', () => {
  const all = Object.entries(CRITERIA).flatMap(([principle, rest]) => rest.split(' ').map((id) => `${principle}.${id}`));
  assert.deepEqual(source.criteria.map(({ id }) => id), all);
});

test('each test that the statement names exists, and each is named for something', () => {
  const used = new Set(source.criteria.flatMap(({ by = [] }) => by));
  assert.deepEqual([...used].sort(), Object.keys(source.tests).sort());
  for (const { spec, title, zh, en } of Object.values(source.tests)) {
    // The title of a test may be one of many; what is published is a sentence.
    for (const told of [zh, en]) assert.ok(told && !told.includes('$'), title);
    const text = readFileSync(new URL(`../e2e/${spec}`, import.meta.url), 'utf8');
    assert.ok([`test('${title}',`, `test(\`${title}\`,`].some((declared) => text.includes(declared)), `${spec} has no test “${title}”`);
    assert.ok(!/test\.(skip|fixme|only)\(/.test(text), `${spec} leaves tests out`);
  }
});

test('a criterion has a test, or says why it has none', () => {
  for (const criterion of source.criteria) {
    const { id, by, left, none } = criterion;
    assert.ok(by || left || none, id);
    assert.ok(!(left && none), id);
    if (resultOf(criterion) === 'tested') assert.ok(by.length, id);
  }
});

test('what axe is said to check it has rules for', () => {
  const axe = createRequire(import.meta.url)('axe-core');
  for (const { id, by = [] } of source.criteria) {
    if (!by.includes('axe')) continue;
    const rules = axe.getRules([`wcag${id.replace(/\./g, '')}`]).filter(({ tags }) => !tags.includes('experimental') && !tags.includes('deprecated'));
    assert.ok(rules.length, `axe has no rule for ${id}`);
  }
});

test('the page holds every criterion in both languages, and needs no inline style or script', () => {
  const page = statement('<link rel="stylesheet" href="x.css">');
  for (const { id, name } of source.criteria) {
    for (const text of Object.values(name)) assert.ok(page.includes(`<th scope="row" role="rowheader">${id} ${text}</th>`), `${id} ${text}`);
  }
  assert.doesNotMatch(page, /<script|<style|\sstyle=|\son\w+=|undefined/);
});

test('the statement says the day of its edition, the same for the same sources', () => {
  const before = process.env.SOURCE_DATE_EPOCH;
  process.env.SOURCE_DATE_EPOCH = '1700000000'; // 22:13 of the 14th in Greenwich
  const page = statement('');
  assert.ok(page.includes('编制日期：<time datetime="2023-11-15">2023年11月15日</time>'));
  assert.ok(page.includes('Prepared on <time datetime="2023-11-15">15 November 2023</time>'));
  delete process.env.SOURCE_DATE_EPOCH;
  assert.match(statement(''), /<time datetime="20\d\d-\d\d-\d\d">/);
  assert.equal(statement(''), statement(''));
  if (before !== undefined) process.env.SOURCE_DATE_EPOCH = before;
});

test('the operator has a place for its contact in both languages, and nothing shows that it is not filled in', () => {
  const page = statement('');
  const places = [...page.matchAll(/<!-- (.+) -->\n<p>(.+)<\/p>/g)];
  assert.deepEqual(places.map(([, told]) => told.slice(0, 6)), ['网站运营单位', 'Operat']);
  for (const [, , told] of places) assert.doesNotMatch(told, /…|\[|【/);
});
