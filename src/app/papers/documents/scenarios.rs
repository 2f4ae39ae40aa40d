//! 推演方案对比: the baseline and every scenario side by side, and each in a sentence.

use super::figures::points_padded;
use super::{Context, Document, Part};
use crate::app::parts::difference::signed;
use crate::engine::{Assessment, Node, Outcome, Scenario, Scorecard, Span, Status, score};
use crate::exchange::table::{Cell, Row, Table};
use crate::exchange::typed::plain;
use crate::whatif::scenario::{apply, between};
use crate::words::report::grade_name;
use crate::words::table::{documents as text, page};
use crate::words::whatif::scenario::statement;
use crate::words::{say, t};

/// Name of the document.
pub const ID: &str = "scenarios";

/// A scenario with what comes of it.
struct Tried<'a> {
    scenario: &'a Scenario,
    /// Figures made plain, as those of the baseline.
    shown: Assessment,
    card: Scorecard,
}

/// The comparison; none where there are no scenarios.
pub fn scenarios<'a>(ctx: &Context<'a>) -> Option<Document> {
    let all = &ctx.assessment.scenarios;
    if all.is_empty() {
        return None;
    }
    let tried = |scenario: &'a Scenario| {
        let shown = plain(ctx.rubric, &apply(ctx.assessment, &scenario.changes));
        Tried { card: score(ctx.rubric, &shown), shown, scenario }
    };
    let tried: Vec<Tried<'_>> = all.iter().map(tried).collect();
    let baseline = plain(ctx.rubric, ctx.assessment);
    let sentences = tried.iter().map(|one| Part::Text(sentence(ctx, &baseline, one)));
    let parts = std::iter::once(Part::Table(table(ctx, &tried))).chain(sentences).collect();
    Some(Document::new(ID, ctx.t(text::SCENARIOS), parts).wide())
}

/// 方案一（按续建口径）：若…，其余不变，总分由93.50分变为93.78分，等级仍为“优”。
fn sentence(ctx: &Context<'_>, baseline: &Assessment, tried: &Tried<'_>) -> String {
    let changes = between(baseline, &tried.shown);
    let cards = (ctx.scorecard, &tried.card);
    let said = statement(ctx.rubric, baseline, &changes, cards, ctx.lang);
    let Scenario { name, note, .. } = tried.scenario;
    let name = match note.as_str() {
        "" => name.clone(),
        note => say(text::WITH_NOTE, ctx.lang, &[("name", name), ("note", note)]),
    };
    format!("{name}{}{said}", ctx.t(text::COLON))
}

/// For each its points, and what they differ by; rows for the first level, for whatever differs, and for the whole.
fn table(ctx: &Context<'_>, tried: &[Tried<'_>]) -> Table {
    let names = tried.iter().map(|one| Cell::head(one.scenario.name.as_str()).across(2));
    let head = [text::INDICATOR, text::WEIGHT, page::BASELINE].map(|key| Cell::head(ctx.t(key)));
    let nodes = ctx.rubric.nodes();
    let mut body: Vec<Row> =
        nodes.iter().enumerate().filter_map(|(at, node)| row(ctx, tried, at, node)).collect();
    body.push(total(ctx, tried));
    let grade = |card| {
        let open = || t(text::GRADE_OPEN, ctx.lang).to_owned();
        Cell::centred(grade_name(ctx.rubric, card, ctx.lang).unwrap_or_else(open))
    };
    let grades = tried.iter().map(|one| grade(&one.card).across(2));
    let own = [Cell::side(ctx.t(text::GRADE)), Cell::text(""), grade(ctx.scorecard)];
    body.push(Row::from(own.into_iter().chain(grades).collect::<Vec<Cell>>()));
    Table {
        head: vec![Row::from(head.into_iter().chain(names).collect::<Vec<Cell>>())],
        body,
        ..Table::default()
    }
}

/// The points of a node; none for one below the first level that is the same in all of them.
fn row(ctx: &Context<'_>, tried: &[Tried<'_>], at: usize, node: &Node<'_>) -> Option<Row> {
    let was = ctx.outcome(at)?;
    let now: Vec<&Outcome> = tried.iter().filter_map(|one| one.card.outcomes.get(at)).collect();
    let same = |now: &&Outcome| now.score == was.score && now.status == was.status;
    if node.depth > 1 && now.iter().all(same) {
        return None;
    }
    let shown = |outcome: &Outcome| match outcome.status {
        Status::Empty | Status::Invalid | Status::NotApplicable | Status::InBlock => None,
        _ => Some(outcome.score),
    };
    let own = [
        // Its level shows where the table is pasted, too.
        Cell::side(["　".repeat(node.depth - 1).as_str(), ctx.name(node.indicator)].concat()),
        Cell::number(was.weight.trimmed()),
        points(ctx, shown(was)),
    ];
    let each = now.into_iter().flat_map(|now| cells(ctx, shown(now), shown(was)));
    Some(Row::from(own.into_iter().chain(each).collect::<Vec<Cell>>()))
}

fn total(ctx: &Context<'_>, tried: &[Tried<'_>]) -> Row {
    let was = ctx.scorecard.total.score;
    let own = [
        Cell::side(ctx.t(text::GRAND_TOTAL)),
        Cell::number(ctx.scorecard.total.weight.trimmed()),
        points(ctx, Some(was)),
    ];
    let each = tried.iter().flat_map(|one| cells(ctx, Some(one.card.total.score), Some(was)));
    Row::from(own.into_iter().chain(each).collect::<Vec<Cell>>())
}

fn points(ctx: &Context<'_>, score: Option<Span>) -> Cell {
    let shown = score.map(|score| points_padded(ctx.rubric, score, ctx.lang));
    Cell::number(shown.unwrap_or_else(|| "—".to_owned()))
}

/// `5.76` and `+0.28`; nothing beside it where nothing differs, or where points are open.
fn cells(ctx: &Context<'_>, now: Option<Span>, was: Option<Span>) -> [Cell; 2] {
    let settled = |score: Option<Span>| score.filter(|score| score.is_settled());
    let by = settled(now).zip(settled(was)).map(|(now, was)| now.min - was.min);
    let by = by.map(|by| signed(by, ctx.rubric.rounding.places));
    [points(ctx, now), Cell::number(by.unwrap_or_default())]
}
