//! 敏感性: what each input between a low and a high makes of the total.

use super::lever::{Input, Lever, Setting, Slot};
use super::offered::offered;
use super::search::{At, Goal, Search};
use crate::engine::{Assessment, Field, Figure, Rubric, Span, Trial};

/// How far inputs swing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// So many % down and up, in whole steps of the input and one at least. Judgements, levels,
    /// ticks and incidents, of which there is no part, go over all their choices.
    Percent(Figure),
    /// Over everything that the rule makes of them: to the lowest and the highest total.
    Ends,
}

/// What the inputs make of the total, the largest effect first.
#[derive(Clone, Debug)]
pub struct Swings {
    /// The total as it is, 分.
    pub total: Span,
    /// Each input that is entered.
    pub of: Vec<Swing>,
}

/// What one input makes of the total.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The input.
    pub lever: Lever,
    /// At its low.
    pub low: At,
    /// At its high.
    pub high: At,
    /// Where the total is lowest between the two, its ends and what is entered included.
    pub least: At,
    /// Where it is highest.
    pub most: At,
    /// Whether it has no part, and goes over all its choices.
    pub chosen: bool,
}

impl Swing {
    /// From the lowest to the highest total, 分.
    pub fn width(&self) -> Figure {
        self.most.total.min - self.least.total.min
    }
}

/// The swings of an assessment with plain figures, of the inputs that are [`offered`]. What is not
/// entered does not swing. An incident that did not happen does only over the ends of the rule:
/// there is no tenth of it.
pub fn swings(rubric: &Rubric, assessment: &Assessment, by: By) -> Swings {
    let mut trial = Trial::new(rubric, assessment);
    let total = trial.total();
    let entered = offered(rubric, assessment).into_iter().filter(|lever| swings_by(lever, by));
    let mut of: Vec<Swing> = entered.map(|lever| swing(lever, &mut trial, by)).collect();
    // Stable: equal effects stay in the order of the form.
    of.sort_by_key(|one| -one.width());
    Swings { total, of }
}

fn swings_by(lever: &Lever, by: By) -> bool {
    let incident = matches!(lever.input, Input::Entry { slot: Slot::Incident(_), .. });
    let happened = |now| !incident || lever.setting(now) != Setting::Absent;
    lever.now.is_some_and(|now| by == By::Ends || happened(now))
}

fn swing(lever: Lever, trial: &mut Trial<'_>, by: By) -> Swing {
    let mut search = Search::new(&lever, trial);
    let (low, high) = ends_of(&mut search, by);
    let (least, most) = extremes(&mut search, low, high);
    lever.restore(trial);
    let chosen = is_chosen(&lever);
    Swing { lever, low, high, least, most, chosen }
}

/// Where an input swings between: the lower position first. The trial is left as it was.
pub(super) fn ends(lever: &Lever, trial: &mut Trial<'_>, by: By) -> (At, At) {
    let ends = ends_of(&mut Search::new(lever, trial), by);
    lever.restore(trial);
    ends
}

fn ends_of(search: &mut Search<'_, '_>, by: By) -> (At, At) {
    let lever = search.lever;
    let moved = match by {
        By::Percent(percent) if !is_chosen(lever) => {
            lever.moved_by(-percent).zip(lever.moved_by(percent))
        }
        _ => None,
    };
    let (one, other) = match moved {
        Some((low, high)) => (search.at(low), search.at(high)),
        None => {
            let (worst, best) = (search.worst(), search.best());
            (natural(search, worst), natural(search, best))
        }
    };
    if one.position <= other.position { (one, other) } else { (other, one) }
}

/// Positions from which on a scale goes on without an end: that many digits nobody means.
const ENDLESS: i64 = 1_000_000_000_000;

/// The end that people name where it gives the same total as the first position that does: all
/// answers rather than 121 of 122, the target rather than what is rounded up to full points, none
/// at all rather than the few that round to no points.
fn natural(search: &mut Search<'_, '_>, found: At) -> At {
    let lever = search.lever;
    let Some(now) = lever.now.filter(|now| *now != found.position) else { return found };
    let own =
        lever.segments().iter().find(|(start, end)| (*start..=*end).contains(&found.position));
    let Some(&(start, end)) = own else { return found };
    let is_day = matches!(lever.setting(found.position), Setting::Date(_));
    let beyond = match found.position > now {
        // It stands where its points turn already.
        true if found.position == start => return found,
        true if end < lever.last() => end + 1,
        true => end,
        false if found.position == end => return found,
        false if start > 0 => start - 1,
        false => start,
    };
    let is_end = beyond == 0 || beyond == lever.last();
    if is_end && (is_day || beyond >= ENDLESS) {
        return found;
    }
    let there = search.at(beyond);
    if there.total.min == found.total.min { there } else { found }
}

/// The lowest and the highest total between two positions: at one of them, at what is entered, or
/// where the points turn.
fn extremes(search: &mut Search<'_, '_>, low: At, high: At) -> (At, At) {
    let lever = search.lever;
    let within = |position: &i64| (low.position..=high.position).contains(position);
    let turns = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
    let (mut least, mut most) = (low, low);
    for position in lever.now.into_iter().chain([high.position]).chain(turns).filter(within) {
        let at = search.at(position);
        if at.total.min < least.total.min {
            least = at;
        }
        if at.total.min > most.total.min {
            most = at;
        }
    }
    if lever.is_shared() {
        // Rows that pull apart may turn the total where none of them turns.
        while let Some(further) = inside(search, (low, high), Goal::Below(least.total.min)) {
            least = further;
        }
        while let Some(further) = inside(search, (low, high), Goal::Above(most.total.min)) {
            most = further;
        }
    }
    (least, most)
}

/// A position between two others that meets a goal, if there is one.
fn inside(search: &mut Search<'_, '_>, (low, high): (At, At), goal: Goal) -> Option<At> {
    let within = |(start, end): &(i64, i64)| {
        let (from, to) = ((*start).max(low.position), (*end).min(high.position));
        (from <= to).then_some((from, to))
    };
    let mut parts = search.lever.segments().iter().filter_map(within);
    let found = parts.find_map(|(from, to)| search.first(from, to, goal))?;
    Some(search.at(found))
}

/// Whether it is chosen rather than measured: of a block's or an override's points there is a tenth,
/// as of any figure; a judgement goes over all that the rule leaves to it.
fn is_chosen(lever: &Lever) -> bool {
    match &lever.input {
        Input::Fact(_) => false,
        Input::Entry { slot, .. } => match slot {
            Slot::Figure(field) => *field == Field::Points,
            Slot::Counts | Slot::Override | Slot::Block => false,
            Slot::Level | Slot::Missed | Slot::Incident(_) => true,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;

    fn swing_of(slug: &str, id: &str, by: By) -> (Rubric, Swing) {
        let rubric = presets::rubric(slug).unwrap();
        let found = swings(&rubric, &presets::example(slug).unwrap(), by);
        let one = found.of.into_iter().find(|one| one.lever.id(&rubric) == id).unwrap();
        (rubric, one)
    }

    fn of(id: &str, by: By) -> [String; 4] {
        let (_, one) = swing_of("fukang", id, by);
        let text = |at: At| (one.lever.setting(at.position).text(), at.total.min.to_string());
        let ((low, lowest), (high, highest)) = (text(one.low), text(one.high));
        [low, lowest, high, highest]
    }

    fn tenth() -> By {
        By::Percent("10".parse().unwrap())
    }

    #[test]
    fn a_tenth_of_the_insured_moves_the_total_by_what_they_are_worth() {
        // 30437 × 0.9 = 27393.3, rounded away from what is entered: 27393; 6 × 27393/33333 =
        // 4.93079… → 4.93; 93.50 − 5.48 + 4.93. 33481 are above the target: 6.00.
        assert_eq!(of("insured-all.actual", tenth()), ["27393", "92.95", "33481", "94.02"]);
    }

    #[test]
    fn to_its_ends_an_input_goes_to_those_that_people_name() {
        // 0.00 up to 6 × 27/33333 = 0.0048…, and so at 0; 6.00 from 33306 on, and so at the target.
        assert_eq!(of("insured-all.actual", By::Ends), ["0", "88.02", "33333", "94.02"]);
        // 0.00 up to 0.09 %: 5 × 0.0009 = 0.0045.
        assert_eq!(of("payment-accuracy.rate", By::Ends), ["0.00", "88.50", "100.00", "93.50"]);
    }

    #[test]
    fn what_lies_between_the_ends_counts_too() {
        // The curve of the self-evaluation turns at 100 %: 10 of 10 at 33333, and less above.
        // 88.37 − 7.83 = 80.54; 27393: (27393/33333 − 0.6) ÷ 0.4 × 10 = 5.54497… → 5.54, 86.08;
        // 33481: (2 − 33481/33333) × 10 = 9.9555… → 9.96, 90.50; at 33333 80.54 + 10 = 90.54.
        let (rubric, one) = swing_of("fukang-self", "insured-all.actual", tenth());
        let text = |at: At| (one.lever.setting(at.position).text(), at.total.min.to_string());
        assert_eq!(text(one.low), ("27393".to_owned(), "86.08".to_owned()));
        assert_eq!(text(one.high), ("33481".to_owned(), "90.50".to_owned()));
        assert_eq!(one.most.total.min.to_string(), "90.54");
        assert_eq!(one.width().to_string(), "4.46");
        assert_eq!(rubric.id, "fukang-self");
    }

    #[test]
    fn what_is_entered_may_be_the_top_of_both_sides() {
        // 到位资金 182.62 of 182.62: less is not all that was budgeted, more is not all spent.
        let (_, one) = swing_of("fukang", "facts.received", tenth());
        assert_eq!(one.most.total.min.to_string(), "93.50");
        assert!(one.low.total.min < one.most.total.min && one.high.total.min < one.most.total.min);
        assert_eq!(one.width(), one.most.total.min - one.least.total.min);
    }

    #[test]
    fn the_share_of_a_block_has_a_tenth_and_a_level_has_none() {
        // 台山 项目效益: 25 × 80 % = 20; 72 % is 18, 88 % is 22.
        let (_, block) = swing_of("taishan", "benefit.block", tenth());
        let text = |at: At| (block.lever.setting(at.position).text(), at.total.min.to_string());
        assert_eq!(text(block.low), ("72.00".to_owned(), "82.00".to_owned()));
        assert_eq!(text(block.high), ("88.00".to_owned(), "86.00".to_owned()));
        assert!(!block.chosen);
        let (_, ticks) = swing_of("fukang", "system-execution.missed", tenth());
        assert!(ticks.chosen);
        let (_, block) = swing_of("taishan", "benefit.block", By::Ends);
        let text = |at: At| (block.lever.setting(at.position).text(), at.total.min.to_string());
        assert_eq!(text(block.low), ("0.00".to_owned(), "64.00".to_owned()));
        assert_eq!(text(block.high), ("100.00".to_owned(), "89.00".to_owned()));
    }

    #[test]
    fn the_widest_comes_first_and_what_did_not_happen_has_no_tenth() {
        let (rubric, example) =
            (presets::rubric("taishan").unwrap(), presets::example("taishan").unwrap());
        let found = swings(&rubric, &example, tenth());
        assert!(found.of.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
        let accident = |found: &Swings| {
            let mut ids = found.of.iter().map(|one| one.lever.id(&rubric));
            ids.any(|id| id == "implementation-compliance.safety-accident")
        };
        assert!(!accident(&found));
        assert!(accident(&swings(&rubric, &example, By::Ends)));
    }

    #[test]
    fn over_the_ends_the_same_inputs_lose_the_grade_as_alone() {
        let (rubric, example) =
            (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
        let swings = swings(&rubric, &example, By::Ends);
        let turning = swings.of.iter().filter(|one| one.least.total.min < "90".parse().unwrap());
        let mut turning: Vec<String> = turning.map(|one| one.lever.id(&rubric)).collect();
        let found = crate::whatif::distance::distances(&rubric, &example, "95".parse().unwrap());
        let losing = found.of.iter().filter(|one| one.down.and_then(|down| down.found()).is_some());
        let mut losing: Vec<String> = losing.map(|one| one.lever.id(&rubric)).collect();
        turning.sort();
        losing.sort();
        assert_eq!(turning, losing);
    }
}
