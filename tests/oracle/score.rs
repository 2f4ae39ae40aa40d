//! The whole scorecard by the oracle: leaves first, then groups from the top down, then the total.

use std::collections::{BTreeMap, BTreeSet};

use jiheng::engine::{
    Assessment, Block, Entry, Incident, Indicator, Modifier, NotApplicable, PointRange, Rubric,
    Scope, Status, Value,
};
use num_traits::{One, Zero};

use crate::coverage::Coverage;
use crate::measure::rate;
use crate::rational::{Q, int, is_tie, on_grid, percent, q, round};
use crate::read::{Bad, Desk, Read};
use crate::rule::{Ends, allowed, award, ends};

/// An entry with nothing in it.
static EMPTY: std::sync::LazyLock<Entry> = std::sync::LazyLock::new(Entry::default);

/// What the oracle expects of one indicator.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    pub id: String,
    /// None where it says nothing: inside a block.
    pub weight: Option<Q>,
    pub span: Ends,
    pub rate: Option<Q>,
    /// None where it does not say, as for groups.
    pub status: Option<Status>,
}

/// What the oracle expects of an assessment.
pub struct Card {
    pub nodes: Vec<Expected>,
    pub weight: Q,
    pub total: Ends,
    pub best: usize,
    pub certain: usize,
}

/// A leaf by itself, with what it does to nodes elsewhere.
#[derive(Default)]
struct Leaf {
    expected: Expected,
    effects: Vec<Effect>,
    /// Whether points of a deduction are still to be picked.
    open: bool,
}

/// What a rule alone says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Base {
    Nothing,
    Open,
    Settled,
}

/// Points taken from a scope elsewhere; none for everything.
struct Effect {
    scope: Scope,
    points: Option<Ends>,
}

/// What holds because of the nodes above.
#[derive(Clone, Copy, Default)]
struct Above {
    not_applicable: bool,
    in_block: bool,
    bonus: bool,
}

struct Oracle<'a> {
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    /// Leaves where the engine said that the figures are too long.
    too_large: &'a BTreeSet<String>,
    leaves: BTreeMap<String, Leaf>,
    nodes: Vec<Expected>,
    seen: &'a mut Coverage,
}

/// Scores an assessment over big rationals.
pub fn card(
    rubric: &Rubric,
    assessment: &Assessment,
    too_large: &BTreeSet<String>,
    seen: &mut Coverage,
) -> Card {
    let mut oracle =
        Oracle { rubric, assessment, too_large, leaves: BTreeMap::new(), nodes: Vec::new(), seen };
    oracle.total()
}

impl<'a> Oracle<'a> {
    fn entry(&self, id: &str) -> &'a Entry {
        self.assessment.entries.get(id).unwrap_or(&EMPTY)
    }

    fn above(&self, indicator: &Indicator, mut above: Above) -> Above {
        above.not_applicable |= self.entry(&indicator.id).not_applicable && !above.in_block;
        above
    }

    fn is_block(&self, indicator: &Indicator, above: Above) -> bool {
        let entry = self.entry(&indicator.id);
        let group = !indicator.children.is_empty();
        group && entry.block.is_some() && !above.not_applicable && !above.in_block
    }

    /// Scores every leaf that is scored one by one.
    fn score_leaves(&mut self, indicators: &'a [Indicator], above: Above) {
        for indicator in indicators {
            let mut above = self.above(indicator, above);
            above.in_block |= self.is_block(indicator, above);
            if indicator.children.is_empty() && !above.in_block && !above.not_applicable {
                let leaf = self.leaf(indicator, above.bonus);
                self.leaves.insert(indicator.id.clone(), leaf);
            }
            self.score_leaves(&indicator.children, above);
        }
    }

    fn leaf(&mut self, indicator: &'a Indicator, bonus: bool) -> Leaf {
        let entry = self.entry(&indicator.id);
        let weight = q(indicator.weight);
        let open = (Q::zero(), weight.clone());
        let mut leaf = Leaf::default();
        let attempt = match self.too_large.contains(&indicator.id) {
            true => Err(Bad),
            false => self.by_rule(indicator, &mut leaf),
        };
        let attempt_failed = attempt.is_err();
        let replaced = self.replaced(indicator);
        let (span, status) = match (attempt, replaced) {
            (_, Err(Bad)) | (Err(Bad), Ok(None)) => (open, Some(Status::Invalid)),
            (_, Ok(Some(points))) => ((points.clone(), points), Some(Status::Overridden)),
            (Ok((span, base)), Ok(None)) => {
                let status = match (base, span.0 == span.1) {
                    (Base::Settled, true) => Some(Status::Scored),
                    (Base::Nothing, false) if !entry.has_input() => Some(Status::Empty),
                    (_, false) => Some(Status::Partial),
                    // A choice is open, but makes no difference: the words don't say.
                    (_, true) => None,
                };
                let unclaimed = bonus && !entry.has_input() && base == Base::Nothing;
                if unclaimed { ((Q::zero(), Q::zero()), None) } else { (span, status) }
            }
        };
        if attempt_failed || status == Some(Status::Invalid) {
            leaf.expected.rate = None;
        }
        self.seen.seen_if(status == Some(Status::Invalid), "leaf invalid");
        self.seen.seen_if(status == Some(Status::Overridden), "leaf overridden");
        self.seen.seen_if(status == Some(Status::Partial), "leaf partial");
        self.seen.seen_if(status == Some(Status::Empty), "leaf empty");
        leaf.expected.span = span;
        leaf.expected.status = status;
        leaf.effects = self.beyond(indicator, &leaf.expected);
        leaf
    }

    /// Points by measure, rule, rounding and modifiers; with what the rule alone settles.
    fn by_rule(&mut self, indicator: &'a Indicator, leaf: &mut Leaf) -> Result<(Ends, Base), Bad> {
        let Some(scoring) = &indicator.scoring else { return Err(Bad) };
        let desk = self.desk(self.entry(&indicator.id), &scoring.prefill);
        let weight = q(indicator.weight);
        let rounding = self.rubric.rounding;
        let measured = match &scoring.measure {
            Some(measure) => rate(measure, &desk, self.seen)?,
            None => None,
        };
        leaf.expected.rate.clone_from(&measured);
        let rule = &scoring.rule;
        let awarded = award(rule, &desk, measured.as_ref(), (&weight, rounding), self.seen)?;
        let base = match &awarded {
            None => Base::Nothing,
            Some((low, high)) if low == high => Base::Settled,
            Some(_) => Base::Open,
        };
        let (low, high) = awarded.unwrap_or((Q::zero(), weight));
        if is_tie(&low, rounding) {
            self.seen.seen(match rounding.mode {
                jiheng::engine::Mode::HalfUp => "tie at half, half up",
                jiheng::engine::Mode::HalfEven => "tie at half, half even",
                jiheng::engine::Mode::Down => "tie at half, down",
            });
        }
        let rounded = (round(&low, rounding), round(&high, rounding));
        let span = self.modified(rounded, &scoring.modifiers, &desk, leaf)?;
        let base = if leaf.open && base == Base::Settled { Base::Open } else { base };
        Ok((span, base))
    }

    fn modified(
        &mut self,
        mut span: Ends,
        modifiers: &[Modifier],
        desk: &Desk<'_>,
        leaf: &mut Leaf,
    ) -> Result<Ends, Bad> {
        let mut own = Vec::new();
        for incident in &desk.entry.deductions {
            let known = modifiers.iter().find(|modifier| modifier.id() == incident.item);
            match known.ok_or(Bad)? {
                Modifier::Deduction { points, .. } => {
                    self.seen.seen("modifier deduction");
                    let points = self.agreed(*points, incident, desk)?;
                    self.seen.seen_if(points.0 != points.1, "deduction open");
                    leaf.open |= points.0 != points.1;
                    span = less(span, &points);
                }
                Modifier::PerOccurrence { points, .. } => {
                    self.seen.seen("modifier per occurrence");
                    let count = match &incident.count {
                        Some(count) => desk.figure(count)?.unwrap_or_else(Q::one),
                        None => Q::one(),
                    };
                    if !count.is_integer() {
                        return Err(Bad);
                    }
                    let cost = count * q(*points);
                    span = less(span, &(cost.clone(), cost));
                }
                Modifier::Knockout { scope: Scope::Leaf, .. } => {
                    self.seen.seen("modifier knock-out of leaf");
                    span = (Q::zero(), Q::zero());
                }
                Modifier::Knockout { .. } => {}
                Modifier::Penalty { points, scope, .. } => {
                    let points = self.agreed(*points, incident, desk)?;
                    if *scope == Scope::Leaf {
                        leaf.open |= points.0 != points.1;
                        own.push(points);
                    }
                }
            }
        }
        for modifier in modifiers {
            let Modifier::Penalty { id, points, scope, rate_below: Some(bound), .. } = modifier
            else {
                continue;
            };
            let named = desk.entry.deductions.iter().any(|incident| incident.item == *id);
            let Some(rate) = &leaf.expected.rate else { continue };
            self.seen.seen_if(*rate == percent(*bound), "tie on penalty bound");
            if !named && *rate < percent(*bound) {
                self.seen.seen("modifier penalty by rate");
                if *scope == Scope::Leaf {
                    let points = ends(*points);
                    leaf.open |= points.0 != points.1;
                    own.push(points);
                }
            }
        }
        for points in own {
            self.seen.seen("modifier penalty of leaf");
            span = less(span, &points);
        }
        Ok(span)
    }

    /// What a leaf does beyond itself. That is said apart from its points: a veto stands though a
    /// figure beside it cannot be read, and a penalty by rate may still come while there is no rate.
    fn beyond(&self, indicator: &'a Indicator, expected: &Expected) -> Vec<Effect> {
        let Some(scoring) = &indicator.scoring else { return Vec::new() };
        let desk = self.desk(self.entry(&indicator.id), &scoring.prefill);
        let mut effects = Vec::new();
        for modifier in &scoring.modifiers {
            let named = desk.entry.deductions.iter().find(|one| one.item == modifier.id());
            let (scope, points) = match (modifier, named) {
                (Modifier::Knockout { scope, .. }, Some(_)) => (scope, None),
                (Modifier::Penalty { scope, points, .. }, Some(incident)) => {
                    let agreed = self.agreed(*points, incident, &desk);
                    (scope, Some(agreed.unwrap_or_else(|_| ends(*points))))
                }
                (Modifier::Penalty { scope, points, rate_below: Some(bound), .. }, None) => {
                    let points = ends(*points);
                    let due = match &expected.rate {
                        Some(rate) if *rate < percent(*bound) => points,
                        Some(_) => continue,
                        None if expected.status == Some(Status::Overridden) => continue,
                        None => (Q::zero(), points.1),
                    };
                    (scope, Some(due))
                }
                _ => continue,
            };
            if *scope != Scope::Leaf {
                effects.push(Effect { scope: scope.clone(), points });
            }
        }
        effects
    }

    /// The points of an incident: as picked, or all that it may cost while none are.
    fn agreed(&self, range: PointRange, incident: &Incident, desk: &Desk<'_>) -> Result<Ends, Bad> {
        let range = ends(range);
        let picked = match &incident.points {
            Some(points) => desk.figure(points)?,
            None => None,
        };
        match picked {
            Some(points) => {
                allowed(&points, &range, self.rubric.rounding)?;
                Ok((points.clone(), points))
            }
            None => Ok(range),
        }
    }

    /// The assessor's points in place of the rule's.
    fn replaced(&self, indicator: &'a Indicator) -> Read<Q> {
        let entry = self.entry(&indicator.id);
        let Some(replacement) = &entry.overridden else { return Ok(None) };
        let points = self.desk(entry, entry).figure(&replacement.points)?;
        if let Some(points) = &points {
            allowed(points, &(Q::zero(), q(indicator.weight)), self.rubric.rounding)?;
        }
        Ok(points)
    }

    fn desk(&self, entry: &'a Entry, prefill: &'a Entry) -> Desk<'a> {
        Desk { assessment: self.assessment, facts: &self.rubric.facts, entry, prefill }
    }

    /// Takes what acts on `scope` off a span: points first, then everything.
    fn effects(&mut self, scope: &Scope, mut span: Ends) -> Ends {
        let all = self.leaves.values().flat_map(|leaf| &leaf.effects);
        let (mut penalized, mut lost) = (false, false);
        for effect in all.filter(|effect| effect.scope == *scope) {
            match &effect.points {
                Some(points) => {
                    penalized = true;
                    span = less(span, points);
                }
                None => lost = true,
            }
        }
        let group = *scope != Scope::Total;
        self.seen.seen_if(penalized && group, "modifier penalty of group");
        self.seen.seen_if(penalized && !group, "modifier penalty of total");
        self.seen.seen_if(lost && group, "modifier knock-out of group");
        self.seen.seen_if(lost && !group, "modifier knock-out of total");
        if lost { (Q::zero(), Q::zero()) } else { span }
    }

    /// Adds the expectation of `indicator` and all below; returns the weight and points it has.
    fn sum(&mut self, indicator: &'a Indicator, above: Above) -> (Q, Ends) {
        let above = self.above(indicator, above);
        let at = self.nodes.len();
        self.nodes.push(Expected { id: indicator.id.clone(), ..Expected::default() });
        let block = self.is_block(indicator, above);
        let below = Above { in_block: above.in_block || block, ..above };
        let (mut weight, mut span) = (Q::zero(), (Q::zero(), Q::zero()));
        for child in &indicator.children {
            let (child_weight, child_span) = self.sum(child, below);
            weight += child_weight;
            span = plus(span, child_span);
        }
        let mut expected = Expected { id: indicator.id.clone(), ..Expected::default() };
        if block {
            weight = q(indicator.weight);
            let points = self.block(self.entry(&indicator.id).block.as_ref(), &weight);
            expected.status = Some(if points.is_ok() { Status::Block } else { Status::Invalid });
            self.seen.seen(if points.is_ok() { "block" } else { "block invalid" });
            span = points.map_or((Q::zero(), weight.clone()), |points| (points.clone(), points));
        } else if indicator.children.is_empty() {
            (weight, span) = self.leaf_in_place(indicator, above, &mut expected);
        }
        // Where nothing of a group applies, the group does not.
        let children = &self.nodes[at + 1..];
        let all = |status| children.iter().all(|child| child.status == Some(status));
        let none_applies = !children.is_empty() && all(Status::NotApplicable);
        if above.not_applicable || none_applies {
            expected.status = Some(Status::NotApplicable);
        } else if above.in_block {
            expected.status = Some(Status::InBlock);
        }
        // Nothing is taken from what does not apply.
        if expected.status != Some(Status::NotApplicable) {
            span = self.effects(&Scope::Group(indicator.id.clone()), span);
        }
        expected.weight = (!above.in_block).then(|| weight.clone());
        expected.span.clone_from(&span);
        self.nodes[at] = expected;
        (weight, span)
    }

    /// Weight and points of a leaf, as its place in the tree allows.
    fn leaf_in_place(
        &mut self,
        indicator: &'a Indicator,
        above: Above,
        expected: &mut Expected,
    ) -> (Q, Ends) {
        let weight = q(indicator.weight);
        let none = (Q::zero(), Q::zero());
        if above.in_block {
            return (weight, none);
        }
        if above.not_applicable {
            let full = self.rubric.not_applicable == NotApplicable::FullMarks && !above.bonus;
            return if full {
                (weight.clone(), (weight.clone(), weight))
            } else {
                (Q::zero(), none)
            };
        }
        if let Some(leaf) = self.leaves.get(&indicator.id) {
            *expected = Expected { id: indicator.id.clone(), ..leaf.expected.clone() };
        }
        (weight, expected.span.clone())
    }

    /// The points of a block: as given, or the share of its weight.
    fn block(&mut self, block: Option<&'a Block>, weight: &Q) -> Result<Q, Bad> {
        let block = block.ok_or(Bad)?;
        let desk = self.desk(&EMPTY, &EMPTY);
        let read = |value: &'a Option<Value>| match value {
            Some(value) => desk.figure(value),
            None => Ok(None),
        };
        let points = match (read(&block.points)?, read(&block.share)?) {
            (Some(points), None) if points <= *weight => points,
            (None, Some(share)) if share <= int(100) => {
                return Ok(round(&(weight * share / int(100)), self.rubric.rounding));
            }
            _ => return Err(Bad),
        };
        if on_grid(&points, self.rubric.rounding) { Ok(points) } else { Err(Bad) }
    }

    fn total(&mut self) -> Card {
        let rubric = self.rubric;
        self.score_leaves(&rubric.indicators, Above::default());
        let bonus_above = Above { bonus: true, ..Above::default() };
        if let Some(bonus) = &rubric.bonus {
            self.score_leaves(&bonus.items, bonus_above);
        }
        let (mut weight, mut total) = (Q::zero(), (Q::zero(), Q::zero()));
        for indicator in &rubric.indicators {
            let (one, span) = self.sum(indicator, Above::default());
            weight += one;
            total = plus(total, span);
        }
        let full = q(rubric.full_score);
        let rescale = rubric.not_applicable == NotApplicable::Rescale;
        if rescale && weight < full && !weight.is_zero() {
            self.seen.seen("rescaled");
            let scaled = |points: &Q| round(&(points * &full / &weight), rubric.rounding);
            total = (scaled(&total.0), scaled(&total.1));
            weight = full;
        }
        if let Some(bonus) = &rubric.bonus {
            let mut sum = (Q::zero(), Q::zero());
            for item in &bonus.items {
                sum = plus(sum, self.sum(item, bonus_above).1);
            }
            let max = q(bonus.max);
            self.seen.seen_if(sum.0 > Q::zero(), "bonus");
            self.seen.seen_if(sum.0 > max, "bonus above its maximum");
            total = plus(total, (sum.0.min(max.clone()), sum.1.min(max)));
        }
        total = self.effects(&Scope::Total, total);
        if let Some(cap) = rubric.cap.map(q) {
            self.seen.seen_if(total.1 > cap, "cap");
            total = (total.0.min(cap.clone()), total.1.min(cap));
        }
        let (best, certain) = (self.grade(&total.1), self.grade(&total.0));
        Card { nodes: std::mem::take(&mut self.nodes), weight, total, best, certain }
    }

    /// Counts the grades that are out of reach.
    fn grade(&mut self, total: &Q) -> usize {
        let grades = &self.rubric.grades.0;
        let bounds: Vec<Q> = grades.iter().map(|grade| q(grade.min)).collect();
        self.seen.seen_if(bounds.contains(total) && !total.is_zero(), "tie on grade bound");
        let missed = bounds.iter().filter(|bound| *bound > total).count();
        missed.min(grades.len() - 1)
    }
}

fn plus(a: Ends, b: Ends) -> Ends {
    (a.0 + b.0, a.1 + b.1)
}

/// A span less points: the most that may be taken off the fewest, the least off the most.
fn less(span: Ends, points: &Ends) -> Ends {
    let zero = Q::zero();
    ((span.0 - &points.1).max(zero.clone()), (span.1 - &points.0).max(zero))
}
