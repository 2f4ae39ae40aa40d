//! A budget and what was spent of it as a sentence tells them: 预算总支出为59,448万元，实际总支出69,822.15万元.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::printed::{Printed, following, plain};
use crate::audit::sheet::Sheet;
use crate::engine::{Fraction, NumberError};

/// Reasons of rows and paragraphs, where the line of the budget does not tell both.
pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    let told = |text: &str| Printed::read(text).is_some();
    let line = sheet.table.budget.as_ref();
    if line.is_some_and(|budget| told(&budget.planned) && told(&budget.executed)) {
        return;
    }
    for line in &sheet.lines {
        sentences(&line.row.reason, &sheet.at(line.number, Field::Reason), notes);
    }
    for (at, text) in sheet.table.texts.iter().enumerate() {
        sentences(text, &Place { row: Some(at), ..sheet.whole(Field::Text) }, notes);
    }
}

fn sentences(text: &str, place: &Place, notes: &mut Notes) {
    for sentence in text.split(['。', '；', ';', '\n']) {
        let Some((planned, executed)) = amounts(&plain(sentence)) else { continue };
        let Ok(rate) = rate(&planned, &executed) else { continue };
        notes.made(Check::OverExecution);
        if rate <= Fraction::whole(100) {
            continue;
        }
        let [executed, planned] =
            [&executed, &planned].map(|one| one.figure.to_string() + &one.unit);
        let finding = Finding::new(Check::OverExecution, place.clone()).said(&executed, &planned);
        let finding = finding.param("executed", &executed).param("planned", &planned);
        notes.found(finding.param("rate", super::span(rate, rate, 2)));
    }
}

/// What is planned is named, the longer names first.
const PLANNED: [&str; 8] = [
    "预算总支出",
    "预算支出",
    "预算总额",
    "全年预算数",
    "预算数",
    "预算金额",
    "预算资金",
    "全年预算",
];
/// Likewise what was spent.
const EXECUTED: [&str; 7] =
    ["实际总支出", "实际支出", "预算执行数", "项目执行数", "全年执行数", "执行数", "支出数"];
/// Characters between a name and its amount.
const NEAR: usize = 4;

/// The budget and what was spent of it, both as amounts of money.
fn amounts(sentence: &str) -> Option<(Printed, Printed)> {
    let after = |text: &str, name: &str| {
        let at = text.find(name)? + name.len();
        let amount = following(text.get(at..)?, NEAR, &['。', ';', ',', '率', '比'])?;
        amount.unit.ends_with('元').then_some((amount, at))
    };
    let (planned, at) = PLANNED.iter().find_map(|name| after(sentence, name))?;
    let rest = sentence.get(at..)?;
    let (executed, _) = EXECUTED.iter().find_map(|name| after(rest, name))?;
    Some((planned, executed))
}

/// Spent ÷ planned, %.
fn rate(planned: &Printed, executed: &Printed) -> Result<Fraction, NumberError> {
    executed.amount()?.0.div(planned.amount()?.0)?.mul(Fraction::whole(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_tells_the_budget_and_what_was_spent() {
        let told = |text: &str| {
            let (planned, executed) = amounts(&plain(text))?;
            rate(&planned, &executed).ok().map(|rate| super::super::span(rate, rate, 2))
        };
        // 69,822.15 / 59,448 = 1.174508…
        let due = Some("117.45".to_owned());
        assert_eq!(
            told("预算总支出为59,448万元，实际总支出69,822.15万元，实际支出比预算支出多10,374万元"),
            due
        );
        // 1.2 万元 of 10,000 元
        assert_eq!(told("全年预算数为10,000元，项目执行数1.2万元"), Some("120.00".to_owned()));
        for text in [
            "预算支出完成率95%，实际支出3人",
            "预算数100万元",
            "实际支出比预算支出多5万元",
            "预算数为0万元，执行数为3万元",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
