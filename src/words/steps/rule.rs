//! Sentences that say how points arose from the rate or the judgement.

use super::Derivation;
use crate::engine::rule::Rule;
use crate::engine::{Figure, Fraction, NumberError, Partial, Step};
use crate::words::figure::{
    constant, exact_percent, exact_points, expansion, fraction_text, gap, hundredfold, percent,
    range,
};
use crate::words::table::{Key, say, shared, steps as text, t};

/// What a rate that is off its bound costs.
struct Cost {
    key: Key,
    bound: Fraction,
    gap: Fraction,
    per: Figure,
    partial: Partial,
    /// What one step costs, in words.
    lose: String,
    /// The factors before the number of steps, in figures: `6×5%`.
    factors: String,
    /// Exact points of one step.
    each: Result<Fraction, NumberError>,
}

impl Derivation<'_> {
    pub(super) fn awarded(&mut self, step: &Step) {
        match step {
            Step::Proportional { capped: true, .. } => {
                let (name, points) = (self.about.rate_name(), self.points(self.outcome.weight));
                self.say(text::BY_RATE_CAPPED, &[("name", &name), ("points", &points)]);
            }
            Step::Proportional { rate, .. } => self.by_share(text::BY_RATE, *rate, &[]),
            Step::Shortfall { target, gap, .. } => self.shortfall(*target, *gap),
            Step::Excess { limit, over, .. } => self.excess(*limit, *over),
            Step::Steps { full, .. } => self.stepped(*full),
            Step::Threshold { from, points } => self.threshold(*from, *points),
            Step::Curve { low, high, share } => self.curve(*low, *high, *share),
            Step::NotOver { over: false } => self.plain(text::WITHIN_PLAN),
            Step::NotOver { over: true } if self.about.rule().is_none() => {
                self.plain(text::OVER_PLAN_ZERO);
            }
            Step::NotOver { over: true } => self.plain(text::OVER_PLAN),
            Step::Level { id, points } => {
                let points = range(*points, self.about.lang);
                self.say(text::CHOSEN, &[("level", self.about.level(id)), ("points", &points)]);
            }
            Step::Picked { points } => {
                let points = self.points(*points);
                self.say(text::PICKED, &[("points", &points)]);
            }
            Step::Judged { points } => {
                let (points, weight) = (self.points(*points), self.points(self.outcome.weight));
                self.say(text::JUDGED, &[("points", &points), ("weight", &weight)]);
            }
            Step::Checklist { items, missed, partly, lost } => {
                self.checklist(*items, missed, partly, *lost);
            }
            _ => {}
        }
    }

    /// Points = weight × a share of it; `more` are values of the template beyond that.
    fn by_share(&mut self, key: Key, share: Fraction, more: &[(&str, &str)]) {
        let exact = self.outcome.weight.fraction().mul(share);
        let points = exact.map_or(String::new(), |exact| exact_points(exact, self.about.lang));
        let (name, weight) = (self.about.rate_name(), self.outcome.weight.trimmed());
        let shown = exact_percent(share);
        let mut values = vec![("name", &*name), ("weight", &weight), ("points", &points)];
        values.extend([("rate", &*shown), ("share", &shown)]);
        values.extend(more);
        self.say(key, &values);
    }

    fn bound(&mut self, key: Key, bound: Fraction) {
        let (name, bound) = (self.about.rate_name(), percent(bound));
        self.say(key, &[("name", &name), ("bound", &bound)]);
    }

    fn shortfall(&mut self, target: Fraction, gap: Fraction) {
        let Some(Rule::Shortfall(rule)) = self.about.rule() else {
            return;
        };
        if gap == Fraction::ZERO {
            return self.bound(text::REACHED, target);
        }
        let (weight, share) = (self.outcome.weight, constant(rule.lose));
        self.cost(Cost {
            key: text::BELOW,
            bound: target,
            gap,
            per: rule.per,
            partial: rule.partial,
            lose: say(text::LOSE_SHARE, self.about.lang, &[("share", &share)]),
            factors: weight.trimmed() + "×" + &share,
            each: weight.fraction().mul(rule.lose.percent()),
        });
    }

    fn excess(&mut self, limit: Fraction, over: Fraction) {
        let Some(Rule::Excess(rule)) = self.about.rule() else {
            return;
        };
        if over == Fraction::ZERO {
            return self.bound(text::NOT_ABOVE, limit);
        }
        self.cost(Cost {
            key: text::ABOVE,
            bound: limit,
            gap: over,
            per: rule.per,
            partial: rule.partial,
            lose: self.points(rule.lose),
            factors: rule.lose.trimmed(),
            each: Ok(rule.lose.fraction()),
        });
    }

    fn stepped(&mut self, full: Fraction) {
        let Some(Rule::Steps(rule)) = self.about.rule() else {
            return;
        };
        let gap = self.outcome.rate.and_then(|rate| full.sub(rate).ok());
        let Some(gap) = gap.filter(|gap| *gap > Fraction::ZERO) else {
            return self.bound(text::REACHED, full);
        };
        self.cost(Cost {
            key: text::BELOW,
            bound: full,
            gap,
            per: rule.per,
            partial: rule.partial,
            lose: self.points(rule.lose),
            factors: rule.lose.trimmed(),
            each: Ok(rule.lose.fraction()),
        });
    }

    fn cost(&mut self, cost: Cost) {
        let lang = self.about.lang;
        let steps = cost.gap.div(cost.per.percent());
        let (count, part) = match cost.partial {
            Partial::Exact => (steps, None),
            Partial::Down => (steps.map(Fraction::floor), Some(text::PART_IGNORED)),
            Partial::Up => (steps.map(Fraction::ceil), Some(text::PART_WHOLE)),
        };
        let due = cost.each.and_then(|each| each.mul(count?));
        let (Ok(count), Ok(due)) = (count, due) else {
            return;
        };
        let (name, bound) = (self.about.rate_name(), percent(cost.bound));
        let (off, per) = (gap(&hundredfold(cost.gap), lang), gap(&cost.per.trimmed(), lang));
        let count = expansion(count);
        let partial =
            part.map_or(String::new(), |key| say(key, lang, &[("per", &per), ("count", &count)]));
        let product = cost.factors + "×" + &count;
        let lost = exact_points(due, lang);
        let values = [
            ("name", &*name),
            ("bound", &bound),
            ("gap", &off),
            ("per", &per),
            ("lose", &cost.lose),
            ("partial", &partial),
            ("product", &product),
            ("lost", &lost),
        ];
        self.say(cost.key, &values);
        if due > self.outcome.weight.fraction() {
            self.plain(text::DOWN_TO_ZERO);
        }
    }

    fn threshold(&mut self, from: Option<Figure>, points: Figure) {
        let lowest = match self.about.rule() {
            Some(Rule::Threshold(rule)) => rule.bands.last().map(|band| band.from),
            _ => None,
        };
        let (key, bound) = match (from, lowest) {
            (Some(from), _) => (text::IN_BAND, constant(from)),
            (None, Some(lowest)) => (text::BELOW_BANDS, constant(lowest)),
            (None, None) => return,
        };
        let (name, points) = (self.about.rate_name(), self.points(points));
        self.say(key, &[("name", &name), ("bound", &bound), ("points", &points)]);
    }

    fn curve(&mut self, low: (Figure, Figure), high: (Figure, Figure), share: Fraction) {
        if low.0 == high.0 {
            return self.by_share(text::BEYOND_KNOTS, share, &[]);
        }
        // Exactly at a knot there is nothing to interpolate.
        let at = [low, high].into_iter().find(|knot| self.outcome.rate == Some(knot.0.percent()));
        if let Some((rate, earned)) = at {
            let (name, rate) = (self.about.rate_name(), constant(rate));
            if earned == Figure::HUNDRED {
                return self.say(text::FULL_KNOT, &[("name", &name), ("rate", &rate)]);
            }
            return self.by_share(text::AT_KNOT, share, &[("at", &rate)]);
        }
        let (low_rate, high_rate) = (constant(low.0), constant(high.0));
        let (low_share, high_share) = (constant(low.1), constant(high.1));
        let knots = [
            ("low", &*low_rate),
            ("low_share", &low_share),
            ("high", &high_rate),
            ("high_share", &high_share),
        ];
        self.by_share(text::BETWEEN_KNOTS, share, &knots);
    }

    fn checklist(
        &mut self,
        items: usize,
        missed: &[String],
        partly: &[(String, Figure)],
        lost: Fraction,
    ) {
        let lang = self.about.lang;
        let two = items == 2;
        let items = items.to_string();
        if lost == Fraction::ZERO {
            let key = if two { text::ALL_MET_TWO } else { text::ALL_MET };
            return self.say(key, &[("items", &items)]);
        }
        let mut list: Vec<String> = Vec::with_capacity(missed.len() + partly.len());
        for id in missed {
            let points = self.worth(id, Fraction::ONE);
            let values = [("item", self.about.item(id)), ("points", &*points)];
            list.push(say(text::MISSED_ITEM, lang, &values));
        }
        for (id, met) in partly {
            let lacking = Fraction::ONE.sub(met.percent()).unwrap_or(Fraction::ZERO);
            let (points, met) = (self.worth(id, lacking), constant(*met));
            let values = [("item", self.about.item(id)), ("share", &met), ("points", &points)];
            list.push(say(text::PARTLY_ITEM, lang, &values));
        }
        let (list, lost) = (list.join(t(shared::LISTED, lang)), self.lost_points(lost));
        self.say(text::MISSED, &[("items", &items), ("list", &list), ("lost", &lost)]);
    }

    /// What a share of a checklist item is worth.
    fn worth(&self, id: &str, share: Fraction) -> String {
        let weight = self.outcome.weight.fraction();
        let rule = self.about.indicator.scoring.as_ref().map(|scoring| &scoring.rule);
        let worth = match rule {
            Some(Rule::Checklist(rule)) => {
                let item = rule.items.iter().find(|item| item.id == id);
                item.and_then(|item| rule.worth(item, weight).ok())
            }
            _ => None,
        };
        let points = worth.and_then(|worth| worth.mul(share).ok());
        points.map_or(String::new(), |points| self.lost_points(points))
    }

    /// Points as a figure where that ends, else as a share of the weight: 分值的1/3.
    fn lost_points(&self, points: Fraction) -> String {
        let lang = self.about.lang;
        let shown = exact_points(points, lang);
        match points.div(self.outcome.weight.fraction()) {
            Ok(share) if shown.contains('…') => {
                say(text::LOSE_SHARE, lang, &[("share", &fraction_text(share))])
            }
            _ => shown,
        }
    }
}
