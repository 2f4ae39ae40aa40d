//! Figures of the table that the text around it tells otherwise.

use std::collections::{HashMap, HashSet};

use super::Notes;
use super::firsts::{self, First};
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, following, plain};
use crate::audit::sheet::{Branch, Sheet};
use crate::engine::{Mode, NumberError};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    if sheet.table.texts.is_empty() {
        return;
    }
    let known = known(sheet);
    let index = index(&known);
    let groups = groups(sheet);
    let scored = sheet.lines.iter().any(|line| line.score.is_some());
    let summed = firsts::total(sheet).filter(|total| total.summed && scored);
    for (at, text) in sheet.table.texts.iter().enumerate() {
        let place = Place { row: Some(at), ..sheet.whole(Field::Text) };
        let text = plain(text);
        named(&text, &index, &place, notes);
        groups.iter().for_each(|group| group.look(&text, &groups, &place, notes));
        if let Some(total) = &summed {
            unprinted_total(&text, total, &place, notes);
        }
    }
}

/// Characters that every name begins with, to be looked up by.
const BEGIN: usize = 3;

fn begin(text: &str) -> Option<&str> {
    let (last, c) = text.char_indices().nth(BEGIN - 1)?;
    text.get(..last + c.len_utf8())
}

/// Figures by how their names begin, the longest names first, so that none is found within another.
fn index(known: &[Known]) -> HashMap<&str, Vec<&Known>> {
    let mut index: HashMap<&str, Vec<&Known>> = HashMap::new();
    for one in known {
        if let Some(begin) = begin(&one.name) {
            index.entry(begin).or_default().push(one);
        }
    }
    index
}

/// The figures that a text tells by name: the text is gone through once, however many names there
/// are, and a name that is told otherwise once is not told again.
fn named(text: &str, index: &HashMap<&str, Vec<&Known>>, place: &Place, notes: &mut Notes) {
    let mut done: HashSet<&str> = HashSet::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let candidates = begin(rest).and_then(|begin| index.get(begin));
        let found = candidates.and_then(|all| all.iter().find(|one| rest.starts_with(&one.name)));
        let Some(first) = found else {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        };
        rest = rest.get(first.name.len()..).unwrap_or_default();
        if let Some(told) = told(rest).filter(|_| !done.contains(first.name.as_str())) {
            let before = notes.findings.len();
            first.hold(&told, place, notes);
            if notes.findings.len() > before {
                done.insert(&first.name);
            }
        }
    }
}

/// The figures of a group as a sentence tells them: 项目产出类指标权重为35分，得分为32.7分，得分率为93.43%。
struct Told<'g> {
    name: &'g str,
    figures: Vec<(&'static str, Known)>,
    /// The score of its rows, where none is printed for it.
    summed: Option<First>,
}

/// The groups that have a name to be found by: those with a figure, and those of the first level.
fn groups<'s>(sheet: &'s Sheet<'_>) -> Vec<Told<'s>> {
    let named = |branch: &&'s Branch<'_>| {
        branch.path.last().is_some_and(|name| name.chars().count() > 1)
            && (branch.printed.is_some() || branch.path.len() == 1)
    };
    let told = sheet.branches.iter().filter(named).filter_map(|branch| {
        let name = *branch.path.last()?;
        let cells = branch.printed.map_or(Vec::new(), |group| {
            vec![
                ("得分率", &group.score_rate, Field::ScoreRate),
                ("得分", &group.score, Field::Score),
                ("权重", &group.weight, Field::Weight),
                ("分值", &group.weight, Field::Weight),
            ]
        });
        let known = cells.into_iter().filter_map(|(sign, text, field)| {
            let known = Known {
                name: format!("{name}{sign}"),
                printed: Printed::read(text)?,
                text: text.clone(),
                target: None,
                place: sheet.of(&branch.path, field),
            };
            Some((sign, known))
        });
        let summed = firsts::group(sheet, branch).filter(|group| group.summed);
        Some(Told { name, figures: known.collect(), summed })
    });
    told.collect()
}

/// What a name of a group goes on with where a sentence tells its figures: 过程 alone is a word.
const GROUP: [&str; 8] = ["类", "指标", "部分", "权重", "分值", "得分", "满分", "("];
/// What begins to tell of the whole.
const WHOLE: [&str; 5] = ["总分", "总得分", "最终", "综合得分", "合计"];

impl Told<'_> {
    /// What the sentence with the name says of the group, up to the next group or the full stop.
    fn look(&self, text: &str, groups: &[Told<'_>], place: &Place, notes: &mut Notes) {
        let rests = text.match_indices(self.name).map(|(at, name)| &text[at + name.len()..]);
        let mut told_of = rests.filter(|rest| GROUP.iter().any(|sign| rest.starts_with(sign)));
        let Some(rest) = told_of.next() else { return };
        let sentence = rest.split(['。', ';']).next().unwrap_or_default();
        let others = groups.iter().map(|other| other.name).filter(|other| *other != self.name);
        let end = others.chain(WHOLE).filter_map(|sign| sentence.find(sign)).min();
        let mut taken = end.and_then(|end| sentence.get(..end)).unwrap_or(sentence).to_owned();
        for (sign, known) in &self.figures {
            let Some(at) = taken.find(sign) else { continue };
            let after = taken.get(at + sign.len()..).unwrap_or_default().to_owned();
            // 得分 is part of 得分率, which was looked for first.
            taken = taken.replacen(sign, "", 1);
            if let Some(told) = told(&after) {
                known.hold(&told, place, notes);
            }
        }
        let Some(summed) = &self.summed else { return };
        let after = taken.replace("得分率", "");
        let score = after.split_once("得分").and_then(|(_, after)| told(after));
        if let Some(score) = score.filter(|score| !score.is_percent()) {
            summed.hold_text(&format!("{}得分", self.name), &score, place, notes);
        }
    }
}

/// What a total is called in a sentence.
const TOTALS: [&str; 3] = ["总得分", "综合得分", "评价总分"];

/// A total that the text tells and the table does not print: the rows have one all the same.
fn unprinted_total(text: &str, total: &First, place: &Place, notes: &mut Notes) {
    let found = TOTALS.iter().find_map(|name| {
        let (_, after) = text.split_once(name)?;
        Some((*name, told(after).filter(|told| !told.is_percent())?))
    });
    if let Some((name, told)) = found {
        total.hold_text(name, &told, place, notes);
    }
}

/// A figure of the table with the name that it has in a text.
struct Known {
    name: String,
    printed: Printed,
    text: String,
    /// The target of the row: a sentence about what was planned tells that.
    target: Option<Printed>,
    place: Place,
}

/// Characters that a name has at least to be told from a word.
const NAME: usize = 4;

fn known(sheet: &Sheet<'_>) -> Vec<Known> {
    let mut all = Vec::new();
    for line in &sheet.lines {
        let name = plain(line.row.name());
        if let Some(actual) = line.actual.as_ref().filter(|_| name.chars().count() >= NAME) {
            all.push(Known {
                name,
                printed: actual.clone(),
                text: line.row.actual.clone(),
                target: line.target.clone(),
                place: sheet.at(line.number, Field::Actual),
            });
        }
    }
    let mut add = |names: &[&str], text: &str, field| {
        let Some(printed) = Printed::read(text) else { return };
        for name in names {
            all.push(Known {
                name: (*name).to_owned(),
                printed: printed.clone(),
                text: text.to_owned(),
                target: None,
                place: sheet.whole(field),
            });
        }
    };
    if let Some(budget) = &sheet.table.budget {
        add(&["年初预算数", "年初预算金额", "年初预算"], &budget.initial, Field::BudgetInitial);
        add(&["全年预算数", "调整后预算数"], &budget.planned, Field::BudgetPlanned);
        let executed = ["全年执行数", "预算执行数", "项目执行数", "执行数"];
        add(&executed, &budget.executed, Field::BudgetExecuted);
        add(&["预算执行率", "执行率"], &budget.rate, Field::BudgetRate);
    }
    add(&TOTALS, &sheet.table.total, Field::Total);
    all.sort_by_key(|one| std::cmp::Reverse(one.name.len()));
    all
}

/// Characters between a name and its figure.
const NEAR: usize = 10;
/// Characters behind a name that are looked at: as far as a figure may stand, with its digits.
const LOOKED_AT: usize = 48;

/// The figure that a sentence goes on with.
fn told(rest: &str) -> Option<Printed> {
    // A name may stand often, and a figure must be near.
    let rest = rest.char_indices().nth(LOOKED_AT).map_or(rest, |(end, _)| &rest[..end]);
    // 年初预算数相比上年度增加16万元 tells a change.
    let before = rest.find(|c: char| c.is_ascii_digit()).and_then(|at| rest.get(..at))?;
    if ["增", "减", "相比", "较上"].iter().any(|word| before.contains(word)) {
        return None;
    }
    following(rest, NEAR, &['。', ';', ',', '、', '(', ')', '"', '“', '='])
}

impl Known {
    fn hold(&self, told: &Printed, place: &Place, notes: &mut Notes) {
        let Some(same) = agree(told, &self.printed) else { return };
        notes.made(Check::SameFigureDiffers);
        let planned = self.target.as_ref().and_then(|target| agree(told, target)).unwrap_or(false);
        if same || planned {
            return;
        }
        let shown = told.figure.to_string() + &told.unit;
        let finding = Finding::new(Check::SameFigureDiffers, place.clone())
            .said(shown, &self.text)
            .param("name", &self.name)
            .param("other", &self.text)
            .param("where", self.place.field.name());
        notes.found(finding.beside([self.place.clone()]));
    }
}

/// Whether the digits of both may stand for one figure; none where their units are not comparable.
fn agree(told: &Printed, printed: &Printed) -> Option<bool> {
    let (one, other) = (told.amount().ok()?, printed.amount().ok()?);
    let comparable = one.1 == other.1 || one.1.starts_with(other.1) || other.1.starts_with(one.1);
    if !comparable || told.is_percent() != printed.is_percent() {
        return None;
    }
    let holds = |mode: Mode| -> Result<bool, NumberError> {
        let scaled = |of: &Printed| -> Result<Interval, NumberError> {
            let (times, _) = crate::audit::printed::multiple(&of.unit);
            Interval::printed(of, mode)?.times(crate::engine::Fraction::whole(times))
        };
        Ok(scaled(told)?.meets(scaled(printed)?))
    };
    // A figure without its unit may be in that of the other.
    let plain = one.1.is_empty() != other.1.is_empty()
        && Readings::that(|mode| {
            Ok(Interval::printed(told, mode)?.meets(Interval::printed(printed, mode)?))
        })
        .is_ok_and(|readings| !readings.is_none());
    Readings::that(holds).ok().map(|readings| plain || !readings.is_none())
}
