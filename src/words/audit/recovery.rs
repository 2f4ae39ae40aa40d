//! Sentences of `audit::recovery`: which rule the scores point to, and how little that may rest on.

use crate::audit::PublishedTable;
use crate::audit::recovery::{
    Evidence, Family, Lost, Name, Param, Reads, Recovered, Scales, Shortfall,
};
use crate::engine::{Figure, Fraction, MAX_PLACES, Mode, NumberError, Partial, Rounding};
use crate::words::Lang;
use crate::words::figure::{constant, expansion, points};
use crate::words::table::recovery as text;
use crate::words::table::{Key, quoted_list, say, shared, t};

/// Rows that are named one by one.
const NAMED: usize = 5;
/// Scales that are named one by one.
const SCALES: usize = 3;

/// What was recovered, with the rows that say so, those that speak against it, and those that say
/// nothing.
///
/// `由3行（…）可推得：低于目标时线性扣分，完成率60%（60%～60.04%之间均可）时为0分。`
pub fn recovered(table: &PublishedTable, found: &Recovered, lang: Lang) -> Vec<String> {
    let mut sentences = match found.family {
        // Each half of a curve rests on rows of its own.
        Family::Curve => found.params.iter().map(|param| half(table, param, lang)).collect(),
        _ => vec![by(table, &found.supports, &rule(found, lang), lang)],
    };
    if !found.contradicts.is_empty() {
        let (n, rows) =
            (found.contradicts.len().to_string(), rows(table, &found.contradicts, lang));
        sentences.push(say(text::AGAINST, lang, &[("n", &n), ("rows", &rows)]));
    }
    if !found.silent.is_empty() {
        sentences.push(say(text::SILENT, lang, &[("n", &found.silent.len().to_string())]));
    }
    sentences
}

/// The rule with its parameters, without a full stop.
pub fn rule(found: &Recovered, lang: Lang) -> String {
    match found.family {
        Family::FullOrNothing => t(text::FULL_OR_NOTHING, lang).to_owned(),
        Family::Proportional { uncapped: false } => t(text::PROPORTIONAL, lang).to_owned(),
        Family::Proportional { uncapped: true } => t(text::UNCAPPED, lang).to_owned(),
        Family::ShareOfPoints => t(text::SHARE_OF_POINTS, lang).to_owned(),
        Family::Bands => t(text::BANDS, lang).to_owned(),
        Family::Levels => t(text::LEVELS, lang).to_owned(),
        Family::Curve => {
            let halves: Vec<String> = found.params.iter().map(|param| line(param, lang)).collect();
            halves.join(t(shared::SEMICOLON, lang))
        }
        Family::Shortfall(kind) => {
            found.params.first().map_or(String::new(), |param| shortfall(kind, param, lang))
        }
    }
}

/// Which scales of a survey give its published percentage, and which options nobody chose.
pub fn scales(table: &PublishedTable, found: &Scales, lang: Lang) -> Vec<String> {
    let rows = rows(table, &found.supports, lang);
    let shown = |scale: &Vec<Option<Figure>>| {
        let one =
            |one: &Option<Figure>| one.map_or(t(text::UNKNOWN, lang).to_owned(), Figure::trimmed);
        scale.iter().map(one).collect::<Vec<_>>().join(t(text::BETWEEN, lang))
    };
    let first: Vec<String> = found.fits.iter().take(SCALES).map(shown).collect();
    let list = first.join(t(shared::LISTED, lang));
    let n = found.fits.len().to_string();
    let mut sentences = vec![match found.fits.len() {
        1 => say(text::SCALE, lang, &[("rows", &rows), ("chosen", &list)]),
        _ => say(text::SCALES, lang, &[("rows", &rows), ("n", &n), ("list", &list)]),
    }];
    let unknown: Vec<String> = found.undetermined().iter().map(|at| (at + 1).to_string()).collect();
    if !unknown.is_empty() {
        let options = unknown.join(t(shared::LISTED, lang));
        sentences.push(say(text::UNDETERMINED, lang, &[("options", &options)]));
    }
    sentences
}

fn half(table: &PublishedTable, param: &Param, lang: Lang) -> String {
    by(table, &param.rows, &line(param, lang), lang)
}

fn line(param: &Param, lang: Lang) -> String {
    let key = if param.name == Name::ZeroBelow { text::ZERO_BELOW } else { text::ZERO_ABOVE };
    say(key, lang, &[("value", &value(param, lang))])
}

fn shortfall(kind: Shortfall, param: &Param, lang: Lang) -> String {
    let below = match kind.reads {
        Reads::Achieved => text::BELOW_TARGET,
        _ => text::BELOW_HUNDRED,
    };
    let step = match kind.partial {
        Partial::Exact => text::STEP_EXACT,
        Partial::Down => text::STEP_DOWN,
        Partial::Up => text::STEP_UP,
    };
    let cost = match kind.lost {
        Lost::Share => text::COST_SHARE,
        Lost::Points => text::COST_POINTS,
    };
    let step = say(step, lang, &[("per", &kind.per.to_string())]);
    let cost = say(cost, lang, &[("value", &value(param, lang))]);
    let below = t(below, lang);
    say(text::SHORTFALL, lang, &[("below", below), ("step", &step), ("cost", &cost)])
}

/// The chosen figure with what would do as well.
fn value(param: &Param, lang: Lang) -> String {
    let shown = |figure: Figure| match param.name {
        Name::Points => points(figure, lang),
        _ => constant(figure),
    };
    let chosen = shown(param.chosen);
    let Some((from, to)) = within(param) else { return chosen };
    let unit = |end: Fraction| match param.name {
        Name::Points => say(shared::POINTS, lang, &[("n", &expansion(end))]),
        _ => expansion(end) + "%",
    };
    let (from, to) = (unit(from), unit(to));
    say(text::WITHIN, lang, &[("chosen", &chosen), ("from", &from), ("to", &to)])
}

/// The interval with as few decimals as let it still be one, every number of it a possible value.
fn within(param: &Param) -> Option<(Fraction, Fraction)> {
    (2..=MAX_PLACES).find_map(|places| {
        let (from, to) = inside(param, Rounding { places, mode: Mode::Down }).ok()?;
        let holds = |end| param.range.holds(end);
        (from < to && holds(from) && holds(to)).then_some((from, to))
    })
}

fn inside(param: &Param, grid: Rounding) -> Result<(Fraction, Fraction), NumberError> {
    let range = param.range;
    let from = grid.lowest_from(range.low)?;
    let open = from == range.low && !range.low_in;
    let from = if open { from.add(grid.quantum().fraction())? } else { from };
    Ok((from, grid.highest_to(range.high, range.high_in)?))
}

/// What so many rows say, with how much that is worth.
fn by(table: &PublishedTable, from: &[usize], rule: &str, lang: Lang) -> String {
    let key: Key = match Evidence::of(from.len()) {
        Evidence::Several => text::BY_SEVERAL,
        Evidence::None | Evidence::One | Evidence::Two => text::BY_FEW,
    };
    let (n, rows) = (from.len().to_string(), rows(table, from, lang));
    say(key, lang, &[("n", &n), ("rows", &rows), ("rule", rule)])
}

/// The rows by name, or by number where they have none.
fn rows(table: &PublishedTable, numbers: &[usize], lang: Lang) -> String {
    let name = |number: &usize| {
        let name = table.rows.get(*number).map_or("", |row| row.name());
        match name {
            "" => say(text::ROW_NUMBER, lang, &[("n", &(number + 1).to_string())]),
            name => name.to_owned(),
        }
    };
    let names: Vec<String> = numbers.iter().take(NAMED).map(name).collect();
    let list = quoted_list(names.iter().map(String::as_str), lang);
    if numbers.len() > NAMED {
        return say(text::AND_OTHERS, lang, &[("list", &list)]);
    }
    list
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::audit::recovery::recover;
    use crate::audit::{Row, Sheet};

    /// 阜康市自评表 2024, the rows that are off 100 %.
    fn fukang_self() -> PublishedTable {
        let row = |name: &str, weight: &str, target: &str, actual: &str, score: &str| Row {
            l3: name.into(),
            weight: weight.into(),
            target: target.into(),
            actual: actual.into(),
            score: score.into(),
            ..Row::default()
        };
        let rows = vec![
            row("参保人数", "10", "≥33333人", "30437人", "7.83"),
            row("单建统筹", "10", "≥6130人", "4157人", "1.95"),
            row("统账结合", "5", "≥27203人", "26280人", "4.58"),
            row("报销比例", "10", "≥91%", "100%", "9.01"),
        ];
        PublishedTable { rows, ..PublishedTable::default() }
    }

    #[test]
    fn three_rows_point_to_a_rule_and_one_is_no_proof() {
        // The intervals are worked out in audit/recovery/tests.rs.
        let table = fukang_self();
        let found = recover(&Sheet::new(&table, 0));
        assert_eq!(
            recovered(&table, &found.rules[0], Lang::Zh),
            [
                "由3行（“参保人数”“单建统筹”“统账结合”）可推得：低于目标时线性扣分，完成率60%（60%～60.04%之间均可）时为0分。",
                "仅凭1行（“报销比例”）推测：超过目标时线性扣分，完成率200%（199.4%～200.4%之间均可）时为0分；1行不足为证。",
            ]
        );
        let english = recovered(&table, &found.rules[0], Lang::En);
        assert_eq!(
            english[1],
            "A guess from 1 of the rows (“报销比例”), which is no proof: above the target points fall in a straight line, to 0 at a completion rate of 200% (anything from 199.4% to 200.4% fits)."
        );
    }

    #[test]
    fn a_rule_by_steps_says_what_a_part_of_a_step_costs() {
        // 2 of 2.9 % and 4 of 4.2 % and 7 of 7.7 %, 0.5 points each. The last is the narrowest:
        // 3.45 < lost ≤ 3.55, by 7: from above 0.49285… to 0.50714….
        let mut table = fukang_self();
        let rows = [("10", "971", "9.0"), ("5", "958", "3.0"), ("8", "923", "4.5")];
        for (row, (weight, actual, score)) in table.rows.iter_mut().zip(rows) {
            (row.weight, row.target) = (weight.into(), "1000".into());
            (row.actual, row.score) = (actual.into(), score.into());
        }
        table.rows.truncate(3);
        let found = recover(&Sheet::new(&table, 0));
        let said = rule(&found.rules[0], Lang::Zh);
        assert_eq!(said, "完成率低于100%时，每满1个百分点扣0.5分（0.493分～0.507分之间均可）");
    }

    #[test]
    fn a_survey_names_its_scales_and_the_option_nobody_chose() {
        let mut table = fukang_self();
        table.rows.truncate(1);
        table.rows[0].actual = "91.31%".into();
        table.rows[0].target = "95%".into();
        table.rows[0].counts = ["92", "11", "15", "4", "0"].map(str::to_owned).into();
        let found = recover(&Sheet::new(&table, 0));
        assert_eq!(
            scales(&table, &found.scales[0], Lang::Zh),
            [
                "满意度“参保人数”：共有3种系数可得所公布的百分比，如1/0.8/0.6/0.4/？、1/0.75/0.65/0.35/？、1/0.85/0.55/0.45/？；无法确定用的是哪一种。",
                "第5档无人选择，其系数无从推得。",
            ]
        );
    }
}
