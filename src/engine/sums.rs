//! `Sums` 汇总: what the leaves come to above them, compiled to flat arrays and whole numbers.
//!
//! A search over thousands of combinations has each leaf's [`Contribution`] once, and asks for the
//! certain total of one combination after the other. Only what is certain is summed, `min` of a
//! [`super::Span`]. All points are in millionths of a 分, which holds every figure exactly.

use super::Figure;
use super::assessment::Entry;
use super::fraction::Fraction;
use super::leaf::{self, Effect};
use super::rounding::Rounding;
use super::rubric::{Node, Scoring};
use super::score::block_points;
use super::scorecard::{Outcome, Status};
use super::trace::Scope;
use super::trial::Trial;

/// What a leaf, or a group scored as a block, gives to the sums above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// Points that are certain, before anything acts on them from elsewhere; millionths of a 分.
    pub points: i128,
    /// What it takes from nodes and from the total.
    pub takes: Vec<Take>,
}

/// What a penalty or knock-out takes beyond its leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    /// The node, by its position in [`super::Rubric::nodes`]; none for the total.
    pub from: Option<usize>,
    /// The most that it may be, millionths of a 分; none for everything.
    pub points: Option<i128>,
}

/// The sums above the leaves of a [`Trial`], for any contributions of them.
///
/// ```
/// use jiheng::engine::Trial;
/// use jiheng::presets;
/// let rubric = presets::rubric("fukang").unwrap();
/// let trial = Trial::new(&rubric, &presets::example("fukang").unwrap());
/// let given: Vec<_> = (0..rubric.nodes().len()).map(|node| trial.contribution(node)).collect();
/// assert_eq!(trial.sums().total(|node| &given[node]), 93_500_000);
/// ```
#[derive(Clone, Debug)]
pub struct Sums {
    nodes: Vec<Place>,
    rounding: Rounding,
    /// Full score ÷ what applies of it.
    factor: Option<Fraction>,
    bonus: i128,
    cap: Option<i128>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    parent: Option<usize>,
    bonus: bool,
    /// Whether penalties and knock-outs reach it.
    within_reach: bool,
}

/// The certain points at every node, and what they come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certain {
    /// Points of each node, by its position in [`super::Rubric::nodes`].
    pub nodes: Vec<i128>,
    /// Points of all 加分项 before they are limited.
    pub earned: i128,
    /// The total.
    pub total: i128,
}

impl Trial<'_> {
    /// The sums above the leaves, with what applies now.
    pub fn sums(&self) -> Sums {
        let reached = |at: usize| {
            !matches!(self.standings[at].status, Status::NotApplicable | Status::InBlock)
        };
        let place = |(at, node): (usize, &Node<'_>)| Place {
            parent: node.parent,
            bonus: node.bonus,
            within_reach: reached(at),
        };
        let applicable = (self.rubric.full_score - self.parts.dropped).fraction();
        let factor = self.rubric.full_score.fraction().div(applicable).ok();
        Sums {
            nodes: self.nodes.iter().enumerate().map(place).collect(),
            rounding: self.rubric.rounding,
            factor: factor.filter(|_| self.parts.is_rescaled(self.rubric)),
            bonus: self.rubric.bonus.as_ref().map_or(0, |bonus| bonus.max.millionths()),
            cap: self.rubric.cap.map(Figure::millionths),
        }
    }

    /// What the node at this position gives to the sums above it: a group only as a block.
    pub fn contribution(&self, node: usize) -> Contribution {
        let (Some(place), Some(entry)) = (self.nodes.get(node), self.entries.get(node)) else {
            return Contribution::default();
        };
        let standing = self.standings[node];
        let own = |points: Figure| Contribution { points: points.millionths(), takes: Vec::new() };
        match (&place.indicator.scoring, standing.status) {
            (_, Status::InBlock) => Contribution::default(),
            (Some(_), Status::NotApplicable) if place.indicator.is_leaf() => {
                own(standing.score.min)
            }
            (Some(scoring), _) if place.indicator.is_leaf() => self.given(*place, scoring, entry),
            (_, Status::NotApplicable) => Contribution::default(),
            _ => {
                let weight = place.indicator.weight;
                let read = |block| block_points(self.rubric, &self.facts, block, weight);
                let points = entry.block.as_ref().and_then(|block| read(block).ok().flatten());
                own(points.map_or(Figure::ZERO, |(rounded, _)| rounded))
            }
        }
    }

    fn given(&self, node: Node<'_>, scoring: &Scoring, entry: &Entry) -> Contribution {
        let mut outcome: Outcome = leaf::open(node.indicator, Status::Empty);
        let (rubric, facts) = (self.rubric, &self.facts);
        let aside = leaf::evaluate(rubric, node.indicator, scoring, entry, facts, &mut outcome);
        let open = node.bonus && outcome.status == Status::Empty;
        let points = if open { Figure::ZERO } else { outcome.score.min };
        let takes = aside.effects.iter().filter_map(|effect| self.take(effect)).collect();
        Contribution { points: points.millionths(), takes }
    }

    fn take(&self, effect: &Effect) -> Option<Take> {
        let from = match &effect.scope {
            Scope::Group(id) => Some(self.node(id)?),
            Scope::Total => None,
            Scope::Leaf => return None,
        };
        Some(Take { from, points: effect.points.map(|points| points.to.millionths()) })
    }
}

impl Sums {
    /// The certain total, millionths of a 分, when each node gives what `given` says.
    pub fn total<'c>(&self, given: impl Fn(usize) -> &'c Contribution) -> i128 {
        self.certain(given).total
    }

    /// The certain points at every node, when each gives what `given` says.
    pub fn certain<'c>(&self, given: impl Fn(usize) -> &'c Contribution) -> Certain {
        let contributions = (0..self.nodes.len()).map(given);
        let mut nodes: Vec<i128> = Vec::with_capacity(self.nodes.len());
        let mut off: Vec<Off> = vec![Off::default(); self.nodes.len()];
        let mut off_total = Off::default();
        for contribution in contributions {
            nodes.push(contribution.points);
            for take in &contribution.takes {
                let at = take.from.map_or(Some(&mut off_total), |node| off.get_mut(node));
                at.into_iter().for_each(|off| off.add(take.points));
            }
        }
        let (mut base, mut earned) = (0, 0);
        for (at, place) in self.nodes.iter().enumerate().rev() {
            if place.within_reach {
                nodes[at] = off[at].left_of(nodes[at]);
            }
            match place.parent {
                Some(parent) => nodes[parent] += nodes[at],
                None if place.bonus => earned += nodes[at],
                None => base += nodes[at],
            }
        }
        let total = off_total.left_of(self.scaled(base) + earned.min(self.bonus));
        Certain { nodes, earned, total: self.cap.map_or(total, |cap| total.min(cap)) }
    }

    /// A node and those above it, from below.
    pub fn path(&self, node: usize) -> impl Iterator<Item = usize> {
        let above = |at: &usize| self.nodes.get(*at).and_then(|place| place.parent);
        std::iter::successors(Some(node), above)
    }

    /// Whether a node is a 加分项.
    pub fn is_bonus(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|place| place.bonus)
    }

    /// Full score ÷ what applies of it, where the rest is scaled up for what does not apply.
    pub fn factor(&self) -> Option<Fraction> {
        self.factor
    }

    /// Most points that all 加分项 add together, millionths of a 分.
    pub fn most_bonus(&self) -> i128 {
        self.bonus
    }

    /// The step of the points, by which rounding may move a total; millionths of a 分.
    pub fn quantum(&self) -> i128 {
        self.rounding.quantum().millionths()
    }

    /// Points of the first level, scaled up and rounded once. What is too large to scale stays.
    fn scaled(&self, base: i128) -> i128 {
        let scale = |factor: Fraction| {
            let points = Fraction::from_parts(base, 1_000_000).mul(factor).ok()?;
            self.rounding.points(points).ok().map(Figure::millionths)
        };
        self.factor.and_then(scale).unwrap_or(base)
    }
}

/// All that is taken from one node.
#[derive(Clone, Copy, Default)]
struct Off {
    points: i128,
    everything: bool,
}

impl Off {
    fn add(&mut self, points: Option<i128>) {
        match points {
            Some(points) => self.points += points,
            None => self.everything = true,
        }
    }

    /// What is left: penalties one after the other, none below 0, come to their sum.
    fn left_of(self, points: i128) -> i128 {
        if self.everything { 0 } else { (points - self.points).max(0) }
    }
}
