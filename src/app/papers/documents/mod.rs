//! The documents of an evaluation, made from the same figures as the page: pure builders.
//!
//! Each returns a [`Document`]: sentences and [`Table`]s in the order in which they are read. The
//! share page shows, copies and prints them; the scoring page prints [`paper`].

pub mod context;
pub mod figures;
mod group;
mod progress;
mod project;
pub mod scenarios;
mod score_table;
mod self_form;
mod summary;
mod surveys;
mod tree;

pub use context::Context;

use crate::engine::Layout;
use crate::exchange::table::Table;
use crate::words::table::documents as text;

/// A document with its parts in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Name for links and keys; letters, digits and hyphens.
    pub id: String,
    /// Its title, in the language of the page.
    pub title: String,
    /// Sentences and tables.
    pub parts: Vec<Part>,
    /// Whether it wants paper across.
    pub wide: bool,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A table.
    Table(Table),
}

impl Document {
    fn new(id: &str, title: &str, parts: Vec<Part>) -> Document {
        Document { id: id.to_owned(), title: title.to_owned(), parts, wide: false }
    }

    fn wide(mut self) -> Document {
        self.wide = true;
        self
    }
}

/// All documents that belong to the form, in the order of its report.
pub fn documents(ctx: &Context<'_>) -> Vec<Document> {
    let mut documents = match ctx.rubric.layout {
        Layout::Report => report(ctx),
        Layout::SelfForm => vec![self_form::self_form(ctx), score_table::full(ctx)],
        Layout::Progress => {
            let progress = project::goals(ctx).into_iter();
            progress.chain([progress::scores(ctx), score_table::full(ctx)]).collect()
        }
    };
    if ctx.rubric.layout != Layout::Progress {
        documents.extend(project::goals(ctx));
    }
    documents.extend(project::budget(ctx));
    documents.extend(project::funds(ctx));
    documents.extend(surveys::surveys(ctx));
    documents.extend(scenarios::scenarios(ctx));
    named(ctx, &mut documents);
    documents
}

/// Says of which project each document is: it may be printed or copied alone. 自评表 has a field
/// for it.
fn named(ctx: &Context<'_>, documents: &mut [Document]) {
    let name = ctx.assessment.project.name.trim();
    if name.is_empty() {
        return;
    }
    let line = format!("{}{}{name}", ctx.t(text::PROJECT_NAME), ctx.t(text::COLON));
    for document in documents.iter_mut().filter(|document| document.id != self_form::ID) {
        document.parts.insert(0, Part::Text(line.clone()));
    }
}

fn report(ctx: &Context<'_>) -> Vec<Document> {
    let mut documents = vec![summary::summary(ctx), score_table::full(ctx), score_table::form(ctx)];
    documents.push(score_table::list(ctx));
    documents.extend(summary::details(ctx));
    documents
}

/// What the scoring page prints: project, scores, grade; the page adds beam and signatures.
pub fn paper(ctx: &Context<'_>) -> Document {
    let scores = match ctx.rubric.layout {
        Layout::SelfForm => return self_form::self_form(ctx),
        Layout::Progress => progress::scores(ctx).parts,
        Layout::Report => vec![Part::Table(score_table::paper_table(ctx))],
    };
    let about = Part::Table(project::about(ctx));
    let parts = std::iter::once(about).chain(scores).collect();
    Document::new("paper", ctx.lang.of(&ctx.rubric.title), parts)
}

#[cfg(test)]
mod tests;
