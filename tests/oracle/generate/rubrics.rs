//! Random rubrics that `validate` finds no error in.

use jiheng::engine::rule::{
    Band, Bands, Checklist, Curve, Excess, Floor, Item, Judgement, Knot, Level, Levels, NotOver,
    Proportional, ShareOfPoints, Shortfall, Steps, Threshold,
};
use jiheng::engine::{
    Bonus, Direction, Divisor, Entry, FactField, Figure, Grade, GradeScale, Indicator, Kind, Label,
    Layout, Measure, Mode, Modifier, NotApplicable, Pace, Partial, PointRange, Rounding, Rubric,
    Rule, Scope, Scoring, Source, Value, measure,
};

use super::{Rng, decimal};

const MODES: [Mode; 3] = [Mode::HalfUp, Mode::HalfEven, Mode::Down];
const POLICIES: [NotApplicable; 3] =
    [NotApplicable::Rescale, NotApplicable::FullMarks, NotApplicable::ZeroWeight];
const PARTIALS: [Partial; 3] = [Partial::Exact, Partial::Down, Partial::Up];
/// Facts that every generated rubric asks for.
pub const FACTS: [&str; 3] = ["answers", "budget", "people"];

/// A figure from text.
pub fn figure(text: &str) -> Figure {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn label(text: &str) -> Label {
    Label { zh: text.to_owned(), en: String::new() }
}

struct Maker<'r> {
    rng: &'r mut Rng,
    rounding: Rounding,
    next: usize,
    groups: Vec<String>,
}

/// A rubric; points are counted in units of its rounding.
pub fn rubric(rng: &mut Rng) -> Rubric {
    let rounding = Rounding { places: rng.between(0, 4) as u32, mode: rng.pick(&MODES) };
    let full = rng.pick(&[100, 100, 100, 10, 50, 120]) * 10_u64.pow(rounding.places);
    let not_applicable = rng.pick(&POLICIES);
    let has_bonus = rng.one_in(3);
    let has_cap = rng.one_in(3);
    let mut maker = Maker { rng, rounding, next: 0, groups: Vec::new() };
    let parts = maker.rng.between(1, 4) as usize;
    let weights = maker.rng.split(full, parts);
    let indicators = weights.into_iter().map(|weight| maker.indicator(weight, 1)).collect();
    let bonus = has_bonus.then(|| maker.bonus());
    let cap = has_cap.then(|| {
        let units = full * maker.rng.between(80, 110) / 100;
        maker.points(units)
    });
    let mut rubric = Rubric {
        id: "generated".into(),
        edition: "1".into(),
        title: label("生成"),
        region: label("无"),
        kind: Kind::SelfEvaluation,
        layout: Layout::Report,
        full_score: maker.points(full),
        rounding,
        grades: maker.grades(full),
        not_applicable,
        cap,
        bonus,
        facts: FACTS
            .iter()
            .map(|id| FactField { id: (*id).into(), label: label(id), unit: Label::default() })
            .collect(),
        indicators,
        sources: vec![Source { id: "s".into(), title: label("源"), year: "2024".into() }],
        accepted: Vec::new(),
    };
    maker.aim_modifiers(&mut rubric);
    rubric
}

impl Maker<'_> {
    fn points(&self, units: u64) -> Figure {
        figure(&decimal(units, self.rounding.places))
    }

    fn id(&mut self, prefix: &str) -> String {
        self.next += 1;
        format!("{prefix}{}", self.next)
    }

    fn indicator(&mut self, weight: u64, depth: usize) -> Indicator {
        let leaf = depth == 3 || (depth > 1 && self.rng.one_in(2)) || self.rng.one_in(6);
        let id = self.id(if leaf { "leaf-" } else { "group-" });
        let (mut children, mut scoring) = (Vec::new(), None);
        if leaf {
            scoring = Some(self.scoring(weight));
        } else {
            self.groups.push(id.clone());
            let parts = self.rng.between(1, 3) as usize;
            let weights = self.rng.split(weight, parts);
            children = weights.into_iter().map(|part| self.indicator(part, depth + 1)).collect();
        }
        Indicator {
            name: label(&id),
            id,
            weight: self.points(weight),
            meaning: None,
            criteria: Vec::new(),
            source: Some("s".into()),
            children,
            scoring,
        }
    }

    fn bonus(&mut self) -> Bonus {
        let unit = 10_u64.pow(self.rounding.places);
        let items = (0..self.rng.between(1, 3))
            .map(|_| {
                let weight = self.rng.between(0, 5) * unit;
                let mut item = self.indicator(weight, 3);
                item.id = item.id.replace("leaf", "bonus");
                item
            })
            .collect();
        Bonus { max: figure(&self.rng.between(0, 10).to_string()), items }
    }

    fn grades(&mut self, full: u64) -> GradeScale {
        let mut bounds = vec![0];
        for percent in [60, 80, 90] {
            if self.rng.below(4) > 0 {
                bounds.push(full * percent / 100);
            }
        }
        bounds.reverse();
        let grade = |min: u64| Grade { name: label("等"), min: self.points(min) };
        GradeScale(bounds.into_iter().map(grade).collect())
    }

    fn scoring(&mut self, weight: u64) -> Scoring {
        let rule = self.rule(weight, 12);
        let measure = rule.needs_rate().then(|| self.measure());
        let mut prefill = Entry::default();
        match &measure {
            Some(Measure::Share(_) | Measure::Quality(_)) if self.rng.one_in(3) => {
                prefill.asked = Some(Value::Fact("answers".into()));
            }
            Some(Measure::Budget(_)) if self.rng.one_in(2) => {
                prefill.target = Some(Value::Fact("budget".into()));
            }
            Some(Measure::Ratio(_)) if self.rng.one_in(6) => {
                prefill.target = Some(Value::from("120"));
            }
            _ => {}
        }
        let modifiers = (0..self.rng.below(4)).map(|at| self.modifier(at, weight)).collect();
        Scoring {
            measure,
            rule,
            modifiers,
            prefill,
            unit: Label::default(),
            rate_name: Label::default(),
        }
    }

    fn measure(&mut self) -> Measure {
        use Direction::{Above, AtLeast, AtMost, Below, Equal};
        match self.rng.below(10) {
            0 | 1 => Measure::Ratio(measure::Ratio {
                direction: self.rng.pick(&[AtLeast, Above, AtMost, Below, Equal]),
            }),
            2 => Measure::Share(measure::Share {}),
            3 | 4 => Measure::Survey(self.survey()),
            5 => Measure::Rate(measure::Entered { beyond_hundred: self.rng.one_in(2) }),
            6 => Measure::Budget(measure::Budget {
                divisor: self.rng.pick(&[Divisor::Annual, Divisor::Received]),
            }),
            7 => Measure::Cost(measure::Cost {}),
            8 => Measure::Timeliness(measure::Timeliness {
                by: self.rng.pick(&[Pace::Dates, Pace::Duration]),
            }),
            _ => Measure::Quality(measure::Quality {}),
        }
    }

    fn survey(&mut self) -> measure::Survey {
        let scales: [&[&str]; 4] = [
            &["1", "0.8", "0.6", "0.4", "0"],
            &["1", "0.6", "0"],
            &["1", "0"],
            &["1", "0.75", "0.333333"],
        ];
        let scale = self.rng.pick(&scales);
        measure::Survey {
            options: scale.iter().map(|_| label("项")).collect(),
            coefficients: scale.iter().map(|one| figure(one)).collect(),
        }
    }

    /// One of the first `kinds` rules, those that need a rate first.
    fn rule(&mut self, weight: u64, kinds: u64) -> Rule {
        match self.rng.below(kinds) {
            0 => Rule::Proportional(Proportional { uncapped: self.rng.one_in(3) }),
            1 => Rule::ShareOfPoints(ShareOfPoints {}),
            2 => Rule::Shortfall(Shortfall {
                target: figure(self.rng.pick(&["100", "95", "80", "90.5", "99.99"])),
                per: figure(self.rng.pick(&["1", "1", "0.5", "2", "3", "10"])),
                lose: figure(self.rng.pick(&["5", "1", "2.5", "10", "3.333333"])),
                partial: self.rng.pick(&PARTIALS),
            }),
            3 => Rule::Excess(Excess {
                limit: figure(self.rng.pick(&["100", "90", "105", "50.5"])),
                per: figure(self.rng.pick(&["1", "0.5", "3", "10"])),
                lose: figure(self.rng.pick(&["1", "0.5", "0.05", "2"])),
                partial: self.rng.pick(&PARTIALS),
            }),
            4 => Rule::Steps(Steps {
                full: figure(self.rng.pick(&["95", "100", "90", "85.5"])),
                per: figure(self.rng.pick(&["10", "5", "1", "3"])),
                lose: figure(self.rng.pick(&["1", "0.5", "2", "0.333333"])),
                partial: self.rng.pick(&PARTIALS),
            }),
            5 => self.threshold(weight),
            6 => self.curve(),
            7 => {
                let otherwise = self.rng.one_in(2).then(|| Box::new(self.rule(weight, 8)));
                Rule::NotOver(NotOver { otherwise })
            }
            8 => self.levels(weight),
            9 => self.bands(),
            10 => self.checklist(weight),
            _ => Rule::Judgement(Judgement {}),
        }
    }

    fn threshold(&mut self, weight: u64) -> Rule {
        let mut from = 10_500_u64;
        let mut points = weight;
        let mut bands = Vec::new();
        for _ in 0..self.rng.between(1, 6) {
            from -= self.rng.between(1, 15) * 100 + self.rng.pick(&[0, 0, 50, 33]);
            bands.push(Floor { from: figure(&decimal(from, 2)), points: self.points(points) });
            points = self.rng.below(points + 1);
        }
        Rule::Threshold(Threshold { bands })
    }

    fn curve(&mut self) -> Rule {
        let national = [(60, 0), (100, 100), (200, 0)];
        let mut knots: Vec<(u64, u64)> = national.to_vec();
        if self.rng.one_in(2) {
            let mut rate = 0;
            knots.clear();
            for _ in 0..self.rng.between(1, 5) {
                rate += self.rng.between(1, 60);
                knots.push((rate, self.rng.pick(&[0, 25, 33, 60, 100, 100, 110])));
            }
        }
        let knot = |(rate, share): (u64, u64)| Knot {
            rate: figure(&rate.to_string()),
            share: figure(&share.to_string()),
        };
        Rule::Curve(Curve { knots: knots.into_iter().map(knot).collect() })
    }

    fn levels(&mut self, weight: u64) -> Rule {
        let mut levels = Vec::new();
        let mut top = weight;
        for at in 0..self.rng.between(1, 4) {
            let from = if self.rng.one_in(2) { top } else { self.rng.below(top + 1) };
            levels.push(Level {
                id: format!("level-{at}"),
                label: label("档"),
                points: PointRange { from: self.points(from), to: self.points(top) },
            });
            top = self.rng.below(from + 1);
        }
        Rule::Levels(Levels { levels })
    }

    fn bands(&mut self) -> Rule {
        let shares: [&[(&str, &str)]; 4] = [
            &[("80", "100"), ("60", "80"), ("0", "60")],
            &[("100", "100"), ("80", "80"), ("50", "50"), ("0", "0")],
            &[("90.5", "100"), ("66.66", "90.5"), ("33.33", "66.66"), ("0", "33.33")],
            &[("100", "100"), ("50", "100"), ("0", "0")],
        ];
        let share = self.rng.pick(&shares);
        let band = |(at, (from, to)): (usize, &(&str, &str))| Band {
            id: format!("band-{at}"),
            label: label("档"),
            share: PointRange { from: figure(from), to: figure(to) },
        };
        Rule::Bands(Bands { bands: share.iter().enumerate().map(band).collect() })
    }

    fn checklist(&mut self, weight: u64) -> Rule {
        let count = self.rng.between(1, 7) as usize;
        let points = self.rng.one_in(2).then(|| self.rng.split(weight, count));
        let item = |at: usize| Item {
            id: format!("item-{at}"),
            label: label("要素"),
            points: points.as_ref().map(|points| self.points(points[at])),
        };
        Rule::Checklist(Checklist { items: (0..count).map(item).collect() })
    }

    fn range(&mut self, most: u64) -> PointRange {
        let to = self.rng.below(most + 1);
        let from = if self.rng.one_in(2) { to } else { self.rng.below(to + 1) };
        PointRange { from: self.points(from), to: self.points(to) }
    }

    /// A modifier; scopes of groups are aimed once all groups are known.
    fn modifier(&mut self, at: u64, weight: u64) -> Modifier {
        let (id, label) = (format!("mod-{at}"), label("扣"));
        let unit = 10_u64.pow(self.rounding.places);
        let scopes = [Scope::Leaf, Scope::Total, Scope::Group(String::new())];
        match self.rng.below(6) {
            0 | 1 => Modifier::Deduction { id, label, points: self.range(weight + unit) },
            2 => {
                let points = self.range(weight / 2).to;
                Modifier::PerOccurrence { id, label, points }
            }
            3 => {
                let scope = scopes[self.rng.pick(&[0, 1, 2, 2])].clone();
                Modifier::Knockout { id, label, scope }
            }
            _ => Modifier::Penalty {
                id,
                label,
                points: self.range(17 * unit),
                scope: scopes[self.rng.pick(&[0, 1, 1, 2, 2, 2])].clone(),
                rate_below: self
                    .rng
                    .one_in(3)
                    .then(|| figure(self.rng.pick(&["20", "60", "91.31", "100"]))),
            },
        }
    }

    /// Gives the modifiers that act on a group one that exists, above them or elsewhere.
    fn aim_modifiers(&mut self, rubric: &mut Rubric) {
        let groups = std::mem::take(&mut self.groups);
        let mut aim = |scope: &mut Scope, above: &[String]| {
            if matches!(scope, Scope::Group(_)) {
                let near = !above.is_empty() && !self.rng.one_in(4);
                let choices = if near { above } else { &groups };
                *scope = match choices {
                    [] => Scope::Total,
                    choices => {
                        Scope::Group(choices[self.rng.below(choices.len() as u64) as usize].clone())
                    }
                };
            }
        };
        let bonus = rubric.bonus.iter_mut().flat_map(|bonus| &mut bonus.items);
        for indicator in rubric.indicators.iter_mut().chain(bonus) {
            aim_below(indicator, &mut Vec::new(), &mut aim);
        }
    }
}

fn aim_below(
    indicator: &mut Indicator,
    above: &mut Vec<String>,
    aim: &mut dyn FnMut(&mut Scope, &[String]),
) {
    for modifier in indicator.scoring.iter_mut().flat_map(|scoring| &mut scoring.modifiers) {
        if let Modifier::Knockout { scope, .. } | Modifier::Penalty { scope, .. } = modifier {
            aim(scope, above);
        }
    }
    above.push(indicator.id.clone());
    for child in &mut indicator.children {
        aim_below(child, above, aim);
    }
    above.pop();
}
