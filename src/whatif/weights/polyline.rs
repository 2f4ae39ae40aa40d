//! `Polyline`: a piecewise linear function with exact knots.

use super::exact::Exact;

/// A point of the function, 分.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knot {
    /// The weight.
    pub weight: Exact,
    /// The total at it, unrounded.
    pub total: Exact,
}

/// Knots in the order of their weights, at least two; straight between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Polyline(Vec<Knot>);

impl Polyline {
    pub fn straight(first: Knot, last: Knot) -> Polyline {
        Polyline(vec![first, last])
    }

    pub fn into_knots(self) -> Vec<Knot> {
        self.0
    }

    /// The sum of two functions of the same domain.
    pub fn plus(&self, other: &Polyline) -> Polyline {
        let mut weights: Vec<&Exact> =
            self.0.iter().chain(&other.0).map(|knot| &knot.weight).collect();
        weights.sort();
        weights.dedup();
        let sum = |weight: &Exact| Knot {
            weight: weight.clone(),
            total: &at(&self.0, weight) + &at(&other.0, weight),
        };
        Polyline(weights.into_iter().map(sum).collect())
    }

    /// With every total made anew by a linear function.
    pub fn each(&self, change: impl Fn(&Exact) -> Exact) -> Polyline {
        let knot = |knot: &Knot| Knot { weight: knot.weight.clone(), total: change(&knot.total) };
        Polyline(self.0.iter().map(knot).collect())
    }

    /// Nowhere below `level`.
    pub fn at_least(&self, level: &Exact) -> Polyline {
        self.bent_at(level).each(|total| total.max(level).clone())
    }

    /// Nowhere above `level`.
    pub fn at_most(&self, level: &Exact) -> Polyline {
        self.bent_at(level).each(|total| total.min(level).clone())
    }

    /// The same function with a knot wherever it passes through `level`.
    pub fn bent_at(&self, level: &Exact) -> Polyline {
        let mut knots: Vec<Knot> = Vec::with_capacity(self.0.len() + 1);
        for knot in &self.0 {
            let crossing = knots.last().and_then(|before| crossing(before, knot, level));
            knots.extend(crossing.map(|weight| Knot { weight, total: level.clone() }));
            knots.push(knot.clone());
        }
        Polyline(knots)
    }

    /// Without the knots at which it does not bend.
    pub fn simplified(self) -> Polyline {
        let mut knots: Vec<Knot> = Vec::with_capacity(self.0.len());
        for knot in self.0 {
            while let [.., first, middle] = &knots[..]
                && interpolated(first, &knot, &middle.weight) == middle.total
            {
                knots.pop();
            }
            knots.push(knot);
        }
        Polyline(knots)
    }
}

/// The weight strictly between two knots at which the straight line passes through `level`.
fn crossing(from: &Knot, to: &Knot, level: &Exact) -> Option<Exact> {
    let passes =
        (&from.total < level && level < &to.total) || (&to.total < level && level < &from.total);
    let part = || (level - &from.total).over(&(&to.total - &from.total));
    passes.then(|| &from.weight + &(&part() * &(&to.weight - &from.weight)))
}

/// The total at a weight of the domain.
pub(super) fn at(knots: &[Knot], weight: &Exact) -> Exact {
    let after = knots.partition_point(|knot| knot.weight < *weight);
    match (knots.get(after), after.checked_sub(1).and_then(|before| knots.get(before))) {
        (Some(to), Some(from)) if to.weight != *weight => interpolated(from, to, weight),
        (Some(knot), _) | (None, Some(knot)) => knot.total.clone(),
        (None, None) => Exact::zero(),
    }
}

fn interpolated(from: &Knot, to: &Knot, weight: &Exact) -> Exact {
    let part = (weight - &from.weight).over(&(&to.weight - &from.weight));
    &from.total + &(&part * &(&to.total - &from.total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Figure;

    fn whole(number: u32) -> Exact {
        Exact::from(Figure::whole(number))
    }

    fn knot(weight: u32, total: u32) -> Knot {
        Knot { weight: whole(weight), total: whole(total) }
    }

    fn shown(line: Polyline) -> Vec<(String, String)> {
        let knots = line.into_knots().into_iter();
        knots.map(|knot| (knot.weight.to_string(), knot.total.to_string())).collect()
    }

    #[test]
    fn a_floor_and_a_cap_bend_the_line_where_it_meets_them() {
        let line = Polyline::straight(knot(0, 0), knot(100, 50));
        let pairs = |line: Polyline| shown(line).into_iter().map(|(w, t)| w + ":" + &t);
        // Half the weight: 17 at 34, 40 at 80.
        let floored = pairs(line.at_least(&whole(17))).collect::<Vec<_>>();
        assert_eq!(floored, ["0:17", "34:17", "100:50"]);
        let capped = pairs(line.at_most(&whole(40))).collect::<Vec<_>>();
        assert_eq!(capped, ["0:0", "80:40", "100:40"]);
        assert_eq!(at(&line.at_most(&whole(40)).0, &whole(30)), whole(15));
    }

    #[test]
    fn a_sum_bends_where_either_does_and_a_knot_on_the_line_is_none() {
        let bent = Polyline::straight(knot(0, 0), knot(100, 50)).at_least(&whole(17));
        let sum = bent.plus(&Polyline::straight(knot(0, 10), knot(100, 10)));
        assert_eq!(shown(sum)[1], ("34".to_owned(), "27".to_owned()));
        let straight = Polyline(vec![knot(0, 0), knot(10, 5), knot(20, 10), knot(30, 0)]);
        assert_eq!(shown(straight.simplified()).len(), 3);
    }
}
