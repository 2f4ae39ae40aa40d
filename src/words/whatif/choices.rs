//! Ticks, answers and incidents in words: what stands there, and what a change of them is.

use crate::engine::rule::{Checklist, Rule};
use crate::engine::{Fraction, Indicator};
use crate::whatif::lever::Setting;
use crate::words::about::About;
use crate::words::table::whatif::lever as text;
use crate::words::table::{Key, say, shared, t};
use crate::words::{Lang, field_name, percent, points};

/// The most items that are named rather than counted.
const NAMED: usize = 2;

fn checklist(indicator: &Indicator) -> Option<&Checklist> {
    match indicator.scoring.as_ref().map(|scoring| &scoring.rule) {
        Some(Rule::Checklist(rule)) => Some(rule),
        _ => None,
    }
}

/// How many items there are, where each is worth the same, so that it does not matter which are met.
fn alike(about: Option<About<'_>>) -> Option<usize> {
    let items = &checklist(about?.indicator)?.items;
    let even = items.windows(2).all(|pair| pair[0].points == pair[1].points);
    (even && items.len() > 1).then_some(items.len())
}

/// The ticks at a position: 符合2项（共4项）, or the items by name where each counts differently.
pub fn ticks(about: Option<About<'_>>, missed: &[String], whole: bool, lang: Lang) -> String {
    let all = about.and_then(|about| checklist(about.indicator)).map_or(0, |rule| rule.items.len());
    match alike(about) {
        _ if missed.is_empty() => t(text::ALL_MET, lang).to_owned(),
        _ if missed.len() > 1 && missed.len() == all => t(text::NONE_MET, lang).to_owned(),
        Some(of) if whole => {
            let met = of.saturating_sub(missed.len()).to_string();
            say(text::MET, lang, &[("n", &met), ("of", &of.to_string())])
        }
        _ => say(text::NOT_MET, lang, &[("items", &items(about, missed, lang))]),
    }
}

/// The ticks that are entered: 不符合“资料齐全并及时归档”.
pub fn missing(about: Option<About<'_>>, missed: &[String], lang: Lang) -> String {
    let all = about.and_then(|about| checklist(about.indicator)).map_or(0, |rule| rule.items.len());
    if missed.is_empty() || (missed.len() > 1 && missed.len() == all) {
        return ticks(about, missed, true, lang);
    }
    say(text::NOT_MET, lang, &[("items", &items(about, missed, lang))])
}

fn items(about: Option<About<'_>>, ids: &[String], lang: Lang) -> String {
    let name = |id: &String| {
        let name = about.map_or(id.as_str(), |about| about.item(id)).to_owned();
        say(shared::QUOTED, lang, &[("name", &name)])
    };
    // GB/T 15834: nothing stands between quoted words.
    let joint = if lang == Lang::Zh { "" } else { t(shared::LISTED, lang) };
    ids.iter().map(name).collect::<Vec<_>>().join(joint)
}

/// A change of ticks: items by name where it matters which, else how many. `whole` where no item
/// was met in part; `earned` says what the row then has.
pub fn ticked(
    name: &str,
    about: Option<About<'_>>,
    (was, is): (&[String], &[String]),
    whole: bool,
    earned: &dyn Fn() -> String,
    lang: Lang,
) -> String {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|id| !those.contains(id)).cloned().collect()
    };
    let (mended, failed) = (only(was, is), only(is, was));
    let named = |key: Key, ids: &[String]| {
        say(key, lang, &[("name", name), ("items", &items(about, ids, lang))])
    };
    let counted = |key: Key, count: usize| {
        say(key, lang, &[("name", name), ("n", &count.to_string()), ("points", &earned())])
    };
    let alike = alike(about).filter(|_| whole);
    let all = about.and_then(|about| checklist(about.indicator)).map_or(0, |rule| rule.items.len());
    let mut clauses = Vec::new();
    match mended.len() {
        0 => {}
        some if some < was.len() && alike.is_some() => clauses.push(counted(text::MORE_MET, some)),
        some if some == was.len() && some > NAMED => {
            let n = some.to_string();
            clauses.push(say(text::MENDED_REST, lang, &[("name", name), ("n", &n)]));
        }
        _ => clauses.push(named(text::MENDED, &mended)),
    }
    match failed.len() {
        0 => {}
        some if some > 1 && is.len() == all => {
            clauses.push(counted(text::NO_LONGER_MET, some));
        }
        some if is.len() < all && alike.is_some() => clauses.push(counted(text::FEWER_MET, some)),
        _ => clauses.push(named(text::FAILED, &failed)),
    }
    if clauses.is_empty() {
        // Items met in part that are met in full now.
        let to = missing(about, is, lang);
        clauses.push(say(text::ENTERED, lang, &[("name", name), ("to", &to)]));
    }
    clauses.join(t(text::AND, lang))
}

/// A change of answers: the rate, and the options that move, called as a scenario calls them:
/// 满意度由91.31%降低到79.02%（“非常满意”人数由92改为77、“不满意”人数由0改为15）.
pub fn answered(
    name: &str,
    about: Option<About<'_>>,
    (was, is): (&[i64], &[i64]),
    (from, to): (Fraction, Fraction),
    lang: Lang,
) -> String {
    let option = |(at, (was, is)): (usize, (&i64, &i64))| {
        let about = about?;
        let field = format!("counts[{at}]");
        let option = field_name(about.rubric, Some(about.indicator), &field, lang);
        let values = [("option", &*option), ("from", &was.to_string()), ("to", &is.to_string())];
        (was != is).then(|| say(text::OPTION, lang, &values))
    };
    let options: Vec<String> = was.iter().zip(is).enumerate().filter_map(option).collect();
    let options = options.join(t(shared::LISTED, lang));
    let key = if to < from { text::RATE_FALLS } else { text::RATE_RISES };
    let values =
        [("name", name), ("from", &*percent(from)), ("to", &percent(to)), ("options", &options)];
    say(key, lang, &values)
}

/// An incident that happens, no longer happens, or does so otherwise.
pub fn incident(
    name: &str,
    item: &str,
    before: Option<&Setting>,
    after: &Setting,
    lang: Lang,
) -> String {
    let how = how_much(after, lang);
    let known = before.and_then(|before| how_much(before, lang));
    match (after, how, known) {
        (Setting::Absent, ..) => say(text::REMOVED, lang, &[("name", name), ("item", item)]),
        (_, Some(how), Some(known)) => {
            let item = say(shared::QUOTED, lang, &[("name", item)]);
            let name = say(text::PART_OF, lang, &[("name", name), ("field", &item)]);
            say(text::CHANGED, lang, &[("name", &name), ("from", &known), ("to", &how)])
        }
        (_, Some(how), None) => {
            say(text::OCCURS, lang, &[("name", name), ("item", item), ("how", &how)])
        }
        (_, None, _) => say(text::OCCURS_PLAINLY, lang, &[("name", name), ("item", item)]),
    }
}

/// How many points an incident takes, or how often it happens; none where it only happens or not.
pub fn how_much(setting: &Setting, lang: Lang) -> Option<String> {
    match setting {
        Setting::Happened { points: Some(off), .. } => {
            Some(say(text::TAKES, lang, &[("points", &points(*off, lang))]))
        }
        Setting::Happened { count: Some(count), .. } => {
            Some(say(text::TIMES, lang, &[("n", &count.trimmed())]))
        }
        _ => None,
    }
}
