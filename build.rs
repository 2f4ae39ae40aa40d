//! Checks the presets and turns them into compact JSON: a list of them, and a file for each rubric
//! and example. The page fetches the files; others carry them (`src/presets/carried.rs`).
//!
//! A malformed preset fails the build with its file and line. The engine's own types read the
//! TOML, and its own `validate` checks it, so a preset that builds is one that scores.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use sha2::{Digest, Sha256};

#[allow(dead_code, unused_imports, reason = "the build needs only a part of the engine")]
#[path = "src/engine/mod.rs"]
mod engine;
#[allow(dead_code, unused_imports, reason = "the build needs only a part of it")]
#[path = "src/tree/mod.rs"]
mod tree;

use engine::{Assessment, Problem, Rubric, Severity};
use toml::de::{DeTable, DeValue};
use tree::{Document, Tree, WrongShape};

/// The presets in the order in which the page offers them.
const SLUGS: [&str; 6] =
    ["fukang", "fukang-self", "shenzhen", "jinzhong", "taishan", "national-self"];

fn main() {
    println!("cargo::rerun-if-changed=src/presets");
    println!("cargo::rerun-if-changed=src/engine");
    println!("cargo::rerun-if-changed=src/tree");
    println!("cargo::rerun-if-env-changed=JIHENG_PRESETS");
    let built: Result<Vec<Built>, String> = SLUGS.iter().map(|slug| preset(slug)).collect();
    let built = built.unwrap_or_else(|message| fail(&message));
    let out = env::var_os("OUT_DIR").map_or_else(PathBuf::new, PathBuf::from);
    let listed: Vec<&str> = built.iter().map(|one| one.listed.as_str()).collect();
    write(&out.join("presets.rs"), &format!("&[{}]", listed.join(",")));
    let carried = |one: &Built| {
        let (rubric, example) = (&one.rubric, &one.example);
        format!("Texts{{id:{:?},rubric:{rubric:?},example:{example:?}}}", one.slug)
    };
    let carried: Vec<String> = built.iter().map(carried).collect();
    write(&out.join("carried.rs"), &format!("&[{}]", carried.join(",")));
    // Where the scripts that make the page want them (scripts/wasm-env.sh).
    if let Some(folder) = env::var_os("JIHENG_PRESETS").map(PathBuf::from) {
        // No preset stays there that is no more.
        let _ = fs::remove_dir_all(&folder);
        for one in &built {
            write(&folder.join(one.slug).join("rubric.json"), &one.rubric);
            write(&folder.join(one.slug).join("example.json"), &one.example);
        }
    }
}

fn write(path: &Path, text: &str) {
    let folder = path.parent().unwrap_or(path);
    if let Err(error) = fs::create_dir_all(folder).and_then(|()| fs::write(path, text)) {
        fail(&format!("{}: {error}", path.display()));
    }
}

fn fail(message: &str) -> ! {
    for line in message.lines() {
        println!("cargo::error={line}");
    }
    process::exit(1);
}

/// A preset that was checked.
struct Built {
    slug: &'static str,
    /// The Rust expression of what is shown of it before it is opened.
    listed: String,
    /// JSON.
    rubric: String,
    /// JSON.
    example: String,
}

fn preset(slug: &'static str) -> Result<Built, String> {
    let folder = Path::new("src/presets").join(slug);
    let (path, text) = read(&folder.join("rubric.toml"))?;
    let rubric: Rubric = document(&path, &text, "")?;
    if rubric.id != slug {
        return Err(format!("{path}:1: the id is \"{}\", the folder \"{slug}\"", rubric.id));
    }
    check(&path, &text, &rubric)?;
    let compact = tree::json(&rubric);
    let hash: String =
        Sha256::digest(&compact)[..8].iter().map(|byte| format!("{byte:02x}")).collect();

    // The first case is the published example; the others are for the golden test.
    let (path, text) = read(&folder.join("cases.toml"))?;
    let mut example: Assessment = document(&path, &text, "case[0].assessment")?;
    example.rubric.hash.clone_from(&hash);
    let example = tree::json(&example);
    let groups: Vec<String> = rubric
        .indicators
        .iter()
        .map(|one| format!("({:?},{:?},{:?})", one.name.zh, one.name.en, one.weight.trimmed()))
        .collect();
    let listed = format!(
        "Preset{{id:{slug:?},title:({:?},{:?}),region:({:?},{:?}),kind:Kind::{:?},full_score:{:?},\
         edition:{:?},groups:&[{}],hash:{hash:?}}}",
        rubric.title.zh,
        rubric.title.en,
        rubric.region.zh,
        rubric.region.en,
        rubric.kind,
        rubric.full_score.trimmed(),
        rubric.edition,
        groups.join(","),
    );
    Ok(Built { slug, listed, rubric: compact, example })
}

fn read(path: &Path) -> Result<(String, String), String> {
    let shown = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => Ok((shown, text)),
        Err(error) => Err(format!("{shown}: {error}")),
    }
}

/// The document at `place` in a TOML text; what is wrong with it is told with its line.
fn document<T: Document>(path: &str, text: &str, place: &str) -> Result<T, String> {
    let tree: Tree = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        format!("{path}:{}: {}", line(text, at), error.message())
    })?;
    let found = match find(tree, place) {
        Some(tree) => tree.document(),
        None => Err(WrongShape::new("is missing")),
    };
    found.map_err(|flaw| {
        let flaw = if place.is_empty() { flaw } else { flaw.under(place) };
        format!("{path}:{}: {flaw}", line(text, position(text, &flaw.path)))
    })
}

/// `case[0].assessment` as `case`, `0`, `assessment`.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    let parts = path.split(['.', '[']).map(|step| step.trim_end_matches(']'));
    parts.filter(|step| !step.is_empty())
}

fn find(tree: Tree, path: &str) -> Option<Tree> {
    steps(path).try_fold(tree, |tree, step| match tree {
        Tree::Fields(mut fields) => fields.remove(step),
        Tree::List(list) => list.into_iter().nth(step.parse().ok()?),
        _ => None,
    })
}

/// Where `path` is in a TOML text, or as far on the way to it as there is something.
fn position(text: &str, path: &str) -> usize {
    let Ok(table) = DeTable::parse(text) else { return 0 };
    let mut value = DeValue::Table(table.into_inner());
    let mut at = 0;
    for step in steps(path) {
        let next = match value {
            DeValue::Table(fields) => fields
                .into_iter()
                .find(|(name, _)| name.get_ref() == step)
                .map(|(name, value)| (name.span().start, value)),
            DeValue::Array(list) => {
                let index = step.parse().unwrap_or(usize::MAX);
                list.into_iter().nth(index).map(|value| (value.span().start, value))
            }
            _ => None,
        };
        let Some((start, found)) = next else { break };
        at = start;
        value = found.into_inner();
    }
    at
}

fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Every problem that the preset does not accept, each with the line of its indicator.
fn check(path: &str, text: &str, rubric: &Rubric) -> Result<(), String> {
    let problems = engine::validate(rubric);
    let accepted = |problem: &Problem| {
        let known = rubric.accepted.iter().any(|accepted| accepted.covers(problem));
        known && problem.severity() < Severity::Error
    };
    let mut found: Vec<String> = problems
        .iter()
        .filter(|problem| !accepted(problem))
        .map(|problem| {
            let id = problem.indicator.as_deref().unwrap_or(&rubric.id);
            let line = line_of(text, id);
            let field = problem.field.as_deref().unwrap_or("");
            format!("{path}:{line}: {:?} at {id} {field} {:?}", problem.code, problem.params)
        })
        .collect();
    let unused =
        rubric.accepted.iter().filter(|one| !problems.iter().any(|found| one.covers(found)));
    found.extend(unused.map(|one| {
        let id = one.indicator.as_deref().unwrap_or(&rubric.id);
        format!("{path}:{}: accepts {:?} at {id}, which is not found", line_of(text, id), one.code)
    }));
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

fn line_of(text: &str, id: &str) -> usize {
    let mark = format!("id = \"{id}\"");
    text.lines().position(|line| line.contains(&mark)).map_or(1, |at| at + 1)
}
