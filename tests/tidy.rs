//! What the compiler can't see: file heads, import direction, no float in the engine, CSS within the
//! baseline and in use, nothing in the tree that ties it to one machine or person.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `app, js_api -> contract -> words, exchange -> whatif, audit -> presets -> engine -> tree`: a module may name those of a lower level.
const LEVELS: [&[&str]; 7] = [
    &["tree"],
    &["engine"],
    &["presets"],
    &["whatif", "audit"],
    &["words", "exchange"],
    &["contract"],
    &["app", "js_api"],
];

#[test]
fn every_source_file_says_on_its_first_line_what_it_is_for() {
    let mut faults = Faults::default();
    for file in files("src", "rs") {
        let first = file.text.lines().next().unwrap_or_default();
        if first.strip_prefix("//! ").is_none_or(str::is_empty) {
            faults.add(&file, 1, "begin the file with `//! ` and what it is for");
        }
    }
    faults.none();
}

#[test]
fn modules_import_downwards_only() {
    let mut faults = Faults::default();
    for file in files("src", "rs") {
        let Some(own) = module_of(&file.path) else {
            continue;
        };
        let Some(own_level) = level(&own) else {
            continue;
        };
        let code = blank_comments_and_strings(&file.text);
        for (at, name) in crate_paths(&code) {
            if name != own && level(&name).is_some_and(|other| other >= own_level) {
                let hint =
                    format!("`{own}` must not use `crate::{name}` (see LEVELS in tests/tidy.rs)");
                faults.add(&file, line_of(&code, at), &hint);
            }
        }
    }
    faults.none();
}

#[test]
fn the_engine_has_no_floats() {
    let mut faults = Faults::default();
    for file in files("src/engine", "rs") {
        for (number, line) in blank_comments_and_strings(&file.text).lines().enumerate() {
            if words(line).any(|word| word == "f32" || word == "f64") || has_float_literal(line) {
                faults.add(&file, number + 1, "no floats in the engine: use its exact numbers");
            }
        }
    }
    faults.none();
}

#[test]
fn class_names_in_use_exist_and_those_that_exist_are_in_use() {
    let sheets = files("style", "css");
    let mut markup = files("src/app", "rs");
    markup.extend(
        files("src", "rs").into_iter().filter(|file| file.path == Path::new("src/main.rs")),
    );
    let pages = ["index.html", "start.js", "scripts/accessibility.mjs"];
    let pages: Vec<File> = pages.into_iter().filter_map(File::read).collect();
    let scripts = ["start.js", "config.js", "frame.js", "desk.js"];
    let scripts: Vec<File> = scripts.into_iter().filter_map(File::read).collect();
    assert_eq!(scripts.len(), 4);

    let mut faults = Faults::default();
    let mut defined = BTreeMap::new();
    for sheet in &sheets {
        for (name, line) in classes_defined(&sheet.text) {
            defined.entry(name).or_insert((sheet, line));
        }
    }
    let named = markup.iter().chain(&pages).map(|file| (file, classes_named(&file.text)));
    let selected = scripts.iter().map(|file| (file, classes_selected(&file.text)));
    for (file, names) in named.chain(selected) {
        for (name, line) in names {
            if !defined.contains_key(&name) {
                faults.add(file, line, &format!("class `{name}` is nowhere in style/"));
            }
        }
    }
    let everything: BTreeSet<&str> =
        markup.iter().chain(&pages).flat_map(|file| class_like_words(&file.text)).collect();
    for (name, (sheet, line)) in &defined {
        if !everything.contains(name.as_str()) {
            faults.add(sheet, *line, &format!("class `.{name}` is not used by the page"));
        }
    }
    faults.none();
}

#[test]
fn style_sheets_keep_to_the_baseline_and_to_the_tokens() {
    const TOO_NEW: [&str; 13] = [
        "@layer",
        "@container",
        "@property",
        "@scope",
        ":has(",
        ":is(",
        ":where(",
        "color-mix(",
        "oklch(",
        "dvh",
        "svh",
        "lvh",
        "light-dark(",
    ];
    const RAW_COLOURS: [&str; 4] = ["rgb(", "rgba(", "hsl(", "hsla("];
    let mut faults = Faults::default();
    for sheet in files("style", "css") {
        let code = blank_css_comments(&sheet.text);
        let tokens = sheet.path.ends_with("tokens.css");
        for (number, line) in code.lines().enumerate() {
            for feature in TOO_NEW.iter().filter(|feature| line.contains(**feature)) {
                faults.add(&sheet, number + 1, &format!("Chromium 86 does not know `{feature}`"));
            }
            if line.contains("!important") {
                faults.add(&sheet, number + 1, "no `!important`: order and specificity decide");
            }
            let value = line.split_once(':').map_or("", |(_, value)| value);
            if !tokens
                && (RAW_COLOURS.iter().any(|raw| line.contains(raw)) || has_hex_colour(value))
            {
                faults.add(&sheet, number + 1, "colours are written in style/tokens.css only");
            }
        }
        for line in nested_rules(&code) {
            faults.add(&sheet, line, "Chromium 86 does not know nested rules");
        }
    }
    faults.none();
}

#[test]
fn the_page_has_no_style_attribute() {
    let mut faults = Faults::default();
    let mut pages = files("src/app", "rs");
    pages.extend(["src/main.rs", "index.html"].into_iter().filter_map(File::read));
    for file in pages {
        for (number, line) in file.text.lines().enumerate() {
            let attribute = |at: usize| {
                !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_-.".contains(c))
            };
            if !line.trim_start().starts_with("//")
                && line.match_indices("style=").any(|(at, _)| attribute(at))
            {
                faults.add(&file, number + 1, "the policy forbids `style=`: use a class");
            }
        }
    }
    faults.none();
}

#[test]
fn nothing_in_the_tree_names_a_machine_a_registry_or_a_person() {
    // Written in pieces, so that this file does not find itself.
    let homes = ["home", "work", "root", "Users"].map(|folder| format!("/{folder}/"));
    let hosts = [
        "registry npmjs",
        "npmmirror com",
        "static crates",
        "index crates",
        "deb debian",
        "pypi org",
    ]
    .map(|host| host.replace(' ', "."));
    let mut faults = Faults::default();
    for file in tracked_files() {
        let locked = file.path.extension().is_some_and(|ext| ext == "lock");
        for (number, line) in file.text.lines().enumerate() {
            for home in homes.iter().filter(|home| starts_at_boundary(line, home)) {
                faults.add(&file, number + 1, &format!("a path of one machine: `{home}`"));
            }
            if hosts.iter().any(|host| line.contains(host.as_str())) {
                faults.add(&file, number + 1, "names the host of a package registry");
            }
            if !locked && has_mobile_number(line) {
                faults.add(&file, number + 1, "looks like a mobile phone number");
            }
            if file.path.ends_with("package-lock.json") && line.contains("\"resolved\"") {
                faults.add(
                    &file,
                    number + 1,
                    "the lock must not say where packages come from (.npmrc)",
                );
            }
        }
    }
    faults.none();
}

// ---- files and faults

struct File {
    path: PathBuf,
    text: String,
}

impl File {
    fn read(path: impl AsRef<Path>) -> Option<Self> {
        let text = fs::read_to_string(root().join(&path)).ok()?;
        Some(Self { path: path.as_ref().to_owned(), text })
    }
}

/// Collects `file:line: what is wrong` and fails once with all of them.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, file: &File, line: usize, what: &str) {
        self.0.push(format!("{}:{line}: {what}", file.path.display()));
    }

    fn none(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files with that ending under a folder, sorted; none if the folder does not exist.
fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(root().join(&folder)) else {
            continue;
        };
        for entry in entries {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == ending) {
                found.extend(File::read(&path));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Text files that git tracks or would: what a clone of the project contains.
fn tracked_files() -> Vec<File> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        listed.status.success(),
        "this test needs git: {}",
        String::from_utf8_lossy(&listed.stderr)
    );
    let names = String::from_utf8(listed.stdout).unwrap();
    names.split_terminator('\0').filter_map(File::read).collect()
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

// ---- Rust sources

/// `src/engine/rule/mod.rs` and `src/engine.rs` are both of module `engine`.
fn module_of(path: &Path) -> Option<String> {
    let first = path.strip_prefix("src").ok()?.components().next()?;
    Some(first.as_os_str().to_str()?.trim_end_matches(".rs").to_owned())
}

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|modules| modules.contains(&module))
}

/// Position and first name of each path that starts at the crate: `crate::words::x`, `crate::{engine, words::x}`.
fn crate_paths(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(top_level_names(group).into_iter().map(|name| (at, name))),
            None => found.extend(words(rest).next().map(|name| (at, name.to_owned()))),
        }
    }
    found
}

/// First name of each member of a `use` group, given the text after its brace.
fn top_level_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut member = String::new();
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => names.push(std::mem::take(&mut member)),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => member.push(c),
            _ => {}
        }
    }
    names.push(member);
    names.iter().filter_map(|member| words(member).next().map(str::to_owned)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// `2.5`, `2.` before no name, `1e5`; neither `x.0.1`, `0..5` nor `1.max(2)`.
fn has_float_literal(line: &str) -> bool {
    let mut before = ' ';
    let mut rest = line;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let lead = rest[..at].chars().next_back().unwrap_or(before);
        let end = rest[at..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .map_or(rest.len(), |n| at + n);
        let token = &rest[at..end];
        let starts_number = !lead.is_alphanumeric() && lead != '_' && lead != '.';
        let mut after = rest[end..].chars();
        let fraction =
            after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_digit());
        let exponent = !token.starts_with("0x")
            && token.contains(['e', 'E'])
            && !token.contains("usize")
            && !token.contains("isize");
        if starts_number && (fraction || exponent) {
            return true;
        }
        before = token.chars().next_back().unwrap_or(' ');
        rest = &rest[end..];
    }
    false
}

/// The same text with comments and the insides of string literals as spaces, so that positions and lines stay.
fn blank_comments_and_strings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |n| n + 2)
        } else if let Some(hashes) = raw_string_hashes(rest, &out) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            rest[open..].find(&close).map_or(rest.len(), |n| open + n + close.len())
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find("'").map_or(1, |n| n + 2)
        } else if c == '"' {
            string_length(rest)
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        out.extend(rest[..skip].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        rest = &rest[skip..];
    }
    out
}

/// For `r"`, `r#"`, …: how many `#`; not inside a name that ends in r.
fn raw_string_hashes(rest: &str, before: &str) -> Option<usize> {
    let tail = rest.strip_prefix('r')?;
    if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') && !before.ends_with('b') {
        return None;
    }
    let hashes = tail.len() - tail.trim_start_matches('#').len();
    tail[hashes..].starts_with('"').then_some(hashes)
}

fn string_length(literal: &str) -> usize {
    let mut escaped = false;
    for (at, c) in literal.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    literal.len()
}

// ---- style sheets and class names

fn blank_css_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("/*") {
        let end = rest[at..].find("*/").map_or(rest.len(), |n| at + n + 2);
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Calls back with each prelude (what stands before a `{`), its line, and the preludes it lies in.
fn each_rule(code: &str, mut visit: impl FnMut(&str, usize, &[String])) {
    let mut around: Vec<String> = Vec::new();
    let mut prelude = String::new();
    let mut line = 1;
    for c in code.chars() {
        match c {
            '{' => {
                let own = std::mem::take(&mut prelude).trim().to_owned();
                visit(&own, line, &around);
                around.push(own);
            }
            '}' => {
                around.pop();
                prelude.clear();
            }
            ';' => prelude.clear(),
            _ => prelude.push(c),
        }
        line += usize::from(c == '\n');
    }
}

fn nested_rules(code: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    each_rule(code, |_, line, around| {
        if around.last().is_some_and(|outer| !outer.starts_with('@')) {
            lines.push(line);
        }
    });
    lines
}

fn classes_defined(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    each_rule(&blank_css_comments(text), |prelude, line, _| {
        if prelude.starts_with('@') {
            return;
        }
        found.extend(classes_of_selector(prelude).map(|name| (name, line)));
    });
    found
}

fn classes_of_selector(selector: &str) -> impl Iterator<Item = String> {
    let names = selector.split('.').skip(1);
    let names = names.map(|rest| rest.chars().take_while(|c| is_class_char(*c)).collect());
    names.filter(|name: &String| name.starts_with(|c: char| c.is_alphabetic()))
}

/// Class names by which a script finds elements: `querySelector('.a .b')`, `closest('tr, .a')`.
fn classes_selected(text: &str) -> Vec<(String, usize)> {
    const CALLS: [&str; 4] = ["querySelector('", "querySelectorAll('", "closest('", "matches('"];
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for rest in CALLS.iter().flat_map(|call| line.split(call).skip(1)) {
            let selector = rest.split('\'').next().unwrap_or_default();
            found.extend(classes_of_selector(selector).map(|name| (name, number + 1)));
        }
    }
    found
}

fn is_class_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Class names written as such: `class="a b"`, `class=("a", …)`, `class:a=`.
fn classes_named(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let boundary = |at: usize| !line[..at].ends_with(is_class_char);
        for (at, start) in line.match_indices("class").filter(|(at, _)| boundary(*at)) {
            let rest = &line[at + start.len()..];
            let quoted = ["=\"", "=(\"", "(\""].iter().find_map(|open| rest.strip_prefix(open));
            let names = match (quoted, rest.strip_prefix(':')) {
                (Some(value), _) => value.split('"').next().unwrap_or_default(),
                (None, Some(name)) => name.split(|c| !is_class_char(c)).next().unwrap_or_default(),
                (None, None) => continue,
            };
            found.extend(names.split_whitespace().map(|name| (name.to_owned(), number + 1)));
        }
    }
    found
}

/// Every run of characters that could be a class name.
fn class_like_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_class_char(c)).filter(|word| !word.is_empty())
}

fn has_hex_colour(value: &str) -> bool {
    value.match_indices('#').any(|(at, _)| {
        let digits = value[at + 1..].chars().take_while(char::is_ascii_alphanumeric);
        digits.clone().all(|c| c.is_ascii_hexdigit()) && matches!(digits.count(), 3 | 4 | 6 | 8)
    })
}

// ---- the whole tree

fn starts_at_boundary(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_.-}*~)".contains(c))
    })
}

/// Eleven digits that begin with 13 to 19 and stand alone.
fn has_mobile_number(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').any(|word| {
        let bytes = word.as_bytes();
        bytes.len() == 11
            && bytes.iter().all(u8::is_ascii_digit)
            && bytes[0] == b'1'
            && bytes[1] >= b'3'
    })
}
