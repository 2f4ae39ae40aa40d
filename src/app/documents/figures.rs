//! Figures as documents print them: points, ranges while something is open, rates.

use crate::engine::{Figure, Rubric, Scorecard, Span};
use crate::words::table::documents as text;
use crate::words::{Lang, say};

/// Points as a document prints them: `5.48`, `32.7`; `3–5` while something is open.
pub fn points(span: Span) -> String {
    if span.is_settled() {
        return span.min.trimmed();
    }
    format!("{}–{}", span.min.trimmed(), span.max.trimmed())
}

/// Points with all decimals of the form, for the scoreboard: `93.50`.
pub fn padded(rubric: &Rubric, points: Figure) -> String {
    points.padded(rubric.rounding.places)
}

/// The name of the one grade that is settled, or none.
pub fn grade_name(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> Option<String> {
    let grade = rubric.grades.0.get(scorecard.grade.settled()?)?;
    Some(lang.of(&grade.name).to_owned())
}

/// 总分与等级 in a sentence, for those who can't see the beam and for the live region.
pub fn total_sentence(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> String {
    let score = scorecard.total.score;
    let full = scorecard.total.weight.trimmed();
    let grade = grade_name(rubric, scorecard, lang);
    match grade.filter(|_| score.is_settled()) {
        Some(grade) => {
            let total = padded(rubric, score.min);
            say(text::TOTAL_SETTLED, lang, &[("total", &total), ("full", &full), ("grade", &grade)])
        }
        None => {
            let (min, max) = (score.min.trimmed(), score.max.trimmed());
            say(text::TOTAL_OPEN, lang, &[("min", &min), ("max", &max), ("full", &full)])
        }
    }
}
