//! Checks the presets and turns them into the compact form that the page carries.
//!
//! A malformed preset fails the build with its file and line. The engine's own types read the
//! TOML, and its own `validate` checks it, so a preset that builds is one that scores.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use sha2::{Digest, Sha256};

#[allow(dead_code, unused_imports, reason = "the build needs only a part of the engine")]
#[path = "src/engine/mod.rs"]
mod engine;

use engine::{Assessment, Problem, Rubric, Severity};

/// The presets in the order in which the page offers them.
const SLUGS: [&str; 6] =
    ["fukang", "fukang-self", "shenzhen", "jinzhong", "taishan", "national-self"];

/// `cases.toml`, of which only the first case is carried: it is the published example.
#[derive(serde::Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    assessment: Assessment,
}

fn main() {
    println!("cargo::rerun-if-changed=src/presets");
    println!("cargo::rerun-if-changed=src/engine");
    let built: Result<Vec<String>, String> = SLUGS.iter().map(|slug| preset(slug)).collect();
    let entries = built.unwrap_or_else(|message| fail(&message));
    let listing = format!("&[{}]", entries.join(","));
    let out = env::var_os("OUT_DIR").map_or_else(PathBuf::new, PathBuf::from);
    if let Err(error) = fs::write(out.join("presets.rs"), listing) {
        fail(&format!("presets.rs: {error}"));
    }
}

fn fail(message: &str) -> ! {
    for line in message.lines() {
        println!("cargo::error={line}");
    }
    process::exit(1);
}

/// The Rust expression of one preset.
fn preset(slug: &str) -> Result<String, String> {
    let folder = Path::new("src/presets").join(slug);
    let (path, text) = read(&folder.join("rubric.toml"))?;
    let rubric: Rubric = toml::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    if rubric.id != slug {
        return Err(format!("{path}:1: the id is \"{}\", the folder \"{slug}\"", rubric.id));
    }
    check(&path, &text, &rubric)?;
    let compact = json(&path, &rubric)?;
    let hash: String =
        Sha256::digest(&compact)[..8].iter().map(|byte| format!("{byte:02x}")).collect();

    let (path, text) = read(&folder.join("cases.toml"))?;
    let cases: Cases = toml::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    let mut example = match cases.case.into_iter().next() {
        Some(case) => case.assessment,
        None => return Err(format!("{path}:1: no case")),
    };
    example.rubric.hash.clone_from(&hash);
    let example = json(&path, &example)?;
    let groups: Vec<String> = rubric
        .indicators
        .iter()
        .map(|one| format!("({:?},{:?},{:?})", one.name.zh, one.name.en, one.weight.trimmed()))
        .collect();
    Ok(format!(
        "Preset{{id:{slug:?},title:({:?},{:?}),region:({:?},{:?}),kind:Kind::{:?},full_score:{:?},\
         edition:{:?},groups:&[{}],hash:{hash:?},rubric:{compact:?},example:{example:?}}}",
        rubric.title.zh,
        rubric.title.en,
        rubric.region.zh,
        rubric.region.en,
        rubric.kind,
        rubric.full_score.trimmed(),
        rubric.edition,
        groups.join(","),
    ))
}

fn read(path: &Path) -> Result<(String, String), String> {
    let shown = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(text) => Ok((shown, text)),
        Err(error) => Err(format!("{shown}: {error}")),
    }
}

fn json(path: &str, document: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(document).map_err(|error| format!("{path}: {error}"))
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
