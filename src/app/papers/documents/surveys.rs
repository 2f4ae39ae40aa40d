//! 问卷调查结果统计: options, counts and shares of each question, scored or not.

use super::context::{Context, Leaf, proportion};
use super::{Document, Part};
use crate::engine::{Figure, Measure, Value};
use crate::exchange::table::{Cell, Row, Table};
use crate::exchange::typed;
use crate::words::table::documents as text;

/// All questions in one document, those that are scored first.
pub fn surveys(ctx: &Context<'_>) -> Option<Document> {
    let leaves = ctx.leaves();
    let scored = leaves.iter().filter_map(|leaf| scored(ctx, leaf));
    let others = ctx.assessment.project.surveys.iter().map(|survey| {
        let options = survey.options.iter();
        let options = options.map(|option| (option.label.clone(), count(&option.count))).collect();
        question(ctx, &survey.question, options, None)
    });
    let tables: Vec<Part> = scored.chain(others).map(Part::Table).collect();
    if tables.is_empty() {
        return None;
    }
    Some(Document::new("surveys", ctx.t(text::SURVEYS), tables))
}

fn scored(ctx: &Context<'_>, leaf: &Leaf<'_>) -> Option<Table> {
    let measure = leaf.indicator.scoring.as_ref()?.measure.as_ref()?;
    let asked = typed_count(ctx, leaf.entry.asked.as_ref());
    let options = match measure {
        Measure::Survey(survey) => {
            let counts = leaf.entry.counts.as_ref()?;
            let counts = counts.iter().map(|value| typed_count(ctx, Some(value)));
            let labels = survey.options.iter().map(|label| ctx.lang.of(label).to_owned());
            labels.zip(counts).collect()
        }
        Measure::Share(_) => {
            let yes = typed_count(ctx, leaf.entry.yes.as_ref())?;
            let asked = asked.or_else(|| prefilled(ctx, leaf))?;
            let no = asked - yes;
            vec![(ctx.t(text::YES).to_owned(), Some(yes)), (ctx.t(text::NO).to_owned(), Some(no))]
        }
        _ => return None,
    };
    Some(question(ctx, ctx.name(leaf.indicator), options, asked.or_else(|| prefilled(ctx, leaf))))
}

fn prefilled(ctx: &Context<'_>, leaf: &Leaf<'_>) -> Option<Figure> {
    let prefill = &leaf.indicator.scoring.as_ref()?.prefill;
    typed_count(ctx, prefill.asked.as_ref())
}

fn typed_count(ctx: &Context<'_>, value: Option<&Value>) -> Option<Figure> {
    match value? {
        Value::Text(text) => count(text),
        Value::Fact(fact) => count(ctx.fact(fact)),
    }
}

fn count(text: &str) -> Option<Figure> {
    typed::figure(text, "")?.parse().ok()
}

/// One question: 选项 小计 比例, and how many answered it.
fn question(
    ctx: &Context<'_>,
    title: &str,
    options: Vec<(String, Option<Figure>)>,
    answers: Option<Figure>,
) -> Table {
    let sum: Figure = options.iter().filter_map(|(_, count)| *count).sum();
    let answers = answers.unwrap_or(sum);
    let shown = |count: Option<Figure>| count.map_or_else(String::new, Figure::trimmed);
    let rows = options.into_iter().map(|(label, count)| {
        let share = proportion(count, Some(answers));
        Row::from(vec![Cell::side(label), Cell::number(shown(count)), Cell::number(share)])
    });
    let last =
        vec![Cell::side(ctx.t(text::ANSWERS)), Cell::number(answers.trimmed()), Cell::text("")];
    Table {
        title: title.to_owned(),
        head: vec![Row::from(
            [text::OPTION, text::COUNT, text::PROPORTION]
                .map(|key| Cell::head(ctx.t(key)))
                .to_vec(),
        )],
        body: rows.chain([Row::from(last)]).collect(),
        notes: Vec::new(),
    }
}
