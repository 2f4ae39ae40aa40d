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
mod fit;
mod printed;
mod proof;
mod rate;
mod scoring;
mod solve;
mod survey;
#[cfg(test)]
mod tests;

use super::interval::Interval;
use super::sheet::Sheet;
use crate::engine::{Figure, Mode, Rounding, Rule, Scoring};

pub use case::Reads;
pub use family::{Family, Lost, Name, Shortfall};
pub use survey::Scales;

use case::Case;
use fit::{digits, rules, told};
use rate::is_in_shares;
pub(super) use scoring::by;

/// What the rows of a table say about the rules that they were scored by.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// How the scores were rounded, so far as that can be told: the way under which the most rows
    /// agree, 四舍五入 where that is as good as another.
    pub rounding: Rounding,
    /// Those of the [`Recovery::candidates`] that are worth telling, the best first, at most two.
    pub rules: Vec<Recovered>,
    /// The families that give the score of at least one row, the best first: most rows that support
    /// it, then fewest that contradict it, then the plainest.
    pub candidates: Vec<Recovered>,
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
        // A plain rule that every row agrees with is not made better by another way of rounding; and
        // what was cut off looks like rounded in half of the rows, so that few mean no rule at all.
        if best.candidates.first().is_some_and(|one| one.is_certain() || one.is_lost()) {
            break;
        }
        let other = recover_in(sheet, mode);
        // One or two rows are no reason to call 四舍五入 in doubt.
        let then = other.candidates.first().filter(|then| then.evidence() == Evidence::Several);
        let now = best.candidates.first();
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
    let shares = is_in_shares(sheet);
    let case = |line| Case::of(sheet, line, mode, &scales, shares).ok().flatten();
    let cases: Vec<Case> = sheet.lines.iter().filter_map(case).collect();
    let rounding = Rounding { places: sheet.places, mode };
    let candidates = rules(&cases.iter().collect::<Vec<_>>());
    let rules = told(&candidates, &cases);
    Recovery { rounding, rules, candidates, scales, cases }
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

    /// Whether no row contradicts it, and it has no parameter, or such as a rule would name and three
    /// rows or more support.
    fn is_certain(&self) -> bool {
        (self.evidence() == Evidence::Several || self.params.is_empty())
            && self.contradicts.is_empty()
            && self.params.iter().all(|param| {
                let is_cost = matches!(param.name, Name::Share | Name::Points);
                param.chosen.decimals() <= u32::from(is_cost)
            })
    }

    /// Whether more than twice as many rows contradict it as support it.
    fn is_lost(&self) -> bool {
        self.contradicts.len() > 2 * self.supports.len()
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
        let supported =
            self.candidates.iter().find(|rule| rule.supports.binary_search(&row).is_ok());
        supported
            .or_else(|| self.candidates.iter().find(|rule| rule.silent.binary_search(&row).is_ok()))
    }

    /// The points that a rule gives a row as the engine scores it, 分; none where the row has not
    /// what it reads.
    pub fn points(&self, rule: &Recovered, row: usize) -> Option<Figure> {
        let case = self.case(row)?;
        let rate = case.rate(rule.family.reads())?;
        let measure = Some(rate.measure.clone());
        let scoring = Scoring { measure, ..scoring::by(rule.rule(case)?) };
        proof::awarded(&scoring, &rate.entry, case.weight, self.rounding)
    }
}
