// A form of forty judged rows, all of which could be better, with vetoes, penalties and a cap in force: the largest that 最省力 is to answer for.

const GROUPS = 8;
const ROWS = 5;
/** What has happened at the first row of a group. */
const INCIDENTS = {
  1: { kind: 'knockout', scope: 'g1' },
  2: { kind: 'penalty', scope: 'g2', points: '4' },
  3: { kind: 'penalty', scope: 'total', points: '7' },
  5: { kind: 'knockout', scope: 'g5' },
  6: { kind: 'penalty', scope: 'g6', points: '9' },
};

/** The form, made of one that has other rows, and the entries of an assessment under it. */
export function fortyRows(form) {
  const entries = {};
  const row = (group, at) => {
    const id = `r${group}-${at}`;
    const points = ((group * 83 + at * 47 + group * at * 29) % 220) / 100; // of 2.5, each other than its neighbours
    const incident = at === 0 && INCIDENTS[group];
    entries[id] = { points: points.toFixed(2), reason: 'x', ...(incident && { deductions: [{ item: 'm' }] }) };
    const modifiers = incident ? [{ id: 'm', label: { zh: '事', en: 'Incident' }, ...incident }] : [];
    return { id, name: { zh: id, en: id }, weight: '2.5', scoring: { rule: { kind: 'judgement' }, modifiers } };
  };
  const group = (_, at) => ({
    id: `g${at}`,
    name: { zh: `g${at}`, en: `g${at}` },
    weight: '12.5',
    children: Array.from({ length: ROWS }, (_, number) => row(at, number)),
  });
  return { rubric: { ...form, sources: [], facts: [], edition: '2000', cap: '98', indicators: Array.from({ length: GROUPS }, group) }, entries };
}
