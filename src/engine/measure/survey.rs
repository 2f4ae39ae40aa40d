//! Survey 满意度: counts × coefficients ÷ answers.

use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::Figure;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::rubric::Label;
use crate::engine::trace::Step;
use crate::tree::document;

/// A survey scale. Reads `counts`, and `asked` where answers without a choice count too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The options from the best down.
    pub options: Vec<Label>,
    /// What an answer for each option counts, between 0 and 1: 1, 0.8, 0.6, 0.4, 0.
    pub coefficients: Vec<Figure>,
}

document! { Survey { options, coefficients } }

impl Survey {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        let Some(counts) = reader.counts(self.coefficients.len())? else {
            return Ok(None);
        };
        let answers = self.answers(reader, counts.iter().copied().sum())?;
        let terms: Vec<_> = counts.into_iter().zip(self.coefficients.iter().copied()).collect();
        let mut weighted = Fraction::ZERO;
        for (count, coefficient) in &terms {
            weighted = weighted.add(count.fraction().mul(coefficient.fraction())?)?;
        }
        let rate = weighted.div(answers.fraction())?;
        Ok(Some((rate, Step::Survey { terms, answers, rate })))
    }

    /// What is wrong with the scale.
    pub(crate) fn check(&self) -> Vec<Problem> {
        let (options, coefficients) = (self.options.len(), self.coefficients.len());
        let mut problems = Vec::new();
        if options != coefficients || options == 0 {
            let flaw = Problem::new(Code::ScaleMismatch).on("scoring.measure");
            problems.push(flaw.with("given", coefficients).with("due", options));
        }
        let possible = Figure::ZERO..=Figure::whole(1);
        for beyond in self.coefficients.iter().filter(|one| !possible.contains(*one)) {
            let flaw = Problem::new(Code::ConstantOutOfRange).on("scoring.measure");
            problems.push(flaw.with("text", beyond));
        }
        problems
    }

    /// 有效问卷数: as entered, or the sum of the counts.
    fn answers(&self, reader: &Reader<'_>, sum: Figure) -> Result<Figure, Problem> {
        let Some(answers) = reader.count(Field::Asked)? else {
            return match sum.is_zero() {
                true => Err(Problem::new(Code::ZeroDivisor).on("counts")),
                false => Ok(sum),
            };
        };
        if sum > answers {
            return Err(Problem::new(Code::CountsExceedAnswers)
                .on("counts")
                .with("sum", sum)
                .with("answers", answers));
        }
        reader.divisor(Field::Asked).map(|_| answers)
    }
}
