//! The units of an assessment: what is changed as a whole, each at the best that it can be.

use std::collections::BTreeMap;

use super::Refusal;
use super::instance::{MOST_UNITS, Row, Set, members, only};
use super::places::{Places, places};
use super::setting::{Worth, best_setting, worths};
use crate::engine::{Assessment, Contribution, Rubric, Trial};
use crate::whatif::lever::{Input, Lever, Role, levers};

/// The most facts, with their places, that may act on one row beside its own change: each doubles the
/// states of the row.
const MOST_BESIDE: usize = 6;

/// The most rows of a fact that may have been changed for themselves, of which every set is tried.
const MOST_CHANGED: usize = 3;

/// An input at a position.
#[derive(Clone, Debug)]
pub(super) struct Put {
    pub lever: Lever,
    pub to: i64,
}

/// What is changed as a whole, in one of the ways in which that may be best.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The indicator, by its position; none for a fact.
    pub node: Option<usize>,
    /// Id of the indicator, or `facts.` and that of the fact.
    pub id: String,
    /// The facts among the units that move the same row.
    pub beside: Set,
    /// The other ways of the same change, and this one.
    pub ways: Set,
    /// Where its inputs stand at best, by the facts beside it that are changed too.
    pub best: BTreeMap<Set, Vec<Put>>,
}

/// The units of an assessment with the rows that they touch.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    pub all: Vec<Unit>,
    pub rows: Vec<Row>,
    /// Whether nothing that is not among the units could be better.
    pub sure: bool,
}

/// Units that could be of use; none is left out but those that raise nothing.
pub(super) fn units(rubric: &Rubric, assessment: &Assessment) -> Result<Units, Refusal> {
    let mut open = levers(rubric, assessment);
    open.retain(is_open);
    let own = |lever: &Lever| own_node(lever);
    let mut nodes: Vec<usize> = open.iter().filter_map(own).collect();
    nodes.dedup();
    let (facts, mut sure) = facts(rubric, assessment, &open, &nodes);
    if facts.len() > MOST_UNITS {
        return Err(Refusal::TooMany { units: facts.len() });
    }
    let mut touched: Vec<usize> = facts.iter().flat_map(Unit::rows).chain(nodes).collect();
    touched.sort_unstable();
    touched.dedup();
    let finder = Finder { rubric, assessment, facts };
    let mut found = Vec::new();
    for node in touched {
        found.extend(finder.row(node, &mut sure)?);
    }
    match finder.facts.len() + found.iter().map(|row| row.own.len()).sum::<usize>() {
        units if units > MOST_UNITS => Err(Refusal::TooMany { units }),
        _ => Ok(Units { sure, ..finder.numbered(found) }),
    }
}

/// Whether it is what was achieved, or is still to be filled in.
fn is_open(lever: &Lever) -> bool {
    lever.role == Role::Earned || lever.now.is_none()
}

/// The facts in each of their places, a unit each, and whether no other place is ever better.
fn facts(
    rubric: &Rubric,
    assessment: &Assessment,
    open: &[Lever],
    own: &[usize],
) -> (Vec<Unit>, bool) {
    let is_fact = |lever: &&Lever| matches!(lever.input, Input::Fact(_));
    let all: Vec<&Lever> = open.iter().filter(is_fact).collect();
    let states: Vec<States> =
        all.iter().map(|lever| States::of(rubric, assessment, lever, (&all, own))).collect();
    let mut found: Vec<Places> = states.iter().map(|states| states.places(rubric, None)).collect();
    // A fact that meets another in a row may be better elsewhere once that one is changed.
    let first = found.clone();
    for (at, states) in states.iter().enumerate() {
        let others = all.iter().zip(&first).filter(|(other, _)| states.meets(other));
        for put in others.flat_map(|(_, places)| &places.puts) {
            found[at].add(states.places(rubric, Some(put)));
            found[at].sure = false;
        }
    }
    // Each place doubles the states of its rows.
    let rows = 0..rubric.nodes().len();
    let beside = |places: &Places, node: usize| {
        places.puts.iter().filter(|put| put.lever.nodes().any(|at| at == node)).count()
    };
    let fits = |found: &[Places]| {
        let mut rows = rows.clone();
        rows.all(|at| found.iter().map(|it| beside(it, at)).sum::<usize>() <= MOST_BESIDE)
    };
    let mut most = found.iter().map(|places| places.puts.len()).max().unwrap_or(0);
    while most > 1 && !fits(&found) {
        most -= 1;
        found.iter_mut().for_each(|places| places.keep(most));
    }
    let sure = found.iter().all(|places| places.sure);
    let mut units: Vec<Unit> = Vec::new();
    for puts in found.into_iter().map(|places| places.puts) {
        let ways = (0..puts.len()).map(|way| units.len() + way);
        let ways = ways.filter(|unit| *unit < MOST_UNITS).map(only).sum();
        units.extend(puts.into_iter().map(|put| {
            let (id, best) = (put.lever.id(rubric), BTreeMap::from([(0, vec![put])]));
            Unit { node: None, id, beside: 0, ways, best }
        }));
    }
    (units, sure)
}

/// What else may have been changed in the rows of a fact when it is asked where it is best.
struct States<'l> {
    lever: &'l Lever,
    /// Rows in which other changes may act as well.
    met: Vec<usize>,
    /// As things are, and with rows changed for themselves.
    assessments: Vec<Assessment>,
    /// Whether these are all.
    all: bool,
}

impl<'l> States<'l> {
    fn of(
        rubric: &Rubric,
        assessment: &Assessment,
        lever: &'l Lever,
        (facts, own): (&[&Lever], &[usize]),
    ) -> States<'l> {
        let others = facts.iter().filter(|other| other.input != lever.input);
        let others: Vec<usize> = others.flat_map(|other| other.nodes()).collect();
        let is_met = |node: &usize| own.contains(node) || others.contains(node);
        let changes = lever.nodes().filter(|node| own.contains(node)).map(|node| {
            let worth = worths(rubric, node).swap_remove(0);
            best_setting(rubric, assessment, node, &worth).0
        });
        let changes: Vec<Vec<Put>> = changes.filter(|puts| !puts.is_empty()).collect();
        let mut assessments = vec![assessment.clone()];
        for puts in changes.iter().take(MOST_CHANGED) {
            let with = assessments.iter().map(|assessment| {
                let mut changed = assessment.clone();
                puts.iter().for_each(|put| put.lever.change(rubric, &mut changed, put.to));
                changed
            });
            assessments = with.collect::<Vec<_>>().into_iter().chain(assessments).collect();
        }
        // First as things are.
        assessments.reverse();
        let met = lever.nodes().filter(is_met).collect();
        States { lever, met, assessments, all: changes.len() <= MOST_CHANGED }
    }

    fn meets(&self, other: &Lever) -> bool {
        other.input != self.lever.input
            && other.nodes().any(|node| self.lever.nodes().any(|own| own == node))
    }

    /// The places in all states, with another fact changed as well.
    fn places(&self, rubric: &Rubric, beside: Option<&Put>) -> Places {
        let mut found = Places { puts: Vec::new(), sure: self.all };
        for assessment in &self.assessments {
            let mut changed = assessment.clone();
            if let Some(put) = beside {
                put.lever.change(rubric, &mut changed, put.to);
            }
            let then = levers(rubric, &changed);
            let mut trial = Trial::new(rubric, &changed);
            match then.iter().find(|one| one.input == self.lever.input) {
                Some(then) => found.add(places(rubric, then, &mut trial, &self.met)),
                None => found.sure = false,
            }
        }
        found
    }
}

impl Unit {
    fn rows(&self) -> impl Iterator<Item = usize> {
        self.best.values().flatten().flat_map(|put| put.lever.nodes())
    }
}

/// A row before its units have their numbers.
struct Found {
    node: usize,
    /// Which of the facts move it.
    facts: Vec<usize>,
    /// Its own change, in each way that is of use.
    own: Vec<Unit>,
    /// By the bits of the facts that are changed, then those of its own unit.
    given: Vec<Contribution>,
}

struct Finder<'a> {
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    /// The facts of use. Until it is known which rows are, and what comes before them, sets are of
    /// these alone.
    facts: Vec<Unit>,
}

impl Finder<'_> {
    fn with_facts(&self, changed: Set) -> Assessment {
        let mut assessment = self.assessment.clone();
        for fact in members(changed).filter_map(|at| self.facts.get(at)) {
            for put in fact.best.values().flatten() {
                put.lever.change(self.rubric, &mut assessment, put.to);
            }
        }
        assessment
    }

    /// A row with what it gives for each state of the units that move it; none if none is of use.
    fn row(&self, node: usize, sure: &mut bool) -> Result<Option<Found>, Refusal> {
        let id = self.rubric.nodes()[node].indicator.id.clone();
        let facts = self.facts.iter().enumerate();
        let facts: Vec<usize> = facts
            .filter(|(_, unit)| unit.rows().any(|moved| moved == node))
            .map(|(at, _)| at)
            .collect();
        if facts.len() > MOST_BESIDE {
            return Err(Refusal::TooManyFacts { id, facts: facts.len() });
        }
        let worths = worths(self.rubric, node);
        let mut plain = Vec::new();
        let mut ways: Vec<Way> = worths.iter().map(|_| Way::default()).collect();
        for mask in 0..1_usize << facts.len() {
            let set = self.valid(&facts, mask);
            let assessment = self.with_facts(set);
            let before = Trial::new(self.rubric, &assessment).contribution(node);
            for (way, worth) in ways.iter_mut().zip(&worths) {
                way.add(self.rubric, &assessment, (node, set), worth, &before);
            }
            plain.push(before);
        }
        // The second of two ways that give the same is none.
        let mut own: Vec<Way> = Vec::new();
        for way in ways {
            if way.given != plain && own.iter().all(|known| known.given != way.given) {
                own.push(way);
            }
        }
        // A fact that moves the row may be better elsewhere for a change that goes with it.
        *sure &= facts.is_empty() || own.iter().all(|way| way.is_level() || way.is_steady());
        let mut given = plain.clone();
        for bits in 1_usize..1 << own.len() {
            let first = own.get(bits.trailing_zeros() as usize);
            given.extend(first.map(|way| way.given.clone()).unwrap_or_default());
        }
        let own = own.into_iter().map(|way| Unit {
            node: Some(node),
            id: id.clone(),
            beside: 0,
            ways: 0,
            best: way.best,
        });
        let own: Vec<Unit> = own.collect();
        let moved = given.iter().any(|one| *one != given[0]);
        Ok(moved.then_some(Found { node, facts, own, given }))
    }

    /// The facts of a mask; of several ways of one fact the first, for there is no such state.
    fn valid(&self, facts: &[usize], mask: usize) -> Set {
        let named = facts.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
        named.fold(0, |set, (_, fact)| match set & self.facts[*fact].ways {
            0 => set | only(*fact),
            _ => set,
        })
    }

    /// The units in the order of the form, then the facts, with the rows that they touch.
    fn numbered(self, found: Vec<Found>) -> Units {
        let first: usize = found.iter().map(|row| row.own.len()).sum();
        let shifted = |set: Set| if first < MOST_UNITS { set >> first } else { 0 };
        let (mut all, mut rows): (Vec<Unit>, Vec<Row>) = (Vec::new(), Vec::new());
        for Found { node, facts, own, given } in found {
            let mut units: Vec<usize> = facts.iter().map(|fact| first + fact).collect();
            let beside = units.iter().map(|unit| only(*unit)).sum();
            let numbers = all.len()..all.len() + own.len();
            let ways = numbers.clone().map(only).sum();
            for unit in own {
                let best = unit.best.into_iter().map(|(set, puts)| (shifted(set), puts));
                all.push(Unit { best: best.collect(), beside, ways, ..unit });
            }
            units.extend(numbers);
            rows.push(Row::new(node, units, &given));
        }
        all.extend(self.facts.into_iter().map(|fact| Unit { ways: shifted(fact.ways), ..fact }));
        Units { all, rows, sure: true }
    }
}

/// One way of changing a row, for every state of the facts beside it.
#[derive(Default)]
struct Way {
    given: Vec<Contribution>,
    best: BTreeMap<Set, Vec<Put>>,
}

impl Way {
    fn add(
        &mut self,
        rubric: &Rubric,
        assessment: &Assessment,
        (node, set): (usize, Set),
        worth: &Worth,
        before: &Contribution,
    ) {
        let (puts, after) = best_setting(rubric, assessment, node, worth);
        let better = worth.of(&after) > worth.of(before);
        self.given.push(if better { after } else { before.clone() });
        self.best.insert(set, if better { puts } else { Vec::new() });
    }

    /// Whether it is the same change whatever the facts beside it are.
    fn is_steady(&self) -> bool {
        let settings = |puts: &Vec<Put>| -> Vec<_> {
            puts.iter().map(|put| (put.lever.input.clone(), put.lever.setting(put.to))).collect()
        };
        let mut all = self.best.values().map(settings);
        all.next().is_none_or(|first| all.all(|other| other == first))
    }

    /// Whether the facts beside it make no difference to what it gives.
    fn is_level(&self) -> bool {
        self.given.iter().all(|given| *given == self.given[0])
    }
}

/// The indicator whose own input it is; none for a fact.
fn own_node(lever: &Lever) -> Option<usize> {
    match &lever.input {
        Input::Entry { node, .. } => Some(*node),
        Input::Fact(_) => None,
    }
}
