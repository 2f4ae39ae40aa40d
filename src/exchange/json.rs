//! The project file: several assessments by name, as versioned JSON. The autosave has its shape.
//!
//! ```json
//! { "format": "jiheng-project", "version": 1, "assessments": [{ "name": "…", "assessment": {} }] }
//! ```
//!
//! Beside an assessment may stand the rubric that it is scored by, in a field `rubric`: such a file is
//! of version 2. One without is of version 1 as ever, so that it is read by whoever read it before.
//!
//! An assessment that is pinned to a rubric nobody knows here is read all the same: what to do
//! about it is decided where the presets are.

use std::fmt;

use super::own::{self, Own};
use crate::engine::{Assessment, Pin, Rubric, VERSION};
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Presence, Shape, Shapes};
use crate::tree::{self, Document, NotJson, Reader, Tree, Writer, WrongShape, document};

/// What `format` says in a file of ours.
pub const FORMAT: &str = "jiheng-project";
/// The newest version of the file that this code writes and reads.
pub const FILE_VERSION: u32 = 2;
/// The version of a file in which no assessment carries a rubric.
const PLAIN_VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 16 << 20;

/// An assessment with the name that its owner gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Name in the list of assessments.
    pub name: String,
    /// 一次评价.
    pub assessment: Assessment,
    /// The rubric that it is scored by, where that is none of the presets.
    pub rubric: Option<Own>,
}

impl Named {
    /// An assessment by the name of its project.
    pub fn of(assessment: Assessment) -> Named {
        Named { name: assessment.project.name.clone(), assessment, rubric: None }
    }

    /// An assessment that carries its rubric, and is pinned to that.
    pub fn with_rubric(mut assessment: Assessment, rubric: Rubric) -> Named {
        // What it carries cannot change under it: there is no content to tell by a hash.
        assessment.rubric = Pin { id: rubric.id.clone(), hash: String::new() };
        Named { rubric: Some(Own::from(rubric)), ..Named::of(assessment) }
    }

    /// An assessment under this rubric with nothing entered.
    pub fn empty(own: Own) -> Named {
        let rubric = Pin { id: own.id.clone(), hash: String::new() };
        let assessment = Assessment { version: VERSION, rubric, ..Assessment::default() };
        Named { rubric: Some(own), ..Named::of(assessment) }
    }
}

impl Document for Named {
    fn read(tree: Tree, reader: &mut Reader) -> Named {
        let mut fields = reader.fields(tree);
        let name = fields.due("name");
        let (assessment, rubric) = own::take(&mut fields);
        fields.done();
        Named { name, assessment, rubric }
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        writer.name("name");
        self.name.write(writer);
        own::put(self, writer);
        writer.close('}');
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        let mut shape = Shape::of(shape::place::<Named>("", ""));
        shape.field(("name", "name"), |it: &Named| Some(&it.name), Presence::Due, shapes);
        own::fields_shape(&mut shape, shapes);
        shape.finish(true)
    }
}

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
    let carries = assessments.iter().any(|named| named.rubric.is_some());
    let version = if carries { FILE_VERSION } else { PLAIN_VERSION };
    tree::json(&File { format: FORMAT.to_owned(), version, assessments: assessments.to_vec() })
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
    let version = file_version(&tree)?;
    let assessments = match version {
        PLAIN_VERSION | FILE_VERSION => tree.document::<File>()?.assessments,
        found @ 0 => return Err(FileError::OlderVersion { found }),
        found => return Err(FileError::NewerVersion { found, known: FILE_VERSION }),
    };
    let carries = |named: &Named| named.rubric.is_some();
    if let Some(at) = assessments.iter().position(carries).filter(|_| version == PLAIN_VERSION) {
        return Err(FileError::WrongShape {
            path: format!("assessments[{at}].rubric"),
            message: format!("a file of version {PLAIN_VERSION} has none"),
        });
    }
    assessments.iter().try_for_each(|named| check_version(&named.assessment))?;
    Ok(assessments)
}

/// The first assessment in the text of a project file; none if there is none that can be read.
pub fn first(text: &str) -> Option<Named> {
    read(text.as_bytes()).ok()?.into_iter().next()
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

/// What the JSON text in `bytes` holds: an assessment, or a document that has one in it.
pub(super) fn document<T: Document>(
    bytes: &[u8],
    assessment: impl Fn(&T) -> &Assessment,
) -> Result<T, FileError> {
    let read = parse(bytes)?.document()?;
    check_version(assessment(&read))?;
    Ok(read)
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

/// The file, of both versions.
struct File {
    format: String,
    version: u32,
    assessments: Vec<Named>,
}

document! { File { format, version, assessments } }

#[cfg(test)]
pub(crate) mod tests;
