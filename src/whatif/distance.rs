//! 差距: what each input alone would have to be for the total to reach, or to lose, a grade.

use super::lever::{Lever, Role};
use super::offered::offered;
use super::rated::rows_at;
use super::search::{At, Found, Goal, Search};
use crate::engine::{Assessment, Figure, Fraction, Outcome, Rubric, Span, Trial, score};

/// How far it is to a total, and down to the end of the grade, for every input alone.
#[derive(Clone, Debug)]
pub struct Distances {
    /// The total as it is, 分.
    pub total: Span,
    /// The total to be reached, 分.
    pub target: Figure,
    /// Lower bound of the grade that is settled, 分; none for the lowest grade, and none where the
    /// grade is still open: there is none to lose.
    pub held: Option<Figure>,
    /// Each input that was achieved, or that is given and still blank, in the order of the form, then
    /// the facts.
    pub of: Vec<Distance>,
}

/// How far it is for one input.
#[derive(Clone, Debug)]
pub struct Distance {
    /// The input.
    pub lever: Lever,
    /// What it takes to reach the target.
    pub up: Way,
    /// What it takes to lose the grade; none where there is none to lose.
    pub down: Option<Way>,
}

/// Towards the target, or out of the grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the target.
    Up,
    /// Below the grade.
    Down,
}

/// How far an input moves, as a share of 1, to tell near from far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// So much of its rate: 0.09 for nine percentage points. Whatever the unit of the input, rates
    /// compare; of a fact that moves several rows, the rate that moves most.
    Rate(Fraction),
    /// So much of everything that it could be, where there is no rate: levels, ticks, dates, points.
    Range(Fraction),
}

impl Move {
    /// The share.
    pub fn size(self) -> Fraction {
        match self {
            Move::Rate(size) | Move::Range(size) => size,
        }
    }
}

/// Whether an input alone can bring a total about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is so already.
    Already,
    /// From this position on.
    From(Found),
    /// It cannot; so far it comes.
    Never(At),
}

impl Way {
    /// The position that brings it about, if it takes a change and one does.
    pub fn found(self) -> Option<Found> {
        match self {
            Way::From(found) => Some(found),
            Way::Already | Way::Never(_) => None,
        }
    }
}

impl Distance {
    /// What it takes.
    pub fn way(&self, side: Side) -> Option<Way> {
        match side {
            Side::Up => Some(self.up),
            Side::Down => self.down,
        }
    }
}

/// An input that alone brings it about.
#[derive(Clone, Copy, Debug)]
pub struct Near<'d> {
    /// The input.
    pub of: &'d Distance,
    /// Where it does.
    pub found: Found,
    /// How far that is from what is entered.
    pub by: Move,
}

impl Distances {
    /// The inputs that alone bring it about, by the smallest move first: for the assessment that
    /// this is about.
    pub fn nearest(&self, rubric: &Rubric, assessment: &Assessment, side: Side) -> Vec<Near<'_>> {
        let now = score(rubric, assessment).outcomes;
        let near = |of| {
            let found = Distance::way(of, side).and_then(Way::found)?;
            let there = rows_at(rubric, assessment, &of.lever, found.at.position);
            Some(Near { of, found, by: move_to(&now, &there, &of.lever, found.at.position) })
        };
        let mut found: Vec<Near<'_>> = self.of.iter().filter_map(near).collect();
        // Stable: equal moves stay in the order of the form.
        found.sort_by_key(|one| one.by.size());
        found
    }
}

/// The grade above the one that is certain, if there is one: the usual target, 分.
pub fn next_grade(rubric: &Rubric, total: Span) -> Option<Figure> {
    let above = rubric.grades.position(total.min).checked_sub(1)?;
    rubric.grades.0.get(above).map(|grade| grade.min)
}

/// Lower bound of the grade that is settled, 分; none for the lowest, which cannot be lost, and none
/// while several are possible.
pub fn held_grade(rubric: &Rubric, total: Span) -> Option<Figure> {
    let at = rubric.grades.position(total.min);
    let lowest = at + 1 >= rubric.grades.0.len();
    let settled = rubric.grades.position(total.max) == at;
    rubric.grades.0.get(at).filter(|_| settled && !lowest).map(|grade| grade.min)
}

/// The distances of an assessment with plain figures.
///
/// ```
/// use jiheng::engine::Figure;
/// use jiheng::presets;
/// use jiheng::whatif::distance::{Way, distances};
/// let rubric = presets::rubric("fukang").unwrap();
/// let example = presets::example("fukang").unwrap();
/// let found = distances(&rubric, &example, "95".parse()?);
/// // 5 × x/6130 must be 3.39 + 1.50 = 4.89 when rounded: x ≥ 4.885/5 × 6130 = 5989.01.
/// let one = found.of.iter().find(|one| one.lever.id(&rubric) == "insured-pooled.actual").unwrap();
/// let Way::From(way) = one.up else { panic!() };
/// assert_eq!(one.lever.setting(way.at.position).text(), "5990");
/// # Ok::<(), jiheng::engine::NumberError>(())
/// ```
pub fn distances(rubric: &Rubric, assessment: &Assessment, target: Figure) -> Distances {
    let mut trial = Trial::new(rubric, assessment);
    let total = trial.total();
    let held = held_grade(rubric, total);
    let mut distance = |lever: Lever| {
        let mut search = Search::new(&lever, &mut trial);
        let up = way(&mut search, total, Goal::AtLeast(target));
        let down = held.map(|bound| way(&mut search, total, Goal::Below(bound)));
        // What is given stays as it is; it is asked for where a row waits for nothing else.
        let waits = match up {
            Way::Already | Way::From(_) => true,
            Way::Never(best) => best.total.min > total.min,
        };
        (lever.role == Role::Earned || waits).then_some(Distance { lever, up, down })
    };
    let of = offered(rubric, assessment).into_iter().filter_map(&mut distance).collect();
    Distances { total, target, held, of }
}

/// How far a position is from what is entered; everything for what is not.
fn move_to(now: &[Outcome], there: &[Outcome], lever: &Lever, to: i64) -> Move {
    let Some(at) = lever.now else { return Move::Range(Fraction::ONE) };
    let rate = |row: &Outcome| {
        let before = now.iter().find(|one| one.id == row.id)?.rate?;
        let gap = row.rate?.sub(before).ok()?;
        Some(gap.max(Fraction::ZERO.sub(gap).ok()?))
    };
    let rates = there.iter().filter_map(rate).max();
    // An incident leaves the rate as it is.
    if let Some(moved) = rates.filter(|moved| *moved > Fraction::ZERO) {
        return Move::Rate(moved);
    }
    let steps = Fraction::whole(i128::from(at.abs_diff(to)));
    let share = steps.div(Fraction::whole(i128::from(lever.last())));
    Move::Range(share.unwrap_or(Fraction::ONE))
}

fn way(search: &mut Search<'_, '_>, total: Span, goal: Goal) -> Way {
    if goal.is_met(total) {
        return Way::Already;
    }
    match search.nearest(goal) {
        Some(found) => Way::From(found),
        None if matches!(goal, Goal::AtLeast(_) | Goal::Above(_)) => Way::Never(search.best()),
        None => Way::Never(search.worst()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::presets;
    use crate::tree::Map;
    use crate::whatif::lever::Setting;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    /// Where Fukang's 93.50 comes with one input changed.
    fn of(id: &str, pick: fn(&Distance) -> Option<Way>) -> (Lever, Way) {
        let rubric = presets::rubric("fukang").unwrap();
        let found = distances(&rubric, &presets::example("fukang").unwrap(), figure("95"));
        let one = found.of.into_iter().find(|one| one.lever.id(&rubric) == id).unwrap();
        let way = pick(&one).unwrap();
        (one.lever, way)
    }

    fn up(id: &str) -> (Lever, Way) {
        of(id, |one| Some(one.up))
    }

    fn down(id: &str) -> (Lever, Way) {
        of(id, |one| one.down)
    }

    /// The setting with its total, then the one before with its.
    fn shown((lever, way): (Lever, Way)) -> (String, String, String, String) {
        let Way::From(Found { at, short: Some(short) }) = way else { panic!("{way:?}") };
        let text = |at: At| (lever.setting(at.position).text(), at.total.min.to_string());
        let ((value, total), (before, short)) = (text(at), text(short));
        (value, total, before, short)
    }

    fn best((lever, way): (Lever, Way)) -> (Setting, String) {
        let Way::Never(at) = way else { panic!("{way:?}") };
        (lever.setting(at.position), at.total.min.to_string())
    }

    fn four(one: &str, two: &str, three: &str, four: &str) -> (String, String, String, String) {
        (one.into(), two.into(), three.into(), four.into())
    }

    #[test]
    fn the_pooled_insured_alone_reach_95() {
        // 5 × 5990/6130 = 4.88580… → 4.89 = 3.39 + 1.50; 5 × 5989/6130 = 4.88499… → 4.88
        assert_eq!(shown(up("insured-pooled.actual")), four("5990", "95.00", "5989", "94.99"));
    }

    #[test]
    fn all_insured_alone_come_to_94_02_and_no_further() {
        // 6.00 from x ≥ 5.995/6 × 33333 = 33305.2…; 93.50 − 5.48 + 6.00
        let found = (Setting::Figure(figure("33306")), "94.02".to_owned());
        assert_eq!(best(up("insured-all.actual")), found);
    }

    #[test]
    fn the_tick_that_is_missing_alone_comes_to_94_75() {
        let (setting, total) = best(up("system-execution.missed"));
        assert_eq!(total, "94.75"); // 93.50 + 5/4
        assert_eq!(setting, Setting::Missed { missed: Vec::new(), partly: Map::default() });
    }

    #[test]
    fn the_grade_is_lost_at_10972_insured() {
        // 93.50 − 90 = 3.50, so 5.48 − 3.51 = 1.97 loses it: 6 × 10972/33333 = 1.97498… → 1.97,
        // 6 × 10973/33333 = 1.97515… → 1.98
        assert_eq!(shown(down("insured-all.actual")), four("10972", "89.99", "10973", "90.00"));
    }

    #[test]
    fn the_pooled_insured_alone_cannot_lose_the_grade() {
        // 0.00 up to 6: 5 × 6/6130 = 0.00489…; 93.50 − 3.39
        let found = (Setting::Figure(figure("6")), "90.11".to_owned());
        assert_eq!(best(down("insured-pooled.actual")), found);
    }

    #[test]
    fn shares_of_answers_lose_the_grade_by_whole_answers() {
        // 8 × 58/122 = 3.80327… → 3.80, 8 × 59/122 = 3.86885… → 3.87; 93.50 − 7.34 + …
        assert_eq!(shown(down("burden-relief.yes")), four("58", "89.96", "59", "90.03"));
        // 8 − 8 × 5 × (80 − 100y/122)/100 = 40y/122 − 24: 84 → 3.54098…, 85 → 3.86885…;
        // 93.50 − 7.15 + …
        assert_eq!(shown(down("policy-awareness.yes")), four("84", "89.89", "85", "90.22"));
    }

    #[test]
    fn a_survey_loses_the_grade_by_answers_moved_to_the_worst_option() {
        // 6 − 6 × 5 × (95 − 100w/122)/100 = 30w/122 − 22.5. Each of the 92 answers that moves from
        // 1 to 0 takes 1 from w = 111.4: 15 of them leave 96.4 → 1.20491…, 14 leave 97.4 → 1.45081…
        let (lever, way) = down("insured-satisfaction.counts");
        let Way::From(Found { at, short: Some(short) }) = way else { panic!("{way:?}") };
        assert_eq!(lever.setting(at.position), Setting::Counts(vec![77, 11, 15, 4, 15]));
        assert_eq!(at.total.min.to_string(), "89.81"); // 93.50 − 4.89 + 1.20
        assert_eq!(lever.setting(short.position), Setting::Counts(vec![78, 11, 15, 4, 14]));
        assert_eq!(short.total.min.to_string(), "90.06"); // 93.50 − 4.89 + 1.45
    }

    #[test]
    fn the_nearest_is_the_one_whose_rate_moves_least() {
        let rubric = presets::rubric("fukang").unwrap();
        let example = presets::example("fukang").unwrap();
        let found = distances(&rubric, &example, figure("95"));
        let nearest = |side| found.nearest(&rubric, &example, side);
        let ids = |side: Side| -> Vec<String> {
            nearest(side).iter().map(|one| one.of.lever.id(&rubric)).collect()
        };
        assert_eq!(ids(Side::Up), ["insured-pooled.actual"]);
        // Of 122: 95 → 84 is 9.02 points of the rate, the survey 111.4 → 96.4 is 12.30, 117 → 63
        // is 44.26, 112 → 58 too; insured (30437 − 10972) ÷ 33333 = 58.40, (26280 − 7208) ÷ 27203 =
        // 70.11; a rate 100 → 29.89 is 70.11.
        let down = ids(Side::Down);
        let at = |id: &str| down.iter().position(|one| one == id).unwrap();
        assert!(at("policy-awareness.yes") < at("insured-satisfaction.counts"));
        assert!(at("insured-satisfaction.counts") < at("system-improvement.yes"));
        assert!(at("system-improvement.yes") < at("insured-all.actual"));
        assert!(at("burden-relief.yes") < at("insured-all.actual"));
        assert!(at("insured-all.actual") < at("payment-accuracy.rate"));
        let by = |id: &str| nearest(Side::Down)[at(id)].by;
        let share = |part, whole| Fraction::whole(part).div(Fraction::whole(whole)).unwrap();
        assert_eq!(by("policy-awareness.yes"), Move::Rate(share(11, 122)));
        assert_eq!(by("insured-satisfaction.counts"), Move::Rate(share(15, 122)));
    }

    #[test]
    fn while_several_grades_are_possible_there_is_none_to_lose() {
        // 93.50 − 3.39 − 7.34 = 82.77, and up to 13 more: 优 or 良.
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        example.entries.or_default("insured-pooled").actual = None;
        example.entries.or_default("burden-relief").yes = None;
        let found = distances(&rubric, &example, figure("90"));
        assert_eq!((found.total.min, found.total.max), (figure("82.77"), figure("95.77")));
        assert_eq!(found.held, None);
        assert!(found.of.iter().all(|one| one.down.is_none()));
    }

    #[test]
    fn a_fact_is_searched_through_all_rows_that_use_it() {
        // 到位率 and 执行率 pull apart: received ÷ budget and executed ÷ received. Less than 182.62
        // costs points in the first row, more costs points in the second.
        let (_, way) = up("facts.received");
        let Way::Never(at) = way else { panic!("{way:?}") };
        assert_eq!(at.total.min.to_string(), "93.50");
    }
}
