//! Project files: what is written is read again, and what is not ours is refused by name.

use super::*;
use crate::exchange::own::tests::rubric;

fn one(entries: &str) -> String {
    format!(
        r#"{{"format":"jiheng-project","version":1,"assessments":[{{"name":"甲",
        "assessment":{{"version":1,"rubric":{{"id":"unknown"}},"entries":{entries}}}}}]}}"#
    )
}

fn code(text: &str) -> &'static str {
    read(text.as_bytes()).unwrap_err().code()
}

#[test]
fn what_is_written_is_read_again() {
    let named = read(one(r#"{"insured":{"actual":"30,437"}}"#).as_bytes()).unwrap();
    assert_eq!(named[0].name, "甲");
    assert_eq!(named[0].assessment.rubric.id, "unknown");
    assert_eq!(read(write(&named).as_bytes()).as_ref(), Ok(&named));
    let marked = format!("\u{FEFF}{}", write(&named));
    assert_eq!(read(marked.as_bytes()), Ok(named));
}

#[test]
fn what_is_not_ours_is_refused_by_kind() {
    assert_eq!(read(b"PK\x03\x04\xFF\xFE").unwrap_err(), FileError::NotText);
    let deep = "[".repeat(1_000_000);
    for text in ["", "abc", "{", "[1,", &one("{}")[..80], "{} {}", &deep] {
        assert_eq!(code(text), "not-json", "{text}");
    }
    for text in ["null", "[]", "12", "{}", r#"{"format":1}"#, r#"{"format":"other"}"#] {
        assert_eq!(code(text), "foreign", "{text}");
    }
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(code(&deep), "foreign");
    let long = " ".repeat(MAX_BYTES + 1);
    assert_eq!(code(&long), "too-large");
}

#[test]
fn other_versions_are_named() {
    let with = |version: &str| one("{}").replacen(r#""version":1"#, version, 1);
    assert_eq!(
        read(with(r#""version":3"#).as_bytes()),
        Err(FileError::NewerVersion { found: 3, known: 2 })
    );
    let older = Err(FileError::OlderVersion { found: 0 });
    assert_eq!(read(with(r#""version":0"#).as_bytes()), older);
    let missing = one("{}").replacen(r#""version":1,"#, "", 1);
    assert_eq!(read(missing.as_bytes()), older);
    for wrong in [r#""version":"1""#, r#""version":1.5"#, r#""version":-1"#] {
        let error = read(with(wrong).as_bytes()).unwrap_err();
        assert!(
            matches!(&error, FileError::WrongShape { path, .. } if path == "version"),
            "{error:?}"
        );
    }
    let inner = one("{}").replace(r#""assessment":{"version":1"#, r#""assessment":{"version":9"#);
    assert_eq!(read(inner.as_bytes()), Err(FileError::NewerVersion { found: 9, known: 1 }));
}

#[test]
fn a_wrong_value_is_named_by_its_path() {
    let insured = "assessments[0].assessment.entries.insured";
    for (entries, expected) in [
        (r#"{"insured":{"actual":30437}}"#, format!("{insured}.actual")),
        (r#"{"insured":{"actual":{"fact":1}}}"#, format!("{insured}.actual.fact")),
        (r#"{"insured":{"counts":["1",2]}}"#, format!("{insured}.counts[1]")),
        (r#"{"insured":{"colour":"red"}}"#, format!("{insured}.colour")),
        (r#"{"insured":[]}"#, insured.to_owned()),
    ] {
        match read(one(entries).as_bytes()) {
            Err(FileError::WrongShape { path, .. }) => assert_eq!(path, expected),
            other => panic!("{entries}: {other:?}"),
        }
    }
    let extra = one("{}").replacen('{', r#"{"extra":1,"#, 1);
    assert_eq!(code(&extra), "wrong-shape");
}

#[test]
fn a_rubric_beside_its_assessment_makes_a_file_of_version_2() {
    let plain = Named::of(Assessment { version: 1, ..Assessment::default() });
    let carrying = Named::with_rubric(plain.assessment.clone(), rubric());
    assert_eq!(carrying.assessment.rubric.id, "published");
    assert!(write(std::slice::from_ref(&plain)).contains(r#""version":1,"assessments""#));
    let all = [plain, carrying, futian()];
    let file = write(&all);
    assert!(file.contains(r#""version":2,"assessments""#));
    assert_eq!(read(file.as_bytes()).as_deref(), Ok(&all[..]));
    assert_eq!(first(&file).as_ref(), all.first());
    // Nobody wrote one into a file of version 1.
    let older = file.replacen(r#""version":2,"assessments""#, r#""version":1,"assessments""#, 1);
    match read(older.as_bytes()) {
        Err(FileError::WrongShape { path, .. }) => assert_eq!(path, "assessments[1].rubric"),
        other => panic!("{other:?}"),
    }
}

/// The form that an audit makes of Futian's appendix: 17 rows, whose scores add up to 94.
pub(crate) fn futian() -> Named {
    use crate::audit::{self, PublishedTable, Sheet};
    let json = include_str!("../../../tests/audit/tables/futian.json");
    let tables: Vec<PublishedTable> = crate::tree::parse(json).unwrap().document().unwrap();
    let sheet = Sheet::new(&tables[2], 2);
    let form = audit::form(&sheet, &audit::recovery::recover(&sheet)).unwrap();
    Named::with_rubric(form.assessment, form.rubric)
}
