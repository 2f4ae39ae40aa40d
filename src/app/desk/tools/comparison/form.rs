//! Which form the entries are held against: one that comes with the page, or one from a file.

use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, el};
use crate::app::desk::tools::parts;
use crate::engine::{Problem, Rubric, Severity, validate};
use crate::presets::{self, Preset};
use crate::tree;
use crate::words::table::insight as text;
use crate::words::{problem, say, t};

/// What was chosen.
#[derive(Debug, Default)]
pub struct Forms {
    /// Id of a preset, or [`FILE`]; empty for the first that is offered.
    chosen: String,
    file: Option<Result<Rubric, Flaw>>,
}

/// What the file stands for among the choices.
const FILE: &str = "file:";

/// Why a file holds no form that could score.
#[derive(Debug)]
enum Flaw {
    NotJson { line: usize, column: usize },
    Shape { path: String },
    Faulty(Box<(Rubric, Problem)>),
}

impl Forms {
    /// Another form was chosen.
    pub fn choose(&mut self, value: &str) {
        value.clone_into(&mut self.chosen);
    }

    /// A file was read.
    pub fn load(&mut self, content: &str) {
        self.file = Some(read(content));
        FILE.clone_into(&mut self.chosen);
    }

    /// The form to compare with; none while the file that was chosen holds none.
    pub fn chosen(&self, base: &Base) -> Option<Rubric> {
        if self.chosen == FILE {
            return self.file.as_ref()?.as_ref().ok().cloned();
        }
        let offered = offered(base);
        let known = offered.iter().find(|preset| preset.id == self.chosen);
        presets::rubric(known.or(offered.first())?.id)
    }

    /// The choice, the field for a file, and what is wrong with it.
    pub fn draw(&self, base: &Base) -> Drawn {
        let lang = base.lang;
        let mut options: Vec<(String, String)> = offered(base)
            .into_iter()
            .map(|preset| {
                let title = lang.pick(preset.title);
                let values = [("title", title), ("edition", preset.edition)];
                (say(text::OTHER_EDITION, lang, &values), preset.id.to_owned())
            })
            .collect();
        if let Some(Ok(form)) = &self.file {
            let values = [("title", lang.of(&form.title)), ("edition", &form.edition)];
            options.push((say(text::OTHER_FROM_FILE, lang, &values), FILE.to_owned()));
        }
        let label = t(text::OTHER_FORM, lang);
        let select = parts::select(label, "whatif-form", "comparison-with", &options, &self.chosen);
        el("div", "whatif__controls").child(select).child(self.field(base))
    }

    fn field(&self, base: &Base) -> Drawn {
        let flaw = match &self.file {
            Some(Err(flaw)) => Some(told(base, flaw)),
            _ => None,
        };
        let wrong = flaw.is_some();
        let note = flaw.map(|flaw| {
            let class = "whatif__standing whatif__standing--wrong";
            el("p", class).id(NOTE).attr("role", "alert").text(flaw)
        });
        let field = el("input", "whatif__file")
            .id("whatif-file")
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .attr("aria-describedby", if wrong { NOTE } else { "" })
            .flag("aria-invalid", wrong)
            .act("comparison-file");
        let label = el("label", "whatif__label").attr("for", "whatif-file");
        let label = label.text(t(text::OTHER_FILE, base.lang));
        el("div", "whatif__control").child(label).child(field).children(note)
    }
}

const NOTE: &str = "whatif-file-note";

/// Every form that comes with the page but the one that the assessment is pinned to; a newer
/// edition of that comes first.
fn offered(base: &Base) -> Vec<&'static Preset> {
    let pin = &base.assessment.rubric;
    let other = |preset: &&Preset| preset.id != pin.id || preset.hash != pin.hash;
    let mut offered: Vec<&'static Preset> = presets::LIST.iter().filter(other).collect();
    offered.sort_by_key(|preset| preset.id != pin.id);
    offered
}

fn read(content: &str) -> Result<Rubric, Flaw> {
    let tree = tree::parse(content)
        .map_err(|flaw| Flaw::NotJson { line: flaw.line, column: flaw.column })?;
    let form: Rubric = tree.document().map_err(|flaw| Flaw::Shape { path: flaw.path })?;
    let wrong = validate(&form).into_iter().find(|one| one.severity() == Severity::Error);
    match wrong {
        Some(problem) => Err(Flaw::Faulty(Box::new((form, problem)))),
        None => Ok(form),
    }
}

fn told(base: &Base, flaw: &Flaw) -> String {
    let lang = base.lang;
    match flaw {
        Flaw::NotJson { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            say(text::OTHER_NOT_JSON, lang, &[("line", &line), ("column", &column)])
        }
        Flaw::Shape { path } => say(text::OTHER_SHAPE, lang, &[("path", path)]),
        Flaw::Faulty(faulty) => {
            let (form, flaw) = &**faulty;
            say(text::OTHER_FAULTY, lang, &[("problem", &problem(form, flaw, lang))])
        }
    }
}
