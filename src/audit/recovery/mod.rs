//! Rule recovery 规则反推: which rules of the engine, with which parameters, give the printed scores.
//!
//! For each [`Family`] of rules a row says what the parameter would have to be, as an interval: its
//! printed score stands for one, and so does a printed rate. The value on which the most rows agree
//! is taken, at its plainest figure, and the engine's rule is then held against every row. A row that
//! gets full marks whatever the parameter says nothing, and is counted as saying nothing.
//!
//! ```
//! use jiheng::audit::recovery::{Evidence, recover};
//! use jiheng::audit::{PublishedTable, Row, Sheet};
//! let row = |weight: &str, target: &str, actual: &str, score: &str| Row {
//!     weight: weight.into(),
//!     target: target.into(),
//!     actual: actual.into(),
//!     score: score.into(),
//!     ..Row::default()
//! };
//! let rows = vec![row("6", "33333人", "30437人", "5.48"), row("5", "6130人", "4157人", "3.39")];
//! let table = PublishedTable { rows, ..PublishedTable::default() };
//! let found = recover(&Sheet::new(&table, 0));
//! assert_eq!(found.rules[0].supports, [0, 1]);
//! assert_eq!(found.rules[0].evidence(), Evidence::Two);
//! ```

mod case;
mod family;
mod proof;
mod solve;
mod survey;
#[cfg(test)]
mod tests;

use super::interval::Interval;
use super::sheet::Sheet;
use crate::engine::rule::Judgement;
use crate::engine::{Entry, Figure, Label, Mode, Rounding, Rule, Scoring};

pub use case::Reads;
pub use family::{Family, Lost, Name, Shortfall};
pub use survey::Scales;

use case::{Case, value};
use family::Verdict;

/// What the rows of a table say about the rules that they were scored by.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// How the scores were rounded, so far as that can be told: the way under which the most rows
    /// agree, 四舍五入 where that is as good as another.
    pub rounding: Rounding,
    /// The families that give the score of at least one row, the best first: most rows that support
    /// it, then fewest that contradict it, then the plainest.
    pub rules: Vec<Recovered>,
    /// The scales of surveys, by their number of options.
    pub scales: Vec<Scales>,
    cases: Vec<Case>,
}

/// A family with its parameters, and what each row says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The kind of rule.
    pub family: Family,
    /// Its parameters; a curve may lack one.
    pub params: Vec<Param>,
    /// Rows whose score it gives, and not every rule would.
    pub supports: Vec<usize>,
    /// Rows whose score it does not give.
    pub contradicts: Vec<usize>,
    /// Rows whose score it gives whatever its parameters are.
    pub silent: Vec<usize>,
}

/// A parameter that was recovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// What it is.
    pub name: Name,
    /// What it may be, as the digits of the rows below have it.
    pub range: Interval,
    /// The plainest figure in that interval.
    pub chosen: Figure,
    /// The rows that say so.
    pub rows: Vec<usize>,
}

/// How many rows something rests on. One or two are no proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// No row.
    None,
    /// One row: any rule with a parameter can be bent to it.
    One,
    /// Two rows: they may agree by chance.
    Two,
    /// Three rows or more.
    Several,
}

impl Evidence {
    /// That of so many rows.
    pub fn of(rows: usize) -> Evidence {
        match rows {
            0 => Evidence::None,
            1 => Evidence::One,
            2 => Evidence::Two,
            _ => Evidence::Several,
        }
    }
}

/// Recovers the rules of a table.
pub fn recover(sheet: &Sheet<'_>) -> Recovery {
    let mut best = recover_in(sheet, Mode::default());
    for mode in [Mode::HalfEven, Mode::Down] {
        // A plain rule that every row agrees with is not made better by another way of rounding.
        if best.rules.first().is_some_and(Recovered::is_certain) {
            break;
        }
        let other = recover_in(sheet, mode);
        let (now, then) = (best.rules.first(), other.rules.first());
        let better =
            then.is_some_and(|then| now.is_none_or(|now| then.rank()[..3] < now.rank()[..3]));
        if better {
            best = other;
        }
    }
    best
}

/// The same if the figures of the table are known to have been rounded so.
pub fn recover_in(sheet: &Sheet<'_>, mode: Mode) -> Recovery {
    let scales = survey::scales(sheet, mode);
    let case = |line| Case::of(sheet, line, mode, &scales).ok().flatten();
    let cases: Vec<Case> = sheet.lines.iter().filter_map(case).collect();
    let rounding = Rounding { places: sheet.places, mode };
    let rules = rules(&cases.iter().collect::<Vec<_>>());
    Recovery { rounding, rules, scales, cases }
}

/// The families that at least one of the rows supports, the best first.
fn rules(cases: &[&Case]) -> Vec<Recovered> {
    let found = Family::all().into_iter().filter_map(|family| fit(family, cases));
    let mut found: Vec<Recovered> = found.filter(|one| !one.is_only_proportional()).collect();
    found.sort_by_cached_key(Recovered::rank);
    found
}

/// Digits that carry a value, without zeros at the end: 1 for 60, 2 for 2.5.
fn digits(figure: Figure) -> usize {
    let all: String = figure.trimmed().chars().filter(char::is_ascii_digit).collect();
    all.trim_matches('0').len()
}

/// A family as the most rows have it; none if no row supports it.
fn fit(family: Family, cases: &[&Case]) -> Option<Recovered> {
    let parameters = family.parameters();
    let mut claims: Vec<Vec<(usize, Interval)>> = vec![Vec::new(); parameters.len()];
    let mut verdicts = Vec::with_capacity(cases.len());
    for case in cases {
        // What needs more digits than the engine has is no rule for the row.
        let verdict = family.verdict(case).unwrap_or(Verdict::Outside);
        if let Verdict::Within(at, range) | Verdict::Capped(at, range) = verdict
            && let Some(claims) = claims.get_mut(at)
        {
            claims.push((case.row, range));
        }
        verdicts.push(verdict);
    }
    if parameters.is_empty() && !verdicts.contains(&Verdict::Supports) {
        return None;
    }
    let mut params = Vec::new();
    for (claims, (name, _)) in claims.iter().zip(&parameters) {
        params.push(solve::most(claims).and_then(|(range, mut rows)| {
            let chosen = solve::plainest(range)?;
            rows.retain(|row| {
                let at = cases.binary_search_by_key(row, |case| case.row);
                at.is_ok_and(|at| matches!(verdicts[at], Verdict::Within(..)))
            });
            (!rows.is_empty()).then_some(Param { name: *name, range, chosen, rows })
        }));
    }
    if !parameters.is_empty() && params.iter().all(Option::is_none) {
        return None;
    }
    let judged = judge(family, params, cases, &verdicts);
    (!judged.supports.is_empty()).then_some(judged)
}

/// Holds the engine's rule against every row.
fn judge(
    family: Family,
    mut params: Vec<Option<Param>>,
    cases: &[&Case],
    verdicts: &[Verdict],
) -> Recovered {
    let given = |params: &[Option<Param>], case: &Case| {
        let figures: Vec<_> =
            params.iter().map(|param| param.as_ref().map(|param| param.chosen)).collect();
        family.rule(&figures, case).is_some_and(|rule| proof::holds(family, &rule, case))
    };
    // Half of a curve that wrongs as many rows as it explains is none: those with full marks beyond
    // 100 %.
    for at in 0..params.len() {
        let Some(rows) = params[at].as_ref().map(|param| param.rows.len()) else { continue };
        let silent = verdicts.iter().zip(cases).filter(|(one, _)| one.is_silent());
        let wronged = silent.filter(|(_, case)| !given(&params, case)).count();
        if wronged >= rows {
            params[at] = None;
        }
    }
    let (mut supports, mut contradicts, mut silent) = (Vec::new(), Vec::new(), Vec::new());
    for (case, verdict) in cases.iter().zip(verdicts) {
        match verdict {
            Verdict::Outside => {}
            Verdict::Contradicts => contradicts.push(case.row),
            _ if !given(&params, case) => contradicts.push(case.row),
            Verdict::Silent | Verdict::Capped(..) => silent.push(case.row),
            Verdict::Supports | Verdict::Within(..) => supports.push(case.row),
        }
    }
    let mut params: Vec<Param> = params.into_iter().flatten().collect();
    for param in &mut params {
        param.rows.retain(|row| supports.binary_search(row).is_ok());
    }
    Recovered { family, params, supports, contradicts, silent }
}

impl Recovered {
    /// How many rows it rests on.
    pub fn evidence(&self) -> Evidence {
        Evidence::of(self.supports.len())
    }

    /// The parameter of this name.
    pub fn param(&self, name: Name) -> Option<&Param> {
        self.params.iter().find(|param| param.name == name)
    }

    /// The lower, the better: most rows, fewest against it, fewest parameters, fewest digits.
    fn rank(&self) -> [usize; 4] {
        let digits = self.params.iter().map(|param| digits(param.chosen)).sum();
        [usize::MAX - self.supports.len(), self.contradicts.len(), self.params.len(), digits]
    }

    /// Whether three rows or more support it, none contradicts it, and its parameters are such as a
    /// rule would name.
    fn is_certain(&self) -> bool {
        self.evidence() == Evidence::Several
            && self.contradicts.is_empty()
            && self.params.iter().all(|param| {
                let is_cost = matches!(param.name, Name::Share | Name::Points);
                param.chosen.decimals() <= u32::from(is_cost)
            })
    }

    /// Whether it is weight × rate under another name: a line to 0 at 0 %, or 1 % off for each 1 %.
    fn is_only_proportional(&self) -> bool {
        let is = |name, figure| self.param(name).is_some_and(|param| param.chosen == figure);
        match self.family {
            Family::Curve => is(Name::ZeroBelow, Figure::ZERO) && self.params.len() == 1,
            Family::Shortfall(shortfall) => {
                shortfall == Shortfall::PLAIN && is(Name::Share, Figure::whole(1))
            }
            _ => false,
        }
    }

    fn rule(&self, case: &Case) -> Option<Rule> {
        let names = self.family.parameters();
        let figure = |name| self.param(name).map(|param| param.chosen);
        let figures: Vec<_> = names.into_iter().map(|(name, _)| figure(name)).collect();
        self.family.rule(&figures, case)
    }

    fn scoring(&self, case: &Case) -> Option<(Scoring, Entry)> {
        let rule = self.rule(case)?;
        if let Some(rate) = case.rate(self.family.reads()) {
            let measure = Some(rate.measure.clone());
            return Some((Scoring { measure, ..scoring(rule, case) }, rate.entry.clone()));
        }
        let choices = rule.choices(case.weight, Rounding { places: 4, ..Rounding::default() });
        let printed = case.printed;
        let chosen = choices.iter().find(|(_, it, _)| (it.from..=it.to).contains(&printed));
        let (id, _, is_range) = chosen?;
        let entry = Entry {
            level: Some((*id).to_owned()),
            points: is_range.then(|| value(printed)),
            ..Entry::default()
        };
        Some((scoring(rule, case), entry))
    }
}

fn scoring(rule: Rule, case: &Case) -> Scoring {
    Scoring {
        measure: None,
        rule,
        modifiers: Vec::new(),
        prefill: Entry::default(),
        unit: case.label(),
        rate_name: Label::default(),
    }
}

impl Recovery {
    fn case(&self, row: usize) -> Option<&Case> {
        let at = self.cases.binary_search_by_key(&row, |case| case.row).ok()?;
        self.cases.get(at)
    }

    /// All families that give the score of a row, each with the parameters that this row alone
    /// allows, the plainest first.
    pub fn for_row(&self, row: usize) -> Vec<Recovered> {
        self.case(row).map_or(Vec::new(), |case| rules(&[case]))
    }

    /// The best rule that the row supports, or that it at least does not contradict.
    pub fn best(&self, row: usize) -> Option<&Recovered> {
        let supported = self.rules.iter().find(|rule| rule.supports.binary_search(&row).is_ok());
        supported.or_else(|| self.rules.iter().find(|rule| rule.silent.binary_search(&row).is_ok()))
    }

    /// The points that a rule gives a row as the engine scores it, 分; none where the row has not
    /// what it reads.
    pub fn points(&self, rule: &Recovered, row: usize) -> Option<Figure> {
        let case = self.case(row)?;
        let rate = case.rate(rule.family.reads())?;
        let scoring =
            Scoring { measure: Some(rate.measure.clone()), ..scoring(rule.rule(case)?, case) };
        proof::awarded(&scoring, &rate.entry, case.weight, self.rounding)
    }

    /// How the engine scores a row and what is entered for it: by the best rule that gives exactly
    /// the printed score, or else as a judgement with those points. None for a row without a weight
    /// or a score of its own.
    pub fn scoring(&self, row: usize) -> Option<(Scoring, Entry)> {
        let case = self.case(row)?;
        let supported = self.rules.iter().filter(|rule| rule.supports.binary_search(&row).is_ok());
        let allowed = self.rules.iter().filter(|rule| rule.silent.binary_search(&row).is_ok());
        let exact = supported.chain(allowed).find_map(|rule| {
            let (scoring, entry) = rule.scoring(case)?;
            let points = proof::awarded(&scoring, &entry, case.weight, self.rounding)?;
            (points == case.printed).then_some((scoring, entry))
        });
        Some(exact.unwrap_or_else(|| {
            let points = Some(value(case.printed));
            (scoring(Rule::Judgement(Judgement {}), case), Entry { points, ..Entry::default() })
        }))
    }
}
