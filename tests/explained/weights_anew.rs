//! Weights against adding everything up anew, over big rationals, at one weight after the other.

use std::collections::BTreeSet;

use jiheng::engine::{
    AdjustmentKind, Effect, NotApplicable, Outcome, Rubric, Scope, Status, Trial, score,
};
use jiheng::whatif::weights::{Exact, Interval, Sweep, weights};
use num_traits::Zero;

use crate::each_case;
use crate::rational::{Q, decimal, int, q};

/// A form whose weights are being moved, added up anew.
struct Direct<'a> {
    rubric: &'a Rubric,
    outcomes: &'a [Outcome],
    effects: &'a [Effect],
    /// Factor of what is in the node, and of what is not.
    factors: (usize, Q, Q),
}

fn number(exact: &Exact) -> Q {
    let text = exact.to_string();
    let (num, den) = text.split_once('/').unwrap_or((&text, "1"));
    decimal(num).unwrap() / decimal(den).unwrap()
}

impl Direct<'_> {
    fn at(&mut self, of: usize, weight: &Q, full: &Q) -> Q {
        let own = q(self.outcomes[of].weight);
        self.factors = (of, weight / &own, (full - weight) / (full - &own));
        self.total(full)
    }

    fn total(&self, full: &Q) -> Q {
        let nodes = self.rubric.nodes();
        let first = |bonus| {
            let first = nodes.iter().enumerate().filter(|(_, node)| node.depth == 1);
            let these = first.filter(|(_, node)| node.bonus == bonus);
            these.map(|(at, _)| self.points(at)).sum::<Q>()
        };
        let mut total = first(false);
        let form = q(self.rubric.full_score);
        if self.rubric.not_applicable == NotApplicable::Rescale && !full.is_zero() {
            total = total * &form / full;
        }
        if let Some(bonus) = &self.rubric.bonus {
            total += first(true).min(q(bonus.max));
        }
        total = self.acted(total, &Scope::Total);
        self.rubric.cap.map_or(total.clone(), |cap| total.min(q(cap)))
    }

    fn acted(&self, mut points: Q, scope: &Scope) -> Q {
        let here = || self.effects.iter().filter(|effect| effect.scope == *scope);
        for due in here().filter_map(|effect| effect.points) {
            points = (points - q(due.to)).max(int(0));
        }
        if here().any(|effect| effect.points.is_none()) { int(0) } else { points }
    }

    fn points(&self, at: usize) -> Q {
        let nodes = self.rubric.nodes();
        let (node, outcome) = (nodes[at], &self.outcomes[at]);
        let below = || (at + 1..node.end).filter(|child| nodes[*child].parent == Some(at));
        let points = match outcome.status {
            Status::NotApplicable | Status::InBlock if node.indicator.is_leaf() => {
                return q(outcome.base.min) * self.factor(at);
            }
            Status::Block => exact_points(outcome) * self.factor(at),
            _ if node.indicator.is_leaf() => self.leaf(at) * self.factor(at),
            _ => below().map(|child| self.points(child)).sum(),
        };
        if matches!(outcome.status, Status::NotApplicable | Status::InBlock) {
            return points;
        }
        self.acted(points, &Scope::Group(node.indicator.id.clone()))
    }

    /// What the leaf has by itself: its rule, then each of its own adjustments in turn.
    fn leaf(&self, at: usize) -> Q {
        let outcome = &self.outcomes[at];
        let scope = Scope::Group(outcome.id.clone());
        let acting = self.effects.iter().filter(|effect| effect.scope == scope).count();
        let own = &outcome.adjustments[..outcome.adjustments.len() - acting];
        let (mut points, mut shown) = (exact_points(outcome), q(outcome.base.min));
        for one in own {
            shown += q(one.points.min);
            points = match one.kind {
                AdjustmentKind::Override => shown.clone(),
                _ if shown.is_zero() && !one.points.min.is_zero() => int(0),
                _ if points.is_zero() => int(0),
                _ => points + q(one.points.min),
            };
        }
        points
    }

    fn factor(&self, at: usize) -> Q {
        let (of, inside, outside) = &self.factors;
        let nodes = self.rubric.nodes();
        match at {
            _ if nodes[at].bonus => int(1),
            _ if (*of..nodes[*of].end).contains(&at) => inside.clone(),
            _ => outside.clone(),
        }
    }
}

fn exact_points(outcome: &Outcome) -> Q {
    match outcome.exact {
        Some(exact) => Q::new(exact.numerator().into(), exact.denominator().into()),
        None => q(outcome.base.min),
    }
}

fn grade_of(rubric: &Rubric, total: &Q) -> usize {
    let grades = &rubric.grades.0;
    grades.iter().position(|grade| *total >= q(grade.min)).unwrap_or(grades.len() - 1)
}

#[test]
fn the_line_is_what_adding_up_anew_gives_and_its_grades_are_those_of_the_totals() {
    let mut seen = [0; 4];
    each_case(50, 4, |rubric, assessment, rng, name| {
        let answer = weights(rubric, assessment);
        let card = score(rubric, assessment);
        let trial = Trial::new(rubric, assessment);
        let factors = (0, int(1), int(1));
        let (outcomes, effects) = (&card.outcomes[..], trial.effects());
        let mut direct = Direct { rubric, outcomes, effects, factors };
        let full = q(answer.full);
        assert_eq!(number(&answer.total), direct.total(&full), "{name}");
        for (node, sweep) in answer.nodes.iter().enumerate() {
            let Ok(sweep) = sweep else { continue };
            let name = format!("{name}, node {node}: {sweep:?}");
            assert_eq!(sweep.total_at(&Exact::from(sweep.weight)), answer.total, "{name}");
            assert!(sweep.interval().unwrap().contains(&Exact::from(sweep.weight)), "{name}");
            assert_eq!(sweep.intervals[sweep.holds].grade, answer.grade, "{name}");
            check_cover(sweep, &full, &name);
            let mut samples: Vec<Q> =
                (0..3).map(|_| &full * int(rng.below(1001) as i64) / int(1000)).collect();
            samples.extend(sweep.knots.iter().map(|knot| number(&knot.weight)));
            for one in &sweep.intervals {
                let (from, to) = (number(&one.from), number(&one.to));
                samples.extend([(&from * int(999) + &to) / int(1000), from, to]);
            }
            for weight in samples {
                let total = direct.at(node, &weight, &full);
                assert_eq!(interpolated(sweep, &weight), total, "{name} at {weight}");
                let grade = grade_of(rubric, &total);
                let within = sweep.intervals.iter().filter(|one| holds(one, &weight));
                let grades: Vec<usize> = within.map(|one| one.grade).collect();
                assert_eq!(grades, [grade], "{name} at {weight}");
            }
            seen[0] += 1;
            seen[1] += usize::from(sweep.knots.len() > 2);
            seen[2] += usize::from(sweep.intervals.len() > 1);
            let grades: BTreeSet<_> = sweep.intervals.iter().map(|one| one.grade).collect();
            seen[3] += usize::from(grades.len() < sweep.intervals.len());
        }
    });
    assert!(seen.iter().zip([400, 40, 100, 3]).all(|(count, least)| *count >= least), "{seen:?}");
}

/// Intervals follow each other without a gap, each point in one of them, and differ in grade.
fn check_cover(sweep: &Sweep, full: &Q, name: &str) {
    let (first, last) = (&sweep.intervals[0], sweep.intervals.last().unwrap());
    assert!(number(&first.from).is_zero() && first.from_included, "{name}");
    assert!(number(&last.to) == *full && last.to_included, "{name}");
    for pair in sweep.intervals.windows(2) {
        assert_eq!(pair[0].to, pair[1].from, "{name}");
        assert!(pair[0].to_included != pair[1].from_included, "{name}");
        assert_ne!(pair[0].grade, pair[1].grade, "{name}");
    }
}

fn interpolated(sweep: &Sweep, weight: &Q) -> Q {
    let knots: Vec<(Q, Q)> =
        sweep.knots.iter().map(|knot| (number(&knot.weight), number(&knot.total))).collect();
    let pair = knots.windows(2).find(|pair| *weight <= pair[1].0).unwrap();
    let [(x, y), (x_end, y_end)] = pair else { unreachable!() };
    y + (y_end - y) * (weight - x) / (x_end - x)
}

fn holds(one: &Interval, weight: &Q) -> bool {
    let (from, to) = (number(&one.from), number(&one.to));
    (from < *weight || one.from_included && from == *weight)
        && (*weight < to || one.to_included && to == *weight)
}
