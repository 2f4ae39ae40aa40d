//! `Front`: the least effort for every gain that some units can have together, gains being added.

/// A unit as it counts here: what it costs, and the most that it adds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    /// Effort.
    pub cost: i128,
    /// Gain; units are those of the search, only sums and order matter.
    pub gain: i128,
}

/// Points of a front beyond which it is made coarser. A coarser front promises more for less, so
/// that it stays a bound.
const MOST: usize = 4096;

/// Offers that none other beats: dearer ones add more. The first is nothing for nothing.
#[derive(Clone, Debug)]
pub(super) struct Front(Vec<Offer>);

impl Front {
    /// The front of no units.
    pub fn empty() -> Front {
        Front(vec![Offer { cost: 0, gain: 0 }])
    }

    /// The front with one more unit; gains beyond the first that reaches `enough` are of no use.
    pub fn with(&self, unit: Offer, enough: i128) -> Front {
        if unit.gain <= 0 {
            return self.clone();
        }
        let taken = |offer: &Offer| Offer {
            cost: offer.cost + unit.cost,
            gain: offer.gain.saturating_add(unit.gain),
        };
        let (mut without, mut with) = (self.0.iter().copied(), self.0.iter().map(taken));
        let (mut left, mut right) = (without.next(), with.next());
        let mut merged: Vec<Offer> = Vec::with_capacity(2 * self.0.len());
        loop {
            let next = match (left, right) {
                (Some(a), Some(b)) if (a.cost, -a.gain) <= (b.cost, -b.gain) => {
                    left = without.next();
                    a
                }
                (_, Some(b)) => {
                    right = with.next();
                    b
                }
                (Some(a), None) => {
                    left = without.next();
                    a
                }
                (None, None) => break,
            };
            if merged.last().is_none_or(|last| next.gain > last.gain) {
                merged.push(next);
                if next.gain >= enough {
                    break;
                }
            }
        }
        Front(coarser(merged))
    }

    /// The cheapest offer that adds at least `need`; what it adds is the most for its cost.
    pub fn reaching(&self, need: i128) -> Option<Offer> {
        self.0.get(self.0.partition_point(|offer| offer.gain < need)).copied()
    }
}

/// Joins neighbours into one that costs as the cheaper and adds as the dearer, but for the first.
fn coarser(offers: Vec<Offer>) -> Vec<Offer> {
    if offers.len() <= MOST {
        return offers;
    }
    let (first, rest) = offers.split_at(1);
    let join = |pair: &[Offer]| Offer { cost: pair[0].cost, gain: pair[pair.len() - 1].gain };
    first.iter().copied().chain(rest.chunks(2).map(join)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(units: &[(i128, i128)], enough: i128) -> Front {
        let units = units.iter().map(|&(cost, gain)| Offer { cost, gain });
        units.fold(Front::empty(), |front, unit| front.with(unit, enough))
    }

    fn reaching(front: &Front, need: i128) -> Option<(i128, i128)> {
        front.reaching(need).map(|offer| (offer.cost, offer.gain))
    }

    #[test]
    fn the_cheapest_way_to_a_gain_takes_the_most_it_can_get_for_that() {
        // 5 for 2, 4 for 1, 3 for 1: 7 for 2 beats 5 for 2; 12 for 4 is everything.
        let front = front(&[(2, 5), (1, 4), (1, 3)], 100);
        assert_eq!(reaching(&front, 1), Some((1, 4)));
        assert_eq!(reaching(&front, 5), Some((2, 7)));
        assert_eq!(reaching(&front, 8), Some((3, 9)));
        assert_eq!(reaching(&front, 12), Some((4, 12)));
        assert_eq!(reaching(&front, 13), None);
        assert_eq!(reaching(&front, 0), Some((0, 0)));
    }

    #[test]
    fn what_is_cut_off_behind_enough_does_not_change_what_is_before() {
        let units = [(3, 7), (2, 5), (4, 9), (1, 1), (5, 13)];
        let (whole, cut) = (front(&units, 1_000), front(&units, 11));
        for need in 0..=11 {
            assert_eq!(reaching(&whole, need), reaching(&cut, need), "{need}");
        }
    }

    #[test]
    fn a_coarser_front_promises_no_less() {
        // 2^13 different sums at 2^13 different costs: too many to keep.
        let units: Vec<_> = (0..13).map(|bit| (1 << bit, (1 << bit) + 1)).collect();
        let front = front(&units, i128::MAX);
        assert!(front.0.len() <= MOST + 1);
        for need in [1, 77, 4_000, 8_000] {
            let best = (0..1_i128 << 13).filter(|mask| {
                let ones = i128::from(mask.count_ones());
                mask + ones >= need
            });
            let least = best.min().unwrap();
            assert!(front.reaching(need).unwrap().cost <= least);
        }
    }
}
