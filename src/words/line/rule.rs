//! Clauses of a line that say how points arose from the rate or the judgement.

use super::Line;
use crate::engine::rule::Rule;
use crate::engine::{Figure, Fraction, Partial, Step};
use crate::words::figure::{self, exact_points, percent, percentage_points, range};
use crate::words::table::{Key, line as text};

impl Line<'_> {
    pub(super) fn awarded(&mut self, step: &Step) {
        match step {
            Step::Proportional { capped: true, .. } => self.plain(text::COUNTED_FULL),
            Step::Shortfall { target, gap, partial, .. } => self.below(*target, *gap, *partial),
            Step::Steps { full, partial, .. } => {
                let gap = self.outcome.rate.and_then(|rate| full.sub(rate).ok());
                let gap = gap.unwrap_or(Fraction::ZERO).max(Fraction::ZERO);
                self.below(*full, gap, *partial);
            }
            Step::Excess { limit, over, .. } if *over == Fraction::ZERO => {
                self.bound(text::NOT_ABOVE, *limit);
            }
            Step::Excess { limit, over, partial, .. } => {
                self.off(text::ABOVE, *limit, *over, *partial);
            }
            Step::Threshold { from: Some(from), .. } => self.bound(text::IN_BAND, from.percent()),
            Step::Threshold { from: None, .. } => {
                if let Some(Rule::Threshold(threshold)) = self.about.rule()
                    && let Some(lowest) = threshold.bands.last()
                {
                    self.bound(text::BELOW_BANDS, lowest.from.percent());
                }
            }
            // The full share speaks for itself.
            Step::Curve { share, .. } if *share != Fraction::ONE => {
                let share = percent(*share);
                self.say(text::INTERPOLATED, &[("share", &share)]);
            }
            Step::NotOver { over: false } => self.plain(text::WITHIN_PLAN),
            Step::NotOver { over: true } => self.plain(text::OVER_PLAN),
            Step::Level { id, points } => {
                let level = self.about.level(id);
                if points.is_fixed() {
                    return self.say(text::CHOSEN, &[("level", level)]);
                }
                let range = range(*points, self.about.lang);
                self.say(text::CHOSEN_RANGE, &[("level", level), ("range", &range)]);
            }
            Step::Checklist { items, missed, partly, .. } => {
                self.checklist(*items, missed.len(), partly);
            }
            Step::Judged { .. } => self.plain(text::JUDGED),
            _ => {}
        }
    }

    fn below(&mut self, target: Fraction, gap: Fraction, partial: Partial) {
        if gap > Fraction::ZERO {
            return self.off(text::BELOW, target, gap, partial);
        }
        // 95% against 95% speaks for itself.
        if self.outcome.rate != Some(target) {
            self.bound(text::REACHED, target);
        }
    }

    fn bound(&mut self, key: Key, bound: Fraction) {
        let bound = percent(bound);
        self.say(key, &[("bound", &bound)]);
    }

    /// How far the rate is off a bound, and as how much it counts where only whole steps do.
    fn off(&mut self, key: Key, bound: Fraction, gap: Fraction, partial: Partial) {
        let shown = figure::gap(&percentage_points(gap), self.about.lang);
        let bound = percent(bound);
        self.say(key, &[("bound", &bound), ("gap", &shown)]);
        let counted = self.step_width().and_then(|per| counted(gap, per, partial));
        if let Some(counted) = counted.filter(|counted| *counted != gap) {
            let counted = figure::gap(&percentage_points(counted), self.about.lang);
            self.say(text::COUNTED_AS, &[("gap", &counted)]);
        }
        self.down_to_zero(counted.unwrap_or(gap));
    }

    /// Says that more would be lost than there is.
    fn down_to_zero(&mut self, counted: Fraction) {
        let weight = self.outcome.weight.fraction();
        let due = self.about.rule().and_then(|rule| lost_by(rule, counted, weight));
        let Some(due) = due.filter(|due| *due > weight) else {
            return;
        };
        let shown = exact_points(due, self.about.lang);
        match shown.contains('…') {
            true => self.plain(text::DOWN_TO_ZERO_PLAIN),
            false => self.say(text::DOWN_TO_ZERO, &[("due", &shown)]),
        }
    }

    fn step_width(&self) -> Option<Figure> {
        match self.about.rule()? {
            Rule::Shortfall(rule) => Some(rule.per),
            Rule::Excess(rule) => Some(rule.per),
            Rule::Steps(rule) => Some(rule.per),
            _ => None,
        }
    }

    fn checklist(&mut self, items: usize, missed: usize, partly: &[(String, Figure)]) {
        let short = partly.iter().filter(|(_, met)| *met < Figure::HUNDRED).count();
        let two = items == 2;
        let (items, lacking, partly) = (items.to_string(), missed.to_string(), short.to_string());
        let values = [("items", &*items), ("missed", &lacking), ("partly", &partly)];
        let key = match (missed, short) {
            (0, 0) if two => text::ALL_MET_TWO,
            (0, 0) => text::ALL_MET,
            (_, 0) => text::SOME_MISSED,
            (0, _) => text::SOME_PARTLY,
            (_, _) => text::MISSED_AND_PARTLY,
        };
        self.say(key, &values);
    }
}

/// What a gap costs before the weight limits it, 分.
fn lost_by(rule: &Rule, gap: Fraction, weight: Fraction) -> Option<Fraction> {
    let (per, each) = match rule {
        Rule::Shortfall(rule) => (rule.per, weight.mul(rule.lose.percent()).ok()?),
        Rule::Excess(rule) => (rule.per, rule.lose.fraction()),
        Rule::Steps(rule) => (rule.per, rule.lose.fraction()),
        _ => return None,
    };
    gap.div(per.percent()).ok()?.mul(each).ok()
}

/// The part of a gap that counts, when only whole steps of `per` do.
fn counted(gap: Fraction, per: Figure, partial: Partial) -> Option<Fraction> {
    let steps = gap.div(per.percent()).ok()?;
    let whole = match partial {
        Partial::Exact => return Some(gap),
        Partial::Down => steps.floor(),
        Partial::Up => steps.ceil(),
    };
    whole.mul(per.percent()).ok()
}
