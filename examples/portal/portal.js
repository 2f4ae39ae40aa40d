// The portal's own code: fills the calculators from its forms, and shows what they answer.
const form = document.querySelector('#self-form');
const trial = document.querySelector('#trial-score');

/** What a calculator answers, in a line. */
function follow(calculator, place) {
  calculator.addEventListener('jiheng-result', ({ detail: { scorecard } }) => {
    const { total, grade } = scorecard;
    const span = total.min === total.max ? `${total.score}分` : `${total.min}～${total.max}分（尚未填完）`;
    place.textContent = grade.name ? `${span}，等级${grade.name}` : span;
  });
  calculator.addEventListener('jiheng-error', ({ detail }) => {
    place.textContent = `未能计算：${detail.message}`;
  });
}

follow(form, document.querySelector('#self-result'));
follow(trial, document.querySelector('#trial-result'));

document.querySelector('#facts').addEventListener('submit', (event) => {
  event.preventDefault();
  const { name, department, initial, annual, executed } = Object.fromEntries(new FormData(event.target));
  // What was entered in the calculator stays.
  const entered = form.assessment || { version: 1, rubric: { id: 'national-self' } };
  form.assessment = {
    ...entered,
    project: { ...entered.project, name, department },
    facts: { ...entered.facts, 'budget-initial': initial, 'budget-annual': annual, executed },
  };
});

// A published case, which the portal has among its own data.
async function begin() {
  const published = await (await fetch('published.json')).json();
  document.querySelector('#trial').addEventListener('submit', (event) => {
    event.preventDefault();
    const actual = new FormData(event.target).get('insured');
    const entry = { ...published.entries['insured-all'], actual };
    trial.assessment = { ...published, entries: { ...published.entries, 'insured-all': entry } };
  });
  trial.assessment = published;
}
begin();
