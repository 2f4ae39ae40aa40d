//! `Bounds`: how little a set that is only partly decided can still cost.
//!
//! Units are decided in two parts: first those that do more than raise one row (a shared fact, a
//! penalty or veto that would be lifted), then the others. Once the first part is decided, and
//! this is a [`Case`], the others add points that stay apart from each other; only floors at 0, the
//! limit of the bonus and the one rounding of a rescaled total can still take from what they add
//! together, so that the sum of what each can add alone is a bound, and mostly the very total.

use super::front::{Front, Offer};
use super::instance::{Instance, Row, Set, members, only, taken};

/// A gain in the units of a front: millionths of a 分 by `per`.
///
/// Where what applies is scaled up by full ÷ applicable, gains of rows count full times and gains
/// of the total applicable times: the bound needs no division.
#[derive(Clone, Copy, Debug)]
struct Scale {
    row: i128,
    total: i128,
    /// What the one rounding may add, millionths of a 分.
    slack: i128,
}

/// What is known before any unit is decided.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    /// Units in the order in which they are decided.
    pub order: Vec<usize>,
    /// How many of them make up a case.
    pub entangled: usize,
    /// The units from each place of the order on.
    rest: Vec<Set>,
    scale: Scale,
    /// The most that each unit adds in any state.
    gains: Vec<i128>,
    /// For the units from each place on, by what they add in any state.
    fronts: Vec<Front>,
}

/// The entangled units decided: what each of the others adds.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Units that add nothing here.
    pub idle: Set,
    /// What each unit adds here; nothing for the entangled ones, which are decided.
    gains: Vec<i128>,
    /// For the units from each place of the order on, the first place being `entangled`.
    fronts: Vec<Front>,
}

/// The least that is still to be paid, and the most total that may come of exactly that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlook {
    pub cost: i128,
    pub total: i128,
}

impl Bounds {
    pub fn new(instance: &Instance) -> Bounds {
        let units = 0..instance.costs.len();
        let (first, then): (Vec<_>, Vec<_>) = units.partition(|unit| is_entangled(instance, *unit));
        let entangled = first.len();
        let order = [first, then].concat();
        let mut rest = vec![0; order.len() + 1];
        for place in (0..order.len()).rev() {
            rest[place] = rest[place + 1] | only(order[place]);
        }
        let scale = scale_of(instance);
        let (gains, fronts) = (Vec::new(), Vec::new());
        let mut bounds = Bounds { entangled, rest, scale, order, gains, fronts };
        let highest = instance.sums.certain(|node| instance.gives(node, 0, instance.all()));
        let gain = |unit| bounds.most_in_any_state(instance, unit, &highest.nodes, highest.total);
        bounds.gains = (0..instance.costs.len()).map(gain).collect();
        // Where a unit can lower the total, more may be missing later than is missing now.
        let least = if lowering(instance) == 0 { instance.total(0, 0) } else { 0 };
        let enough = (instance.target - least).saturating_mul(bounds.scale.total);
        bounds.fronts = self::fronts(instance, &bounds.order, &bounds.gains, enough);
        bounds
    }

    /// The units that are not decided at this place of the order.
    pub fn open(&self, place: usize) -> Set {
        self.rest[place]
    }

    /// The case in which, of the entangled units, those of `changed` are changed.
    pub fn case(&self, instance: &Instance, changed: Set) -> Case {
        let others = &self.order[self.entangled..];
        let open = self.open(self.entangled);
        let low = instance.sums.certain(|node| instance.gives(node, changed, 0));
        let high = instance.sums.certain(|node| instance.gives(node, changed | open, 0));
        let limit = instance.sums.most_bonus();
        let room = high.earned.min(limit) - low.earned.min(limit);
        let gain = |unit: usize| {
            let adds = |row: &Row| {
                let alone =
                    row.gives(changed | only(unit), 0).points - row.gives(changed, 0).points;
                let mut path = instance.sums.path(row.node);
                let most = path.try_fold(alone, |most, node| {
                    let most = most.min(high.nodes[node] - low.nodes[node]);
                    (most > 0).then_some(most)
                });
                match most {
                    Some(most) if instance.sums.is_bonus(row.node) => {
                        most.min(room).saturating_mul(self.scale.total)
                    }
                    most => most.unwrap_or_default().saturating_mul(self.scale.row),
                }
            };
            instance.touched(unit).map(adds).fold(0, i128::saturating_add)
        };
        let mut gains = vec![0; instance.costs.len()];
        others.iter().for_each(|unit| gains[*unit] = gain(*unit));
        let idle = others.iter().filter(|unit| gains[**unit] <= 0).map(|unit| only(*unit)).sum();
        let enough = (instance.target - low.total).saturating_mul(self.scale.total);
        let fronts = fronts(instance, others, &gains, enough);
        Case { idle, gains, fronts }
    }

    /// Whether one open unit could be all that is missing to the target from `total`.
    pub fn may_close(
        &self,
        instance: &Instance,
        case: Option<&Case>,
        unit: usize,
        total: i128,
    ) -> bool {
        let gains = case.map_or(&self.gains, |case| &case.gains);
        gains[unit] >= self.need(instance, total)
    }

    /// What is still to be paid when `changed` comes to `total`, short of the target, and the units
    /// from `place` on are open; nothing if they cannot reach it.
    pub fn outlook(
        &self,
        instance: &Instance,
        case: Option<&Case>,
        (changed, place): (Set, usize),
        total: i128,
    ) -> Option<Outlook> {
        let Some(case) = case else {
            return self.early_outlook(instance, (changed, place), total);
        };
        let offer = case.fronts[place - self.entangled].reaching(self.need(instance, total))?;
        let gain = offer.gain.div_euclid(self.scale.total);
        Some(Outlook { cost: offer.cost, total: total + gain + self.scale.slack })
    }

    /// The same while entangled units are open: by what each unit adds at most in any state, and by
    /// what the others have to add when the entangled ones are had for nothing.
    fn early_outlook(
        &self,
        instance: &Instance,
        (changed, place): (Set, usize),
        total: i128,
    ) -> Option<Outlook> {
        let dear = self.fronts[place].reaching(self.need(instance, total))?.cost;
        let others = self.open(self.entangled);
        let given = instance.total(changed, self.open(place) & !others);
        let cheap = match given >= instance.target {
            true => 0,
            false => self.fronts[self.entangled].reaching(self.need(instance, given))?.cost,
        };
        Some(Outlook { cost: dear.max(cheap), total: i128::MAX })
    }

    /// The gain that is missing, at least something.
    fn need(&self, instance: &Instance, total: i128) -> i128 {
        let missing = instance.target - total - self.scale.slack;
        missing.saturating_mul(self.scale.total).max(1)
    }

    /// The most that a unit adds to the total, whatever is with the others.
    fn most_in_any_state(
        &self,
        instance: &Instance,
        unit: usize,
        highest: &[i128],
        total: i128,
    ) -> i128 {
        let of_row = |row: &Row| {
            let raised = row.steps(unit).map(|(before, after)| after.points - before.points);
            let raised = raised.max().unwrap_or_default().max(0);
            let mut gain = raised.saturating_mul(self.scale.row);
            for from in scopes(row) {
                let (weight, all) = match from {
                    Some(node) => (self.scale.row, highest[node]),
                    None => (self.scale.total, total),
                };
                let lifted = row.steps(unit).map(|(before, after)| {
                    match (taken(before, from), taken(after, from)) {
                        (None, _) | (_, Some(None)) => 0,
                        (Some(None), _) => all,
                        (Some(Some(before)), after) => before - after.flatten().unwrap_or(0),
                    }
                });
                let lifted = lifted.max().unwrap_or_default().max(0);
                gain = gain.saturating_add(lifted.saturating_mul(weight));
            }
            gain
        };
        instance.touched(unit).map(of_row).fold(0, i128::saturating_add)
    }
}

/// Whether a unit does more than raise one row for itself: it touches several, shares one (in which
/// the last to touch it is taken for its own), may lower it or changes what it takes.
fn is_entangled(instance: &Instance, unit: usize) -> bool {
    let takes = |row: &Row| row.steps(unit).any(|(before, after)| before.takes != after.takes);
    let shares = |row: &Row| row.units.last() != Some(&unit);
    instance.has_ways(unit)
        || instance.touched(unit).count() > 1
        || instance.touched(unit).any(|row| shares(row) || row.lowers(unit) || takes(row))
}

/// The nodes that a row may take points from; none for the total.
fn scopes(row: &Row) -> Vec<Option<usize>> {
    let states = row.units.iter().flat_map(|unit| row.steps(*unit));
    let takes = states.flat_map(|(before, after)| before.takes.iter().chain(&after.takes));
    let mut scopes: Vec<_> = takes.map(|take| take.from).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

fn scale_of(instance: &Instance) -> Scale {
    match instance.sums.factor().map(|factor| factor.reduced()) {
        Some(factor) => Scale {
            row: factor.numerator(),
            total: factor.denominator(),
            slack: instance.sums.quantum(),
        },
        None => Scale { row: 1, total: 1, slack: 0 },
    }
}

/// For each place, the front of the units from there on; one more for none.
fn fronts(instance: &Instance, units: &[usize], gains: &[i128], enough: i128) -> Vec<Front> {
    let mut fronts = vec![Front::empty()];
    for unit in units.iter().rev() {
        let offer = Offer { cost: instance.costs[*unit], gain: gains[*unit] };
        let next = fronts.last().map(|front| front.with(offer, enough));
        fronts.extend(next);
    }
    fronts.reverse();
    fronts
}

/// Units that can lower what a row gives: more of them need not be better.
pub(super) fn lowering(instance: &Instance) -> Set {
    let lowers = |unit: &usize| instance.touched(*unit).any(|row| row.lowers(*unit));
    members(instance.all()).filter(lowers).map(only).sum()
}
