//! The beam of the steelyard as plain values: where each line, label and weight stands.
//!
//! Lengths are tenths of a CSS pixel at the drawing's nominal size, whole numbers throughout, so
//! that no float is needed; `parts/beam.rs` draws them.

use crate::engine::{Figure, Grade, GradeOutcome, Rubric, Span};
use crate::words::Lang;

/// What the beam is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Names and lower bounds of the grades, from the best down.
    pub grades: Vec<(String, Figure)>,
    /// Full score, 分.
    pub full: Figure,
}

impl Plan {
    /// The beam of a form, its grades named in one language.
    pub fn new(rubric: &Rubric, lang: Lang) -> Plan {
        let named = |grade: &Grade| (lang.of(&grade.name).to_owned(), grade.min);
        Plan { grades: rubric.grades.0.iter().map(named).collect(), full: rubric.full_score }
    }
}

/// Two drawings: with labels for the scoreboard and paper, without for the phone's bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Labels above and below.
    Full,
    /// Ticks and weight only.
    Small,
}

impl Size {
    /// Width of the drawing.
    pub fn width(self) -> i64 {
        match self {
            Size::Full => 2880,
            Size::Small => 1600,
        }
    }

    /// Where the beam lies.
    pub fn line(self) -> i64 {
        match self {
            Size::Full => 270,
            Size::Small => 110,
        }
    }

    /// Room at either end, half the weight and a little.
    fn margin(self) -> i64 {
        match self {
            Size::Full => 100,
            Size::Small => 70,
        }
    }
}

/// A graduation line; `deep` at a grade's bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where it stands.
    pub x: i64,
    /// Whether a grade begins here.
    pub deep: bool,
}

/// A label, centred on `x` with its baseline at `y`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Centre.
    pub x: i64,
    /// Baseline.
    pub y: i64,
    /// What it says.
    pub text: String,
    /// Whether it names the grade that is earned.
    pub current: bool,
}

/// The part of the drawing that changes only with the rubric.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The beam from end to end.
    pub ends: (i64, i64),
    /// Graduation.
    pub ticks: Vec<Tick>,
    /// Bounds of the grades, above the beam.
    pub bounds: Vec<Mark>,
}

/// The part that changes with the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointer {
    /// The stretch of the earned grade, once it is settled.
    pub stretch: Option<(i64, i64)>,
    /// The weight's place, or the ends of the band while the total is open.
    pub weight: (i64, i64),
    /// Where the baseline's is, if that is elsewhere.
    pub baseline: Option<(i64, i64)>,
    /// Names of the grades, below the beam.
    pub names: Vec<Mark>,
    /// Height of the drawing.
    pub height: i64,
}

const LABEL: i64 = 115;
const NAME_ROWS: [i64; 2] = [155, 375];
const HALF_WEIGHT: i64 = 95;

/// The graduated beam for `size`, long enough for `highest` points.
pub fn frame(plan: &Plan, highest: Figure, size: Size) -> Frame {
    let scale = Scale::new(plan, highest, size);
    let mut ticks = scale.graduation();
    let inner = || plan.grades.iter().filter(|(_, min)| *min > Figure::ZERO);
    ticks.extend(inner().map(|(_, min)| Tick { x: scale.x(*min), deep: true }));
    let mut bounds = Vec::new();
    if size == Size::Full {
        for (_, min) in inner() {
            let mark = Mark { x: scale.x(*min), y: LABEL, text: min.trimmed(), current: false };
            if bounds.iter().all(|other| !collide(other, &mark)) {
                bounds.push(mark);
            }
        }
    }
    Frame { ends: (scale.left, scale.right), ticks, bounds }
}

/// The higher of a total and the baseline's, for the length of the beam.
pub fn highest(score: Span, baseline: Option<Span>) -> Figure {
    baseline.map_or(score.max, |baseline| score.max.max(baseline.max))
}

/// Weight, stretch and names for a total, and the place of the baseline's while that is compared.
pub fn pointer(
    plan: &Plan,
    (score, baseline): (Span, Option<Span>),
    grade: GradeOutcome,
    size: Size,
) -> Pointer {
    let scale = Scale::new(plan, highest(score, baseline), size);
    let settled = grade.settled();
    let place = |score: Span| (scale.x(score.min), scale.x(score.max));
    let weight = place(score);
    let baseline = baseline.map(place).filter(|baseline| *baseline != weight);
    let names = match size {
        Size::Full => names(plan, &scale, &[Some(weight), baseline], settled, size),
        Size::Small => Vec::new(),
    };
    let second_row = size.line() + NAME_ROWS[1];
    let height = match size {
        Size::Small => 240,
        Size::Full if names.iter().any(|name| name.y == second_row) => second_row + 45,
        Size::Full => size.line() + 240,
    };
    let stretch = settled.map(|at| scale.stretch(plan, at));
    Pointer { stretch, weight, baseline, names, height }
}

/// Names in the first row where they stay in their stretch and clear of what hangs there, else in
/// the second row below the weight, else not at all: the badge and the text alternative name the grade.
fn names(
    plan: &Plan,
    scale: &Scale,
    weights: &[Option<(i64, i64)>],
    settled: Option<usize>,
    size: Size,
) -> Vec<Mark> {
    let mut placed: Vec<Mark> = Vec::new();
    for (at, (name, _)) in plan.grades.iter().enumerate() {
        let (from, to) = scale.stretch(plan, at);
        let half = text_width(name) / 2;
        let places = [(from + to) / 2, to - half - 20, from + half + 20];
        let candidates = NAME_ROWS.iter().flat_map(|row| places.iter().map(move |x| (*row, *x)));
        let fits = |row: i64, x: i64, placed: &[Mark]| {
            let mark =
                Mark { x, y: size.line() + row, text: name.clone(), current: settled == Some(at) };
            let inside = x - half >= 0 && x + half <= size.width();
            let first = row == NAME_ROWS[0];
            let in_stretch = x - half >= from && x + half <= to;
            let hangs = weights
                .iter()
                .flatten()
                .any(|weight| weight.0 == weight.1 && (x - weight.0).abs() < half + HALF_WEIGHT);
            let clear = placed.iter().all(|other| !collide(other, &mark));
            (inside && clear && !(first && (hangs || !in_stretch))).then_some(mark)
        };
        placed.extend(candidates.into_iter().find_map(|(row, x)| fits(row, x, &placed)));
    }
    placed
}

fn collide(a: &Mark, b: &Mark) -> bool {
    a.y == b.y && (a.x - b.x).abs() < (text_width(&a.text) + text_width(&b.text)) / 2 + 30
}

/// Width of a label at its size of 12 px: a Chinese character is as wide as high.
fn text_width(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { 68 } else { 120 }).sum()
}

/// From points to places: compressed below the lowest bound that passes, roomy above.
struct Scale {
    knee: i64,
    top: i64,
    left: i64,
    bend: i64,
    right: i64,
}

impl Scale {
    fn new(plan: &Plan, highest: Figure, size: Size) -> Scale {
        let passing = plan.grades.iter().map(|(_, min)| *min);
        let top = milli(plan.full.max(highest)).max(1);
        let knee = passing.filter(|min| *min > Figure::ZERO).min();
        let knee = milli(knee.unwrap_or_default()).min(top);
        let (left, right) = (size.margin(), size.width() - size.margin());
        let room = right - left;
        // A quarter of the beam, or less where the passing bound is lower than that anyway.
        let bend = left + (room / 4).min(room * knee / top);
        Scale { knee, top, left, bend, right }
    }

    fn x(&self, points: Figure) -> i64 {
        self.place(milli(points))
    }

    fn place(&self, milli: i64) -> i64 {
        let milli = milli.clamp(0, self.top);
        if milli <= self.knee {
            return self.left + share(milli, self.knee, self.bend - self.left);
        }
        self.bend + share(milli - self.knee, self.top - self.knee, self.right - self.bend)
    }

    /// The stretch of the grade at this position.
    fn stretch(&self, plan: &Plan, at: usize) -> (i64, i64) {
        let min = |at: usize| plan.grades.get(at).map(|(_, min)| *min);
        let above = at.checked_sub(1).and_then(min);
        let from = min(at).map_or(self.left, |min| self.x(min));
        (from, above.map_or(self.right, |min| self.x(min)))
    }

    /// Fine lines: as many as stay readable, and more sparing in the compressed part.
    fn graduation(&self) -> Vec<Tick> {
        let low = step(self.knee, self.bend - self.left, 180);
        let high = step(self.top - self.knee, self.right - self.bend, 90);
        let below = (0..).map(|n| n * low).take_while(|at| *at < self.knee);
        let above = (1..).map(|n| self.knee + n * high).take_while(|at| *at < self.top);
        let tick = |at| Tick { x: self.place(at), deep: false };
        below.chain(above).chain([self.top]).map(tick).collect()
    }
}

/// The smallest round step (1, 2, 5, 10, 20 … points) that takes at least `least` of `room`.
fn step(points: i64, room: i64, least: i64) -> i64 {
    let decades = (0..12).map(|power| 1000 * 10_i64.pow(power));
    let steps = decades.flat_map(|decade| [decade, 2 * decade, 5 * decade]);
    let mut fitting = steps.filter(|step| share(*step, points, room) >= least);
    fitting.next().unwrap_or(i64::MAX / 4)
}

fn share(part: i64, whole: i64, room: i64) -> i64 {
    let product = i128::from(part) * i128::from(room);
    i64::try_from(product / i128::from(whole.max(1))).unwrap_or(room)
}

/// Thousandths of a point: fine enough to place a weight.
fn milli(points: Figure) -> i64 {
    let exact = points.fraction();
    let thousandfold = exact.numerator().saturating_mul(1000) / exact.denominator();
    i64::try_from(thousandfold).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn plan(grades: &[(&str, &str)]) -> Plan {
        Plan {
            grades: grades.iter().map(|(name, min)| ((*name).into(), figure(min))).collect(),
            full: Figure::HUNDRED,
        }
    }

    fn ministry() -> Plan {
        plan(&[("优", "90"), ("良", "80"), ("中", "60"), ("差", "0")])
    }

    fn at(plan: &Plan, total: &str, position: usize) -> Pointer {
        let grade = GradeOutcome { best: position, certain: position };
        pointer(plan, (Span::exactly(figure(total)), None), grade, Size::Full)
    }

    #[test]
    fn sixty_stands_at_a_quarter_and_the_rest_gets_the_room() {
        // 2880 wide with 100 at either end: 2680 of room, the bend at 100 + 670.
        let frame = frame(&ministry(), figure("93.50"), Size::Full);
        let deep: Vec<i64> =
            frame.ticks.iter().filter(|tick| tick.deep).map(|tick| tick.x).collect();
        // 80 at 770 + 2010/2, 90 at 770 + 2010 × 3/4.
        assert_eq!(deep, [2277, 1775, 770]);
        assert_eq!(frame.ends, (100, 2780));
    }

    #[test]
    fn the_weight_stands_at_the_score() {
        // 770 + 2010 × 33.5/40 = 2453.375
        let pointer = at(&ministry(), "93.50", 0);
        assert_eq!(pointer.weight, (2453, 2453));
        assert_eq!(pointer.stretch, Some((2277, 2780)));
    }

    #[test]
    fn an_open_total_is_a_band_without_a_settled_stretch() {
        let span = Span { min: figure("30"), max: figure("100") };
        let grade = GradeOutcome { best: 0, certain: 3 };
        let pointer = pointer(&ministry(), (span, None), grade, Size::Full);
        // 30 of 60 is half of the compressed quarter.
        assert_eq!(pointer.weight, (435, 2780));
        assert_eq!(pointer.stretch, None);
    }

    #[test]
    fn no_name_is_covered_by_another_or_by_the_weight() {
        let scales = [
            ministry(),
            plan(&[("优", "90"), ("良", "80"), ("中", "70"), ("低", "60"), ("差", "0")]),
            plan(&[("Excellent", "90"), ("Good", "80"), ("Fair", "60"), ("Poor", "0")]),
            plan(&[("Excellent", "99"), ("Good", "98"), ("Fair", "97"), ("Poor", "0")]),
        ];
        for plan in &scales {
            for tenth in 0..=1000_u32 {
                let total = Figure::whole(tenth).fraction();
                let total = format!("{}.{}", total.numerator() / 10, total.numerator() % 10);
                let pointer = at(plan, &total, 0);
                for (n, name) in pointer.names.iter().enumerate() {
                    let others = pointer.names.iter().skip(n + 1);
                    assert!(others.into_iter().all(|other| !collide(name, other)));
                    let under = (name.x - pointer.weight.0).abs();
                    let clear = under >= text_width(&name.text) / 2 + HALF_WEIGHT;
                    assert!(clear || name.y > Size::Full.line() + 220, "{total} {name:?}");
                }
            }
        }
    }

    #[test]
    fn all_four_names_are_there_at_every_total() {
        for total in ["0", "30", "59.9", "70", "80", "85", "90", "93.5", "95", "100"] {
            assert_eq!(at(&ministry(), total, 0).names.len(), 4, "{total}");
        }
    }

    #[test]
    fn the_baseline_hangs_where_it_was_and_covers_no_name() {
        let grade = GradeOutcome { best: 0, certain: 0 };
        let of = |now: &str, was: &str| {
            let spans = (Span::exactly(figure(now)), Some(Span::exactly(figure(was))));
            pointer(&ministry(), spans, grade, Size::Full)
        };
        let moved = of("93.50", "85");
        // 85 at 770 + 2010 × 25/40 = 2026.25
        assert_eq!((moved.weight, moved.baseline), ((2453, 2453), Some((2026, 2026))));
        let clear = |name: &Mark| {
            let under = (name.x - 2026).abs() >= text_width(&name.text) / 2 + HALF_WEIGHT;
            under || name.y > Size::Full.line() + 220
        };
        assert!(moved.names.iter().all(clear));
        assert_eq!(of("93.50", "93.50").baseline, None);
        // Beyond the full score it is the baseline that lengthens the beam.
        assert_eq!(of("93.50", "104").baseline, Some((2780, 2780)));
    }

    #[test]
    fn more_than_the_full_score_lengthens_the_beam() {
        let pointer = at(&ministry(), "104", 0);
        assert_eq!(pointer.weight.0, 2780);
    }

    #[test]
    fn a_scale_without_bounds_is_even() {
        let frame = frame(&plan(&[("全部", "0")]), Figure::ZERO, Size::Full);
        assert!(frame.ticks.iter().all(|tick| (100..=2780).contains(&tick.x)));
    }
}
