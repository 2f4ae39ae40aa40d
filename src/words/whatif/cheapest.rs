//! Sentences of `whatif::cheapest`.

use super::lever::{enough, moved, moved_plainly};
use super::outcome::outcome;
use super::scored::Scored;
use crate::engine::{AdjustmentKind, Figure, Rubric, Span};
use crate::whatif::cheapest::{Answer, Change, Limit, MOST_UNITS, Note, Plan, Refusal, Way};
use crate::words::about::About;
use crate::words::table::whatif::cheapest as text;
use crate::words::table::{Key, say, shared, t};
use crate::words::{Lang, field_name, points};

/// The answer in sentences: what is still open, then the optimum with why its points do not add up,
/// where they don't; or why there is none. Alternatives have sentences of their own, see
/// [`alternative`].
pub fn answer(of: Scored<'_>, answer: &Answer) -> Vec<String> {
    of.remark().into_iter().chain(found(of, answer)).collect()
}

fn found(of: Scored<'_>, answer: &Answer) -> Vec<String> {
    let Scored { rubric, lang, .. } = of;
    let shown = |total: Figure| total.padded(rubric.rounding.places);
    let (before, target) = (shown(answer.before.min), shown(answer.target));
    match &answer.way {
        Way::Already => {
            let values = [("what", of.total_name()), ("total", &before), ("target", &target)];
            vec![say(text::ALREADY, lang, &values)]
        }
        Way::Unknown => vec![t(text::GIVEN_UP, lang).to_owned()],
        Way::Plans { plans, .. } => {
            let best = plans.first().map(|best| {
                let sentence = sentence(text::LEAST, of, answer.before, best);
                let notes = best.notes.iter().map(|one| note(rubric, one, lang));
                let tried = (!answer.sure).then(|| t(text::LEAST_TRIED, lang).to_owned());
                std::iter::once(sentence).chain(notes).chain(tried).collect()
            });
            best.unwrap_or_default()
        }
        Way::OutOfReach { best, limits } => {
            let total = shown(best.total.min);
            let values = [("what", of.total_name()), ("total", &total), ("target", &target)];
            let key = if answer.sure { text::OUT_OF_REACH } else { text::NOT_REACHED };
            let sentence = say(key, lang, &values);
            let limits = limits.iter().map(|one| limit(rubric, one, lang));
            std::iter::once(sentence).chain(limits).collect()
        }
    }
}

/// An alternative in a sentence.
pub fn alternative(of: Scored<'_>, before: Span, plan: &Plan) -> String {
    sentence(text::ALSO, of, before, plan)
}

/// How much a plan takes: 改动2项，工作量3.5. The effort only where efforts are what counts.
pub fn effort(plan: &Plan, by_effort: bool, lang: Lang) -> String {
    let count = plan.changes.len();
    let key = match (!by_effort, count) {
        (true, 1) => text::COUNT_ONE,
        (true, _) => text::COUNT,
        (false, 1) => text::EFFORT_ONE,
        (false, _) => text::EFFORT,
    };
    say(key, lang, &[("n", &count.to_string()), ("effort", &plan.effort.trimmed())])
}

fn sentence(key: Key, of: Scored<'_>, before: Span, plan: &Plan) -> String {
    let Scored { rubric, lang, .. } = of;
    let changes = plan.changes.iter().map(|one| change(of, one));
    let changes = changes.collect::<Vec<_>>().join(t(shared::SEMICOLON, lang));
    let outcome = outcome(rubric, (before, plan.total), lang);
    say(key, lang, &[("changes", &changes), ("outcome", &outcome)])
}

/// A change with what it gains alone: 参保人数由4157人提高到5990人（+1.50分）. Where rounding makes
/// it enough, that stands there too.
pub fn change(of: Scored<'_>, change: &Change) -> String {
    let Scored { rubric, lang, .. } = of;
    let key = match () {
        () if change.alone.is_negative() => text::LOSES,
        () if change.alone.is_zero() => text::GAINS_NOTHING,
        () => text::GAINS,
    };
    let size = if change.alone.is_negative() { -change.alone } else { change.alone };
    let size = size.padded(rubric.rounding.places);
    let gain = say(key, lang, &[("points", &size)]);
    let as_it_is = |now: Option<i64>, to: i64| now == Some(to);
    let (said, why) = match &change.steps[..] {
        [one] if !as_it_is(one.lever.now, one.to) => {
            (moved_plainly(of, &one.lever, one.to), enough(of, &one.lever, one.to))
        }
        steps => {
            let said = steps.iter().map(|step| match as_it_is(step.lever.now, step.to) {
                true => {
                    let name = name(rubric, &change.id, lang);
                    say(text::AS_IT_SHOULD_BE, lang, &[("name", &name)])
                }
                false => moved(of, &step.lever, step.to),
            });
            (said.collect::<Vec<_>>().join(t(shared::COMMA, lang)), None)
        }
    };
    let why: Vec<String> = why.into_iter().chain([gain]).collect();
    let why = why.join(t(shared::COMMA, lang));
    say(text::CHANGE, lang, &[("change", &said), ("why", &why)])
}

/// Why points do not add up.
pub fn note(rubric: &Rubric, note: &Note, lang: Lang) -> String {
    match note {
        Note::Shared { fact, nodes } => {
            let fact = field_name(rubric, None, &format!("facts.{fact}"), lang);
            say(text::SHARED, lang, &[("fact", &fact), ("rows", &rows(rubric, nodes, lang))])
        }
        Note::Meet { node } => say(text::MEET, lang, &[("name", &rows(rubric, &[*node], lang))]),
        Note::Lifted { kind, at } => {
            let veto = matches!(kind, AdjustmentKind::Knockout { .. });
            let key = if veto { text::VETO_LIFTED } else { text::PENALTY_LIFTED };
            acting(key, rubric, kind, *at, lang)
        }
        Note::Bound { kind, at } => bound(rubric, kind, *at, lang),
    }
}

/// What keeps a total from being more.
pub fn limit(rubric: &Rubric, limit: &Limit, lang: Lang) -> String {
    match limit {
        Limit::Acting { kind, at } => bound(rubric, kind, *at, lang),
        Limit::Rows(nodes) => say(text::SHORT, lang, &[("rows", &rows(rubric, nodes, lang))]),
    }
}

/// Why there is no search.
pub fn refusal(rubric: &Rubric, refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::Effort { id, effort } => {
            let values = [("name", &*name(rubric, id, lang)), ("effort", &effort.trimmed())];
            say(text::EFFORT_REFUSED, lang, &values)
        }
        Refusal::TooMany { units } => {
            let values = [("n", &*units.to_string()), ("most", &MOST_UNITS.to_string())];
            say(text::TOO_MANY, lang, &values)
        }
        Refusal::TooManyFacts { id, facts } => {
            let values = [("name", &*name(rubric, id, lang)), ("n", &facts.to_string())];
            say(text::TOO_MANY_FACTS, lang, &values)
        }
    }
}

/// What is changed, by its id: the name of the indicator or of the fact.
pub fn name(rubric: &Rubric, id: &str, lang: Lang) -> String {
    match rubric.indicator(id) {
        Some(indicator) => lang.of(&indicator.name).to_owned(),
        None => field_name(rubric, None, id, lang),
    }
}

fn bound(rubric: &Rubric, kind: &AdjustmentKind, at: Option<usize>, lang: Lang) -> String {
    match kind {
        AdjustmentKind::Knockout { .. } => acting(text::VETO_STAYS, rubric, kind, at, lang),
        AdjustmentKind::Penalty { .. } => acting(text::PENALTY_STAYS, rubric, kind, at, lang),
        AdjustmentKind::Bonus => {
            let most = rubric.bonus.as_ref().map_or(Figure::ZERO, |bonus| bonus.max);
            say(text::BONUS, lang, &[("points", &points(most, lang))])
        }
        AdjustmentKind::Cap => {
            let most = rubric.cap.unwrap_or(rubric.full_score);
            say(text::CAP, lang, &[("points", &points(most, lang))])
        }
        _ => t(text::RESCALED, lang).to_owned(),
    }
}

/// A veto or penalty of a leaf, with where it acts.
fn acting(
    key: Key,
    rubric: &Rubric,
    kind: &AdjustmentKind,
    at: Option<usize>,
    lang: Lang,
) -> String {
    let (AdjustmentKind::Knockout { item, from, .. } | AdjustmentKind::Penalty { item, from }) =
        kind
    else {
        return String::new();
    };
    let indicator = rubric.indicator(from);
    let item = indicator
        .map_or(item.as_str(), |indicator| About { rubric, indicator, lang }.modifier(item));
    let place = match at {
        Some(node) => rows(rubric, &[node], lang),
        None => t(shared::THE_TOTAL, lang).to_owned(),
    };
    say(key, lang, &[("item", item), ("where", &place)])
}

fn rows(rubric: &Rubric, nodes: &[usize], lang: Lang) -> String {
    let all = rubric.nodes();
    let names = nodes.iter().filter_map(|at| all.get(*at));
    let names = names.map(|node| lang.of(&node.indicator.name));
    names.collect::<Vec<_>>().join(t(shared::LISTED, lang))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::engine::{Assessment, Incident, score};
    use crate::presets;
    use crate::tree::Map;
    use crate::whatif::cheapest::Search;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn told(rubric: &Rubric, assessment: &Assessment, found: &Answer, lang: Lang) -> Vec<String> {
        let card = score(rubric, assessment);
        answer(Scored { rubric, assessment, card: &card, lang }, found)
    }

    fn also(rubric: &Rubric, assessment: &Assessment, found: &Answer, plan: &Plan) -> String {
        let card = score(rubric, assessment);
        let of = Scored { rubric, assessment, card: &card, lang: Lang::Zh };
        alternative(of, found.before, plan)
    }

    fn solved(rubric: &Rubric, assessment: &Assessment, target: &str) -> Answer {
        Search::new(rubric, assessment, figure(target), &Map::default()).unwrap().solve()
    }

    fn fukang(target: &str) -> (Rubric, Answer) {
        let rubric = presets::rubric("fukang").unwrap();
        let found = solved(&rubric, &presets::example("fukang").unwrap(), target);
        (rubric, found)
    }

    #[test]
    fn the_optimum_is_a_sentence_for_the_report() {
        let (rubric, found) = fukang("95");
        let said = told(&rubric, &presets::example("fukang").unwrap(), &found, Lang::Zh);
        let due = "最省力的做法是：单建统筹基金参保人数由4157人提高到5990人（+1.50分），\
                   总分由93.50分提高到95.00分，等级仍为“优”。";
        assert_eq!(said, [due]);
        let said = told(&rubric, &presets::example("fukang").unwrap(), &found, Lang::En);
        assert!(said[0].starts_with("The least effort is: "), "{said:?}");
        assert!(
            said[0].contains("from 4157 persons to 5990 persons (+1.50); the total"),
            "{said:?}"
        );
        let Way::Plans { plans, .. } = &found.way else { return };
        let example = presets::example("fukang").unwrap();
        let also = also(&rubric, &example, &found, &plans[1]);
        assert!(also.starts_with("另一做法是：制度执行有效性补齐"), "{also}");
        assert_eq!(effort(&plans[1], false, Lang::Zh), "改动2项");
        assert_eq!(effort(&plans[0], true, Lang::En), "1 change, effort 1");
    }

    #[test]
    fn out_of_reach_says_how_far_it_goes_and_what_it_ends_at() {
        let (mut rubric, found) = fukang("93.50");
        assert_eq!(
            told(&rubric, &presets::example("fukang").unwrap(), &found, Lang::Zh),
            ["总分93.50分，已达到93.50分。"]
        );
        rubric.cap = Some(figure("94"));
        let found = solved(&rubric, &presets::example("fukang").unwrap(), "95");
        let said = told(&rubric, &presets::example("fukang").unwrap(), &found, Lang::Zh);
        let first = "达不到95.00分：可改动的项目全部改到最好，总分也只有94.00分。";
        assert_eq!(said, [first, "总分最多94分。"]);
    }

    #[test]
    fn a_penalty_that_must_go_first_is_named() {
        let rubric = presets::rubric("taishan").unwrap();
        let mut assessment = presets::example("taishan").unwrap();
        let entry = assessment.entries.or_default("implementation-compliance");
        entry.deductions.push(Incident { item: "safety-accident".into(), ..Incident::default() });
        let found = solved(&rubric, &assessment, "86");
        let Way::Plans { plans, .. } = &found.way else { return };
        let with_note = plans.iter().find(|plan| !plan.notes.is_empty()).unwrap();
        let due = "“较大及以上生产安全事故”的扣分消除后，业务管理的得分才能全部计入。";
        assert_eq!(note(&rubric, &with_note.notes[0], Lang::Zh), due);
        let said = also(&rubric, &assessment, &found, with_note);
        assert!(said.contains("（单独改动不加分）"), "{said}");
    }

    #[test]
    fn a_refusal_names_whose_effort_it_is() {
        let rubric = presets::rubric("fukang").unwrap();
        let refused = Refusal::Effort { id: "facts.received".into(), effort: figure("-1") };
        let due = "“到位资金”的工作量“-1”应大于0。";
        assert_eq!(refusal(&rubric, &refused, Lang::Zh), due);
        let refused = refusal(&rubric, &Refusal::TooMany { units: 200 }, Lang::En);
        assert_eq!(refused, "There are 200 changes to choose from; at most 128 can be compared.");
    }
}
