//! `jiheng.schema.json`: made of the types, current, and of one mind with the reader.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use jiheng::engine::{Assessment, Rubric, is_plain};
use jiheng::exchange::own;
use jiheng::presets;
use jiheng::tree::shape::Shapes;
use jiheng::tree::{self, Document};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

const FILE: &str = "jiheng.schema.json";
/// Ids that go into links, addresses and names of files, and what they are made of.
const IDS: [&str; 3] = ["rubric::Rubric.id", "rubric::Indicator.id", "rubric::FactField.id"];
const PLAIN: &str = "^[A-Za-z0-9-]+$";
const RENEW: &str = "JIHENG_RENEW=1 cargo test --no-default-features --test schema";

#[test]
fn the_published_schema_is_the_one_that_the_types_make() {
    let made = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os("JIHENG_RENEW").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(published == made, "{FILE} is not what the types make now; renew it: {RENEW}");
}

#[test]
fn every_type_and_field_says_what_it_is() {
    let mut silent = Vec::new();
    let schema = schema();
    for (name, def) in schema["$defs"].as_object().unwrap() {
        let kinds = def["oneOf"].as_array().into_iter().flatten();
        for shape in kinds.chain([def]) {
            let fields = shape["properties"].as_object();
            let mute = |(_, field): &(&String, &Value)| field.get("description").is_none();
            let mute = fields.into_iter().flatten().filter(mute);
            silent.extend(mute.map(|(field, _)| format!("{name}.{field}")));
        }
    }
    assert_eq!(silent, [] as [String; 0]);
}

#[test]
fn every_preset_and_every_example_fits() {
    let (rubrics, assessments) = (validator(""), validator("Assessment"));
    for preset in presets::LIST {
        let rubric: Value = read(&tree::json(&presets::rubric(preset.id).unwrap()));
        rubrics.validate(&rubric).unwrap();
        let mut with_schema = rubric;
        with_schema["$schema"] = json!("../jiheng.schema.json");
        rubrics.validate(&with_schema).unwrap();
        own::rubric(tree::parse(&with_schema.to_string()).unwrap()).unwrap();
        let example = read(&tree::json(&presets::example(preset.id).unwrap()));
        assessments.validate(&example).unwrap();
    }
}

#[test]
fn what_the_reader_refuses_does_not_fit() {
    let rubrics = validator("");
    let whole = read(&tree::json(&presets::rubric("fukang").unwrap()));
    let leaf = "/indicators/0/children/0/children/0";
    let scoring = format!("{leaf}/scoring");
    for (at, value) in [
        ("/colour".to_owned(), json!("red")),
        ("/fullScore".to_owned(), json!(100)),
        ("/fullScore".to_owned(), json!("1,00")),
        ("/fullScore".to_owned(), json!("1.0000001")),
        ("/rounding/places".to_owned(), json!("2")),
        ("/rounding/mode".to_owned(), json!("up")),
        ("/kind".to_owned(), json!("self")),
        ("/title".to_owned(), json!("表")),
        ("/title/zh".to_owned(), json!(1)),
        ("/grades/0/min".to_owned(), json!(90)),
        ("/indicators".to_owned(), json!({})),
        ("/accepted".to_owned(), json!([{ "code": "no-such", "reason": { "zh": "" } }])),
        (format!("{leaf}/weight"), json!(3)),
        (format!("{leaf}/Weight"), json!("3")),
        (format!("{leaf}/criteria"), json!("要点")),
        (format!("{scoring}/rule"), json!({ "kind": "guess" })),
        (format!("{scoring}/rule"), json!({ "bands": [] })),
        (format!("{scoring}/rule"), json!({ "kind": "judgement", "items": [] })),
        (format!("{scoring}/measure"), json!({ "kind": "ratio", "direction": "near" })),
        (format!("{scoring}/modifiers"), json!([{ "kind": "penalty", "id": "a" }])),
        (format!("{scoring}/prefill"), json!({ "actual": 1 })),
        (format!("{scoring}/prefill"), json!({ "actual": { "fakt": "a" } })),
    ] {
        let mut wrong = whole.clone();
        put(&mut wrong, &at, value.clone());
        assert!(!rubrics.is_valid(&wrong), "fits: {at} {value}");
        assert!(is_read::<Rubric>(&wrong).is_err(), "is read: {at} {value}");
    }
}

#[test]
fn an_id_of_other_than_letters_digits_and_hyphens_does_not_fit() {
    let rubrics = validator("");
    let whole = read(&tree::json(&presets::rubric("fukang").unwrap()));
    for at in ["/id", "/indicators/0/id", "/indicators/0/children/0/children/0/id", "/facts/0/id"] {
        for id in ["城 市/../表", "a b", "a/b", ""] {
            let mut wrong = whole.clone();
            put(&mut wrong, at, json!(id));
            assert!(!rubrics.is_valid(&wrong), "fits: {at} {id}");
            assert!(own::rubric(tree::parse(&wrong.to_string()).unwrap()).is_err(), "{at} {id}");
        }
    }
}

#[test]
fn the_schema_of_the_settings_takes_what_the_docs_show_and_knows_every_preset() {
    let file =
        |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let schema = read(&file("jiheng.config.schema.json"));
    let ids: Vec<&str> = presets::LIST.iter().map(|preset| preset.id).collect();
    assert_eq!(schema["properties"]["presets"]["items"]["enum"], json!(ids));
    let settings = jsonschema::validator_for(&schema).unwrap();
    settings.validate(&read(&file("jiheng.config.json"))).unwrap();
    for docs in ["docs/config.md", "docs/config.zh-CN.md"] {
        let docs = file(docs);
        let example = docs.split("```json").nth(1).unwrap().split("```").next().unwrap();
        settings.validate(&read(example)).unwrap();
    }
    for wrong in [
        json!([]),
        json!({ "colour": {} }),
        json!({ "origins": ["*"] }),
        json!({ "origins": ["https://a.example/b"] }),
        json!({ "presets": ["fukan"] }),
        json!({ "rubrics": ["//a.example/city.json"] }),
        json!({ "lang": "fr" }),
        json!({ "title": { "en": "a" } }),
        json!({ "logo": "https://a.example/logo.svg" }),
        json!({ "colours": { "light": { "accent": "red" } } }),
        json!({ "home": { "href": "javascript:a", "text": "a" } }),
    ] {
        assert!(!settings.is_valid(&wrong), "{wrong}");
    }
}

// ---- mutations

/// A place somewhere in a document, by numbers that are taken modulo what is there.
fn mutate(at: &mut Value, steps: &[usize], deed: usize, with: &Value) {
    let Some((step, rest)) = steps.split_first() else {
        *at = with.clone();
        return;
    };
    match at {
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(step % fields.len()).unwrap().clone();
            match deed {
                0 if rest.is_empty() => _ = fields.remove(&name),
                1 if rest.is_empty() => {
                    let value = fields.remove(&name).unwrap();
                    fields.insert(format!("{name}s"), value);
                }
                _ => mutate(&mut fields[&name], rest, deed, with),
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let count = list.len();
            mutate(&mut list[step % count], rest, deed, with);
        }
        other => *other = with.clone(),
    }
}

fn mutated(whole: &Value, steps: &[usize], deed: usize, with: &Value) -> Value {
    let mut changed = whole.clone();
    mutate(&mut changed, steps, deed, with);
    changed
}

/// Values that are right somewhere. A null is a field that is not there, which the schema does not
/// say; a 5.0 is refused, which JSON Schema cannot say.
fn values() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(""),
        json!("5"),
        json!("5.5"),
        json!("-5"),
        json!("5,0"),
        json!("12345678901234567"),
        json!("leaf"),
        json!("half-up"),
        json!("exact"),
        json!("ratio"),
        json!(true),
        json!(7),
        json!(-7),
        json!(4_294_967_296_u64),
        json!(0.5),
        json!([]),
        json!({}),
        json!(["5"]),
        json!({ "zh": "一" }),
        json!({ "from": "0", "to": "2" }),
        json!({ "kind": "judgement" }),
        json!({ "kind": "share" }),
        json!({ "fact": "a" }),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_reader_take_the_same_rubrics(
        preset in 0..presets::LIST.len(),
        steps in prop::collection::vec(any::<usize>(), 1..10), deed in 0_usize..4, with in values(),
    ) {
        let whole = RUBRICS.with(|all| all[presets::LIST[preset].id].clone());
        let changed = mutated(&whole, &steps, deed, &with);
        agree("", &changed, has_plain_ids)?;
    }

    #[test]
    fn schema_and_reader_take_the_same_assessments(
        preset in 0..presets::LIST.len(),
        steps in prop::collection::vec(any::<usize>(), 1..6), deed in 0_usize..4, with in values(),
    ) {
        let whole = read(&tree::json(&presets::example(presets::LIST[preset].id).unwrap()));
        agree("Assessment", &mutated(&whole, &steps, deed, &with), |_: &Assessment| true)?;
    }
}

thread_local! {
    static RUBRICS: HashMap<&'static str, Value> = presets::LIST
        .iter()
        .map(|preset| (preset.id, read(&tree::json(&presets::rubric(preset.id).unwrap()))))
        .collect();
    static VALIDATORS: [Validator; 2] = [validator(""), validator("Assessment")];
}

/// What the check of rubrics asks of ids, and the schema too, though any text is read as one.
fn has_plain_ids(rubric: &Rubric) -> bool {
    let of_nodes = rubric.nodes().iter().all(|node| is_plain(&node.indicator.id));
    is_plain(&rubric.id) && of_nodes && rubric.facts.iter().all(|fact| is_plain(&fact.id))
}

fn agree<T: Document>(
    def: &str,
    changed: &Value,
    is_sound: fn(&T) -> bool,
) -> Result<(), TestCaseError> {
    let fits = VALIDATORS.with(|both| both[usize::from(!def.is_empty())].is_valid(changed));
    let read = is_read::<T>(changed).and_then(|read| {
        if is_sound(&read) { Ok(()) } else { Err("an id that is none".to_owned()) }
    });
    // How many digits a figure has before and behind its point together, no pattern says.
    let too_long = read.as_ref().is_err_and(|message| message.contains("digits"));
    prop_assert!(fits == read.is_ok() || too_long, "fits: {fits}, read: {read:?}");
    Ok(())
}

// ---- the schema

/// The schema that the types make, each place described by what the source says of it.
fn schema() -> Value {
    let mut shapes = Shapes::default();
    let root = Rubric::shape(&mut shapes);
    Assessment::shape(&mut shapes);
    let mut schema = read(&tree::json(&shapes.finish(root)));
    describe(&mut schema, &docs());
    schema["title"] = json!("绩衡 Jiheng：指标体系 / rubric");
    schema["$defs"]["Rubric"]["properties"]["$schema"] = json!({
        "type": "string",
        "description": "Where this schema is, for editors: jiheng.schema.json.",
    });
    schema
}

fn describe(shape: &mut Value, docs: &HashMap<String, String>) {
    match shape {
        Value::Object(fields) => {
            let place = fields.remove("$comment");
            let said = place.as_ref().and_then(Value::as_str).and_then(|place| {
                // Of a field that stands for a whole variant, what is said of that.
                docs.get(place).or_else(|| docs.get(place.rsplit_once('.')?.0))
            });
            if place.as_ref().and_then(Value::as_str).is_some_and(|place| IDS.contains(&place)) {
                fields.insert("pattern".to_owned(), json!(PLAIN));
            }
            if let Some(said) = said {
                fields.insert("description".to_owned(), json!(said));
            }
            fields.values_mut().for_each(|value| describe(value, docs));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| describe(value, docs)),
        _ => {}
    }
}

/// First paragraphs of the documentation of the engine's types, fields and variants, by
/// `rubric::Rubric.full_score` and `rule::Rule::Levels`.
fn docs() -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let stem =
                if stem == "mod" { folder.file_name().unwrap().to_str().unwrap() } else { stem };
            docs_of(stem, &fs::read_to_string(&path).unwrap(), &mut found);
        }
    }
    with_kinds(found)
}

/// A kind of rule or measure is described by what is said of its type too: `Rule::Levels` by `Levels`.
fn with_kinds(mut found: HashMap<String, String>) -> HashMap<String, String> {
    let types = found.clone();
    for (place, said) in &mut found {
        let kind =
            ["rule::Rule::", "measure::Measure::"].iter().find_map(|of| place.strip_prefix(of));
        let Some(kind) = kind.filter(|kind| !kind.contains('.')) else { continue };
        let own = |(place, _): &(&String, &String)| {
            place
                .split_once("::")
                .is_some_and(|(module, name)| name == kind && module != "assessment")
        };
        if let Some((_, of_type)) = types.iter().find(own) {
            let again = of_type.starts_with(said.trim_end_matches('.'));
            *said = if again { of_type.clone() } else { format!("{said} {of_type}") };
        }
    }
    found
}

fn docs_of(module: &str, source: &str, found: &mut HashMap<String, String>) {
    let (mut said, mut owner, mut variant) = (Vec::new(), String::new(), String::new());
    for line in source.lines() {
        let (indent, code) = (line.len() - line.trim_start().len(), line.trim());
        if let Some(text) = code.strip_prefix("///") {
            said.push(text.trim());
            continue;
        }
        if code.starts_with("#[") {
            continue;
        }
        let name = |code: &str| {
            let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
            code[..end].to_owned()
        };
        let told = std::mem::take(&mut said);
        let told = told.split(|line: &&str| line.is_empty()).next().unwrap_or_default().join(" ");
        let typed = ["pub struct ", "pub enum "].iter().find_map(|head| code.strip_prefix(head));
        let place = match typed {
            Some(typed) => {
                owner = format!("{module}::{}", name(typed));
                owner.clone()
            }
            None if code.starts_with("codes!") => {
                owner = format!("{module}::Code");
                continue;
            }
            None if code.starts_with("pub ") => format!("{owner}.{}", name(&code[4..])),
            None if indent == 8 => format!("{owner}::{variant}.{}", name(code)),
            None => {
                variant = name(code);
                format!("{owner}::{variant}")
            }
        };
        if !told.is_empty() {
            found.insert(place, told.replace(['`', '[', ']'], ""));
        }
    }
}

/// What checks documents by the whole schema, or by one of its definitions.
fn validator(def: &str) -> Validator {
    let mut schema = schema();
    if !def.is_empty() {
        schema["$ref"] = json!(format!("#/$defs/{def}"));
    }
    jsonschema::validator_for(&schema).unwrap()
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn is_read<T: Document>(value: &Value) -> Result<T, String> {
    let read = tree::parse(&value.to_string()).unwrap().document::<T>();
    read.map_err(|flaw| flaw.to_string())
}

fn put(whole: &mut Value, at: &str, value: Value) {
    let (owner, name) = at.rsplit_once('/').unwrap();
    whole.pointer_mut(owner).unwrap()[name] = value;
}
