//! What holds for a rubric as a whole, in words.

use super::Lang;
use super::figure::points;
use super::table::{rubric as text, say, shared, t};
use crate::engine::{Kind, Mode, NotApplicable, Rubric, Source};

/// What sort of evaluation a form is for.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    let key = match kind {
        Kind::SelfEvaluation => text::SELF_EVALUATION,
        Kind::DepartmentEvaluation => text::DEPARTMENT_EVALUATION,
        Kind::ThirdPartyEvaluation => text::THIRD_PARTY_EVALUATION,
    };
    t(key, lang)
}

/// A source with its year, where it bears one.
pub fn source(source: &Source, lang: Lang) -> String {
    let title = lang.of(&source.title);
    match source.year.as_str() {
        // The title says it: （财预〔2020〕10号）（2020） says it twice.
        year if title.contains(year) => title.to_owned(),
        year => say(shared::SOURCE_YEAR, lang, &[("title", title), ("year", year)]),
    }
}

/// Everything that holds for the whole, a sentence each.
pub fn rubric_rules(rubric: &Rubric, lang: Lang) -> Vec<String> {
    let always = [grade_scale(rubric, lang), rounding(rubric, lang), not_applicable(rubric, lang)];
    let mut sentences = Vec::from(always);
    sentences.extend(cap(rubric, lang));
    sentences.extend(bonus(rubric, lang));
    sentences
}

/// The full score and the grades with their bounds.
pub fn grade_scale(rubric: &Rubric, lang: Lang) -> String {
    let grades = &rubric.grades.0;
    let mut shown = Vec::with_capacity(grades.len());
    let mut above = None;
    for grade in grades {
        let name = lang.of(&grade.name);
        // The lowest grade has no bound of its own to name.
        let clause = match above.filter(|_| grade.min.is_zero()) {
            Some(bound) => {
                let bound = points(bound, lang);
                say(text::LAST_GRADE, lang, &[("grade", name), ("above", &bound)])
            }
            None => {
                let min = points(grade.min, lang);
                say(text::GRADE, lang, &[("grade", name), ("min", &min)])
            }
        };
        shown.push(clause);
        above = Some(grade.min);
    }
    let (full, list) = (points(rubric.full_score, lang), shown.join(t(shared::COMMA, lang)));
    say(text::GRADES, lang, &[("full", &full), ("list", &list)])
}

/// How points are rounded.
pub fn rounding(rubric: &Rubric, lang: Lang) -> String {
    let key = match rubric.rounding.mode {
        Mode::HalfUp => text::HALF_UP,
        Mode::HalfEven => text::HALF_EVEN,
        Mode::Down => text::CUT_OFF,
    };
    say(key, lang, &[("places", &rubric.rounding.places.to_string())])
}

/// What happens to the weight of what does not apply.
pub fn not_applicable(rubric: &Rubric, lang: Lang) -> String {
    let key = match rubric.not_applicable {
        NotApplicable::Rescale => text::RESCALE,
        NotApplicable::FullMarks => text::FULL_MARKS,
        NotApplicable::ZeroWeight => text::ZERO_WEIGHT,
    };
    t(key, lang).to_owned()
}

/// The highest total, if there is one.
pub fn cap(rubric: &Rubric, lang: Lang) -> Option<String> {
    let cap = rubric.cap?;
    Some(say(text::CAP, lang, &[("cap", &points(cap, lang))]))
}

/// The bonus items and what they add at most, if there are any.
pub fn bonus(rubric: &Rubric, lang: Lang) -> Option<String> {
    let bonus = rubric.bonus.as_ref()?;
    let items = bonus.items.iter().map(|item| {
        let most = points(item.weight, lang);
        say(text::BONUS_ITEM, lang, &[("item", lang.of(&item.name)), ("points", &most)])
    });
    let list = items.collect::<Vec<_>>().join(t(shared::LISTED, lang));
    let max = points(bonus.max, lang);
    Some(say(text::BONUS, lang, &[("max", &max), ("list", &list)]))
}
