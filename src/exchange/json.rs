//! The project file: several assessments by name, as versioned JSON. The autosave has its shape.
//!
//! ```json
//! { "format": "jiheng-project", "version": 1, "assessments": [{ "name": "…", "assessment": {} }] }
//! ```
//!
//! An assessment that is pinned to a rubric nobody knows here is read all the same: what to do
//! about it is decided where the presets are.

use std::fmt;

use crate::engine::{Assessment, VERSION};
use crate::tree::{self, NotJson, Tree, WrongShape, document};

/// What `format` says in a file of ours.
pub const FORMAT: &str = "jiheng-project";
/// The version of the file that this code writes.
pub const FILE_VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 << 20;

/// An assessment with the name that its owner gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Name in the list of assessments.
    pub name: String,
    /// 一次评价.
    pub assessment: Assessment,
}

document! { Named { name, assessment } }

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// More than [`MAX_BYTES`].
    TooLarge {
        /// Bytes of the file.
        size: usize,
        /// [`MAX_BYTES`].
        limit: usize,
    },
    /// Not text in UTF-8: another kind of file.
    NotText,
    /// Text, but no JSON: damaged or cut off, or another kind of file.
    NotJson {
        /// Line of the first flaw, from 1.
        line: usize,
        /// Column of the first flaw, from 1.
        column: usize,
    },
    /// JSON that somebody else wrote.
    Foreign,
    /// Without a version, or of one that was never given out.
    OlderVersion {
        /// What the file says; 0 if it says nothing.
        found: u32,
    },
    /// Written by a newer 绩衡.
    NewerVersion {
        /// What the file says.
        found: u32,
        /// The newest that is read here.
        known: u32,
    },
    /// A value that is not what is due in its place.
    WrongShape {
        /// Where: `assessments[0].assessment.entries.insured.actual`; empty for the whole.
        path: String,
        /// What is due and what is there, in English.
        message: String,
    },
}

impl FileError {
    /// A name for the kind of error, for messages.
    pub fn code(&self) -> &'static str {
        match self {
            FileError::TooLarge { .. } => "too-large",
            FileError::NotText => "not-text",
            FileError::NotJson { .. } => "not-json",
            FileError::Foreign => "foreign",
            FileError::OlderVersion { .. } => "older-version",
            FileError::NewerVersion { .. } => "newer-version",
            FileError::WrongShape { .. } => "wrong-shape",
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::TooLarge { size, limit } => write!(f, "{size} bytes, more than {limit}"),
            FileError::NotText => f.write_str("not text in UTF-8"),
            FileError::NotJson { line, column } => {
                write!(f, "not JSON at line {line} column {column}")
            }
            FileError::Foreign => write!(f, "not a file of the format {FORMAT}"),
            FileError::OlderVersion { found } => write!(f, "version {found} is not known"),
            FileError::NewerVersion { found, known } => {
                write!(f, "version {found} is newer than {known}")
            }
            FileError::WrongShape { path, message } => write!(f, "{path}: {message}"),
        }
    }
}

impl std::error::Error for FileError {}

impl From<WrongShape> for FileError {
    fn from(WrongShape { path, message }: WrongShape) -> FileError {
        FileError::WrongShape { path, message }
    }
}

/// The file that holds these assessments.
pub fn write(assessments: &[Named]) -> String {
    tree::json(&Version1 {
        format: FORMAT.to_owned(),
        version: FILE_VERSION,
        assessments: assessments.to_vec(),
    })
}

/// The assessments in a file.
///
/// # Errors
/// A [`FileError`] that says why it is not read; then nothing of it is.
pub fn read(bytes: &[u8]) -> Result<Vec<Named>, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { size: bytes.len(), limit: MAX_BYTES });
    }
    let tree = parse(bytes)?;
    let assessments = match file_version(&tree)? {
        // A reader for each older version turns what it finds into the shape of today.
        1 => tree.document::<Version1>()?.assessments,
        found @ 0 => return Err(FileError::OlderVersion { found }),
        found => return Err(FileError::NewerVersion { found, known: FILE_VERSION }),
    };
    assessments.iter().try_for_each(|named| check_version(&named.assessment))?;
    Ok(assessments)
}

/// The first assessment in the text of a project file; none if there is none that can be read.
pub fn first(text: &str) -> Option<Assessment> {
    Some(read(text.as_bytes()).ok()?.into_iter().next()?.assessment)
}

/// Whatever the JSON text in `bytes` holds.
fn parse(bytes: &[u8]) -> Result<Tree, FileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    // Editors on Windows put this mark before the text.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    tree::parse(text).map_err(|NotJson { line, column, twice }| match twice {
        None => FileError::NotJson { line, column },
        Some(name) => FileError::WrongShape {
            path: String::new(),
            message: format!("field `{name}` is there twice, at line {line} column {column}"),
        },
    })
}

/// The assessment in the JSON text in `bytes`.
pub(super) fn assessment(bytes: &[u8]) -> Result<Assessment, FileError> {
    let assessment = parse(bytes)?.document()?;
    check_version(&assessment)?;
    Ok(assessment)
}

/// Whether an assessment has the shape of today.
fn check_version(assessment: &Assessment) -> Result<(), FileError> {
    match assessment.version {
        VERSION => Ok(()),
        found if found > VERSION => Err(FileError::NewerVersion { found, known: VERSION }),
        found => Err(FileError::OlderVersion { found }),
    }
}

/// The version that a file of ours says it has; 0 if it says nothing.
fn file_version(tree: &Tree) -> Result<u32, FileError> {
    let Tree::Fields(fields) = tree else {
        return Err(FileError::Foreign);
    };
    match fields.get("format") {
        Some(Tree::Text(format)) if format == FORMAT => {}
        _ => return Err(FileError::Foreign),
    }
    let version = match fields.get("version") {
        None | Some(Tree::Null) => Some(0),
        Some(Tree::Whole(version)) => u32::try_from(*version).ok(),
        Some(_) => None,
    };
    version.ok_or_else(|| FileError::WrongShape {
        path: "version".to_owned(),
        message: "a whole number is due".to_owned(),
    })
}

/// The file as it is today.
struct Version1 {
    format: String,
    version: u32,
    assessments: Vec<Named>,
}

document! { Version1 { format, version, assessments } }

#[cfg(test)]
mod tests {
    use super::*;

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
            read(with(r#""version":2"#).as_bytes()),
            Err(FileError::NewerVersion { found: 2, known: 1 })
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
        let inner =
            one("{}").replace(r#""assessment":{"version":1"#, r#""assessment":{"version":9"#);
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
}
