//! Scores one leaf: measure, rule, rounding, modifiers, override, in that order.

use super::assessment::{Entry, Incident};
use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::modifier::Modifier;
use super::number::Figure;
use super::reading::{Field, Reader, whole, within};
use super::rounding::{Rounding, percentage};
use super::rubric::{Indicator, PointRange, Rubric, Scoring};
use super::rule::{Award, Basis};
use super::scorecard::{Adjustment, AdjustmentKind, Outcome, Span, Status};
use super::trace::{Scope, Step};
use crate::tree::Map;

/// What scoring a leaf yields beside its outcome.
pub(crate) struct Aside {
    pub problems: Vec<Problem>,
    /// What acts on nodes above.
    pub effects: Vec<Effect>,
}

/// A penalty or knock-out that acts beyond its leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it acts on.
    pub scope: Scope,
    /// What it is, and from where.
    pub kind: AdjustmentKind,
    /// Points off, whatever is left to take, 分; none for everything.
    pub points: Option<PointRange>,
}

/// A leaf with its entry, while it is scored.
struct Leaf<'a> {
    indicator: &'a Indicator,
    scoring: &'a Scoring,
    entry: &'a Entry,
    reader: Reader<'a>,
    rounding: Rounding,
    outcome: &'a mut Outcome,
    problems: Vec<Problem>,
    effects: Vec<Effect>,
}

/// Scores the leaf `indicator` by `entry`, into an outcome in which everything is open.
pub(crate) fn evaluate(
    rubric: &Rubric,
    indicator: &Indicator,
    scoring: &Scoring,
    entry: &Entry,
    facts: &Map<String>,
    outcome: &mut Outcome,
) -> Aside {
    let known_fact = |id: &str| rubric.facts.iter().any(|fact| fact.id == id);
    let reader = Reader { entry, prefill: &scoring.prefill, facts, known_fact: &known_fact };
    let mut leaf = Leaf {
        indicator,
        scoring,
        entry,
        reader,
        rounding: rubric.rounding,
        outcome,
        problems: Vec::new(),
        effects: Vec::new(),
    };
    if let Err(flaw) = leaf.score() {
        leaf.spoil(flaw);
    }
    leaf.replace();
    leaf.reach_beyond();
    let id = &indicator.id;
    let problems = leaf.problems.into_iter().map(|problem| problem.at(id)).collect();
    Aside { problems, effects: leaf.effects }
}

/// An outcome with everything open.
pub(crate) fn open(indicator: &Indicator, status: Status) -> Outcome {
    let span = Span { min: Figure::ZERO, max: indicator.weight };
    Outcome {
        id: indicator.id.clone(),
        weight: indicator.weight,
        base: span,
        score: span,
        status,
        exact: None,
        rate: None,
        adjustments: Vec::new(),
        beyond: Vec::new(),
        trace: Vec::new(),
    }
}

/// Makes an outcome one with everything open, but for its id; its lists keep their room.
pub(crate) fn reopen(outcome: &mut Outcome, indicator: &Indicator) {
    let span = Span { min: Figure::ZERO, max: indicator.weight };
    outcome.weight = indicator.weight;
    outcome.base = span;
    outcome.score = span;
    outcome.status = Status::Empty;
    outcome.exact = None;
    outcome.rate = None;
    outcome.adjustments.clear();
    outcome.beyond.clear();
    outcome.trace.clear();
}

impl Leaf<'_> {
    fn score(&mut self) -> Result<(), Problem> {
        self.measure()?;
        let basis = Basis {
            weight: self.indicator.weight.fraction(),
            rate: self.outcome.rate,
            reader: &self.reader,
            rounding: self.rounding,
        };
        match self.scoring.rule.award(&basis, &mut self.outcome.trace)? {
            Some(award) => self.settle(award)?,
            None if self.entry.has_input() => self.outcome.status = Status::Partial,
            None => {}
        }
        self.outcome.score = self.outcome.base;
        self.note_missing_reason();
        self.modify()
    }

    fn measure(&mut self) -> Result<(), Problem> {
        let Some(measure) = &self.scoring.measure else {
            return Ok(());
        };
        let Some((rate, step)) = measure.rate(&self.reader)? else {
            return Ok(());
        };
        if let Step::Ratio { direction, actual, target, .. } = &step
            && direction.is_strict()
            && actual == target
        {
            self.problems.push(Problem::new(Code::TargetJustMissed).on("actual"));
        }
        if matches!(step, Step::Dates { late: 1.., .. })
            && self.reader.date(Field::Start)?.is_none()
        {
            self.problems.push(Problem::new(Code::StartMissing).on("start"));
        }
        self.outcome.rate = Some(rate);
        self.outcome.trace.push(step);
        Ok(())
    }

    /// Rounds what the rule awards; this is where exact becomes points.
    fn settle(&mut self, award: Award) -> Result<(), Problem> {
        let min = self.rounding.points(award.min)?;
        let settled = award.min == award.max;
        let max = if settled { min } else { self.rounding.points(award.max)? };
        self.outcome.base = Span { min, max };
        self.outcome.exact = Some(award.min);
        if settled && min.fraction() != award.min {
            self.outcome.trace.push(Step::Rounded { exact: award.min, points: min });
        }
        self.outcome.status = if settled { Status::Scored } else { Status::Partial };
        Ok(())
    }

    /// Points that a person picked want a reason.
    fn note_missing_reason(&mut self) {
        let picked = |step: &Step| matches!(step, Step::Judged { .. } | Step::Picked { .. });
        let said = !self.entry.reason.is_empty() || !self.entry.note.is_empty();
        if !said && self.outcome.trace.iter().any(picked) {
            self.problems.push(Problem::new(Code::ReasonMissing).on("reason"));
        }
    }

    fn modify(&mut self) -> Result<(), Problem> {
        let scoring = self.scoring;
        let known = |id: &str| scoring.modifiers.iter().any(|modifier| modifier.id() == id);
        if let Some(unknown) = self.entry.deductions.iter().find(|one| !known(&one.item)) {
            let flaw = Problem::new(Code::UnknownDeduction).on("deductions");
            return Err(flaw.with("text", &unknown.item));
        }
        for modifier in &scoring.modifiers {
            let entry = self.entry;
            let incident = entry.deductions.iter().find(|one| one.item == modifier.id());
            match incident {
                Some(incident) => {
                    self.note_contradiction(modifier);
                    self.apply(modifier, incident)?;
                }
                None => self.apply_by_rate(modifier),
            }
        }
        Ok(())
    }

    fn apply(&mut self, modifier: &Modifier, incident: &Incident) -> Result<(), Problem> {
        let item = modifier.id().to_owned();
        match modifier {
            Modifier::Deduction { points, .. } => {
                let points = self.agreed(*points, incident)?;
                let kind = AdjustmentKind::Deduction { item: item.clone() };
                let effective = self.take(points, kind);
                self.outcome.trace.push(Step::Deducted { item, points, effective });
            }
            Modifier::PerOccurrence { points: each, .. } => {
                let count = self.occurrences(incident)?;
                let off = each.fraction().mul(count.fraction())?;
                let off = PointRange::fixed(self.rounding.points(off)?);
                let kind = AdjustmentKind::Occurrences { item: item.clone() };
                let effective = self.take(off, kind);
                self.outcome.trace.push(Step::Occurred { item, count, each: *each, effective });
            }
            Modifier::Knockout { scope, .. } => {
                self.outcome
                    .trace
                    .push(Step::KnockedOut { item: item.clone(), scope: scope.clone() });
                if *scope == Scope::Leaf {
                    let from = self.indicator.id.clone();
                    let kind = AdjustmentKind::Knockout { item, from, scope: scope.clone() };
                    self.take(PointRange::fixed(self.outcome.score.max), kind);
                }
            }
            Modifier::Penalty { points, scope, .. } => {
                let points = self.agreed(*points, incident)?;
                self.penalize(item, points, scope);
            }
        }
        Ok(())
    }

    /// What was entered can say two things: a penalty by rate is named although the rate does not
    /// call for it, or occurrences are counted although nothing was missed. Which of them is meant
    /// only the assessor knows: the score follows what was named, and the problem asks.
    fn note_contradiction(&mut self, modifier: &Modifier) {
        let named = |code| Problem::new(code).on("deductions").with("item", modifier.id());
        match (modifier, self.outcome.rate) {
            (Modifier::Penalty { rate_below: Some(bound), .. }, Some(rate))
                if rate >= bound.percent() =>
            {
                let shown = percentage(rate).map_or(String::new(), Figure::trimmed);
                let flaw = named(Code::PenaltyAgainstRate).with("rate", shown + "%");
                self.problems.push(flaw.with("bound", bound.trimmed() + "%"));
            }
            (Modifier::PerOccurrence { .. }, _) if self.is_all_met() => {
                self.problems.push(named(Code::OccurredThoughMet));
            }
            _ => {}
        }
    }

    /// Whether a checklist was gone through and nothing of it missed.
    fn is_all_met(&self) -> bool {
        let met =
            |step: &Step| matches!(step, Step::Checklist { lost, .. } if *lost == Fraction::ZERO);
        self.outcome.trace.iter().any(met)
    }

    /// A penalty that happens by itself when the rate is low enough.
    fn apply_by_rate(&mut self, modifier: &Modifier) {
        if let Modifier::Penalty { id, points, scope, rate_below: Some(bound), .. } = modifier
            && self.outcome.rate.is_some_and(|rate| rate < bound.percent())
        {
            self.penalize(id.clone(), *points, scope);
        }
    }

    fn penalize(&mut self, item: String, points: PointRange, scope: &Scope) {
        let step = Step::Penalty { item: item.clone(), points, scope: scope.clone() };
        self.outcome.trace.push(step);
        if *scope == Scope::Leaf {
            let from = self.indicator.id.clone();
            self.take(points, AdjustmentKind::Penalty { item, from });
        }
    }

    /// What acts on nodes above, whether or not the leaf itself can be scored: a figure that cannot
    /// be read does not undo a knock-out, and a penalty by rate is possible until the rate is known.
    fn reach_beyond(&mut self) {
        let scoring = self.scoring;
        for modifier in &scoring.modifiers {
            let names = || (modifier.id().to_owned(), self.indicator.id.clone());
            let incident = self.entry.deductions.iter().find(|one| one.item == modifier.id());
            let (scope, kind, points) = match (modifier, incident) {
                (Modifier::Knockout { scope, .. }, Some(_)) => {
                    let (item, from) = names();
                    let kind = AdjustmentKind::Knockout { item, from, scope: scope.clone() };
                    (scope, kind, None)
                }
                (Modifier::Penalty { scope, points, .. }, Some(incident)) => {
                    let agreed = self.agreed(*points, incident).unwrap_or(*points);
                    let (item, from) = names();
                    (scope, AdjustmentKind::Penalty { item, from }, Some(agreed))
                }
                (Modifier::Penalty { scope, points, rate_below: Some(bound), .. }, None) => {
                    let Some(due) = self.due_by_rate(*points, *bound) else {
                        continue;
                    };
                    let (item, from) = names();
                    (scope, AdjustmentKind::Penalty { item, from }, Some(due))
                }
                _ => continue,
            };
            if *scope != Scope::Leaf {
                self.effects.push(Effect { scope: scope.clone(), kind, points });
            }
        }
    }

    /// The points of a penalty by rate: all of them below the bound, any while the rate is open.
    fn due_by_rate(&self, points: PointRange, bound: Figure) -> Option<PointRange> {
        match self.outcome.rate {
            Some(rate) => (rate < bound.percent()).then_some(points),
            None if self.outcome.status == Status::Overridden => None,
            None => Some(PointRange { from: Figure::ZERO, to: points.to }),
        }
    }

    /// The points of an incident: as picked, or the whole range while none are.
    fn agreed(&self, range: PointRange, incident: &Incident) -> Result<PointRange, Problem> {
        let field = format_args!("deductions.{}.points", incident.item);
        let picked = match &incident.points {
            Some(value) => self.reader.read(value, &field)?,
            None => None,
        };
        let Some(points) = picked else {
            return Ok(range);
        };
        let ends = (range.from.fraction(), range.to.fraction());
        within(points, ends, self.rounding, &field).map(PointRange::fixed)
    }

    fn occurrences(&self, incident: &Incident) -> Result<Figure, Problem> {
        let field = format_args!("deductions.{}.count", incident.item);
        let count = match &incident.count {
            Some(value) => self.reader.read(value, &field)?,
            None => None,
        };
        whole(count.unwrap_or(Figure::whole(1)), &field)
    }

    /// Takes points off, not below 0, and returns what was taken for certain.
    fn take(&mut self, points: PointRange, kind: AdjustmentKind) -> Figure {
        let (score, taken) = take(self.outcome.score, points);
        if !score.is_settled() && !points.is_fixed() && self.outcome.status == Status::Scored {
            self.outcome.status = Status::Partial;
        }
        self.outcome.score = score;
        self.outcome.adjustments.push(Adjustment { kind, points: taken });
        -taken.max
    }

    /// The entry cannot be scored: everything is open again, and every flaw of it is named.
    fn spoil(&mut self, flaw: Problem) {
        let mut flaws = vec![flaw];
        let fields = self.scoring.measure.iter().flat_map(|measure| measure.fields());
        let dates = matches!(&self.scoring.measure, Some(measure) if measure.reads_dates());
        for field in fields.filter(|_| !dates) {
            if let Err(other) = self.reader.figure(*field)
                && flaws.iter().all(|known| known.field != other.field)
            {
                flaws.push(other);
            }
        }
        self.problems.extend(flaws);
        reopen(self.outcome, self.indicator);
        self.outcome.status = Status::Invalid;
    }

    /// The assessor's points in place of the rule's, where there are any.
    fn replace(&mut self) {
        let Some(replacement) = &self.entry.overridden else {
            return;
        };
        let weight = self.indicator.weight.fraction();
        let field = &"override.points";
        let read = self.reader.read(&replacement.points, field).and_then(|points| match points {
            Some(points) => {
                within(points, (Fraction::ZERO, weight), self.rounding, field).map(Some)
            }
            None => Ok(None),
        });
        let points = match read {
            Ok(Some(points)) => points,
            Ok(None) => return,
            Err(flaw) => return self.spoil(flaw),
        };
        if replacement.reason.is_empty() {
            self.problems.push(Problem::new(Code::ReasonMissing).on("override.reason"));
        }
        let outcome = &mut *self.outcome;
        let formula = outcome.score.is_settled().then_some(outcome.score.min);
        let formula = formula.filter(|_| outcome.status == Status::Scored);
        if formula.is_none() {
            outcome.base = Span::default();
            outcome.score = Span::default();
            outcome.adjustments.clear();
        }
        let difference = Span::exactly(points - outcome.score.min);
        outcome.adjustments.push(Adjustment { kind: AdjustmentKind::Override, points: difference });
        outcome.trace.push(Step::Overridden { formula, points });
        outcome.score = Span::exactly(points);
        outcome.status = Status::Overridden;
    }
}

/// Takes points off a span, not below 0: what is left, and the (negative) adjustment.
pub(crate) fn take(span: Span, points: PointRange) -> (Span, Span) {
    let left = Span {
        min: (span.min - points.to).max(Figure::ZERO),
        max: (span.max - points.from).max(Figure::ZERO),
    };
    (left, Span { min: left.min - span.min, max: left.max - span.max })
}
