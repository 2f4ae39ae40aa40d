//! The share link: an assessment as the fragment of an address.
//!
//! `1` for the version, then the JSON of the assessment, deflated in a zlib envelope and written
//! in base64url. The envelope carries a checksum of the JSON at its end, so that a link that was
//! cut off or altered on its way is recognised before anything of it is shown.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::json::{self, FileError};
use crate::engine::Assessment;
use crate::tree;

/// The version of the payload that this code writes.
const VERSION: char = '1';
/// Most bytes that a link may unfold to.
pub const MAX_BYTES: usize = 2 << 20;
/// Most characters of a link that are looked at.
const MAX_CHARS: usize = 1 << 20;
/// Deflate's best at a bearable time.
const LEVEL: u8 = 9;

/// Why a link is not read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Nothing in it.
    Empty,
    /// Written by a newer 绩衡, or no link of ours.
    NewerVersion,
    /// The end is missing: cut off by a chat or a mail program.
    Truncated,
    /// Altered on its way.
    Damaged,
    /// More than a link may hold; the file has no such limit.
    TooLarge {
        /// [`MAX_BYTES`].
        limit: usize,
    },
    /// Whole, but what is in it is no assessment that is known here.
    Content(FileError),
}

impl LinkError {
    /// A name for the kind of error, for messages.
    pub fn code(&self) -> &'static str {
        match self {
            LinkError::Empty => "empty",
            LinkError::NewerVersion => "newer-version",
            LinkError::Truncated => "truncated",
            LinkError::Damaged => "damaged",
            LinkError::TooLarge { .. } => "too-large",
            LinkError::Content(error) => error.code(),
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::Empty => f.write_str("nothing in the link"),
            LinkError::NewerVersion => f.write_str("a link of another version"),
            LinkError::Truncated => f.write_str("the end of the link is missing"),
            LinkError::Damaged => f.write_str("the link was altered on its way"),
            LinkError::TooLarge { limit } => write!(f, "more than {limit} bytes in a link"),
            LinkError::Content(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for LinkError {}

/// The payload that holds this assessment: letters, digits, `-` and `_`.
///
/// # Errors
/// [`LinkError::TooLarge`] if it could not be read again.
pub fn write(assessment: &Assessment) -> Result<String, LinkError> {
    let json = tree::json(assessment);
    let mut payload = String::from(VERSION);
    URL_SAFE_NO_PAD.encode_string(compress_to_vec_zlib(json.as_bytes(), LEVEL), &mut payload);
    if json.len() > MAX_BYTES || payload.len() > MAX_CHARS {
        return Err(LinkError::TooLarge { limit: MAX_BYTES });
    }
    Ok(payload)
}

/// The assessment in a payload. What a chat program glued to its end, such as a full stop, is
/// passed over.
///
/// # Errors
/// A [`LinkError`] that says what happened to it.
pub fn read(payload: &str) -> Result<Assessment, LinkError> {
    let payload = payload.trim();
    if payload.len() > MAX_CHARS {
        return Err(LinkError::TooLarge { limit: MAX_BYTES });
    }
    let coded = match payload.strip_prefix(VERSION) {
        Some(coded) => coded,
        None if payload.is_empty() => return Err(LinkError::Empty),
        None => return Err(LinkError::NewerVersion),
    };
    let json = inflated(&decoded(coded)?)?;
    json::assessment(&json).map_err(LinkError::Content)
}

/// The bytes that the leading base64url characters stand for. Last characters that are no whole
/// bytes are left out: whether something is missing is for the envelope to say.
fn decoded(coded: &str) -> Result<Vec<u8>, LinkError> {
    let ours = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let end = coded.find(|c| !ours(c)).unwrap_or(coded.len());
    let (quads, tail) = coded[..end].split_at(end - end % 4);
    let mut bytes = URL_SAFE_NO_PAD.decode(quads).map_err(|_| LinkError::Damaged)?;
    bytes.extend(URL_SAFE_NO_PAD.decode(tail).unwrap_or_default());
    Ok(bytes)
}

fn inflated(bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
    decompress_to_vec_zlib_with_limit(bytes, MAX_BYTES).map_err(|error| match error.status {
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Truncated,
        TINFLStatus::HasMoreOutput => LinkError::TooLarge { limit: MAX_BYTES },
        _ => LinkError::Damaged,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Entry, Pin, Value};

    fn sample() -> Assessment {
        let entry = Entry { actual: Some(Value::from("30，437人")), ..Entry::default() };
        Assessment {
            version: 1,
            rubric: Pin { id: "fukang".into(), hash: "0123456789abcdef".into() },
            entries: [("insured".to_owned(), entry)].into_iter().collect(),
            ..Assessment::default()
        }
    }

    fn payload(json: &[u8]) -> String {
        format!("1{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(json, LEVEL)))
    }

    #[test]
    fn what_is_written_is_read_again() {
        let link = write(&sample()).unwrap();
        assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        assert_eq!(read(&link), Ok(sample()));
        for glued in ["。", ".", ")", "%20", "\n", "，请查收"] {
            assert_eq!(read(&format!("{link}{glued}")), Ok(sample()), "{glued:?}");
        }
    }

    #[test]
    fn a_link_cut_off_anywhere_is_recognised() {
        let link = write(&sample()).unwrap();
        for end in 1..link.len() {
            assert_eq!(read(&link[..end]), Err(LinkError::Truncated), "at {end} of {}", link.len());
        }
        assert_eq!(read(""), Err(LinkError::Empty));
        assert_eq!(read("2abc"), Err(LinkError::NewerVersion));
    }

    #[test]
    fn an_altered_character_never_gives_another_assessment() {
        let link = write(&sample()).unwrap();
        for at in 1..link.len() {
            for other in ["A", "z", "_", "."] {
                let altered = format!("{}{other}{}", &link[..at], &link[at + 1..]);
                match read(&altered) {
                    Ok(read) => assert_eq!(read, sample(), "{altered}"),
                    Err(error) => assert!(!matches!(error, LinkError::Content(_)), "{error:?}"),
                }
            }
        }
    }

    #[test]
    fn what_is_inside_is_checked_like_a_file() {
        let code = |json: &[u8]| read(&payload(json)).unwrap_err().code();
        assert_eq!(code(b"\xFF"), "not-text");
        assert_eq!(code(b"{"), "not-json");
        assert_eq!(code(b"[]"), "wrong-shape");
        assert_eq!(code(br#"{"version":1,"rubric":{"id":"x"},"facts":{"a":1}}"#), "wrong-shape");
        assert_eq!(code(br#"{"version":2,"rubric":{"id":"x"}}"#), "newer-version");
        assert_eq!(code(br#"{"version":0,"rubric":{"id":"x"}}"#), "older-version");
    }

    #[test]
    fn a_bomb_is_not_unfolded() {
        let bomb = payload(&vec![b' '; MAX_BYTES + 1]);
        assert!(bomb.len() < 8 << 10, "{}", bomb.len());
        assert_eq!(read(&bomb), Err(LinkError::TooLarge { limit: MAX_BYTES }));
        let long = format!("1{}", "A".repeat(MAX_CHARS));
        assert_eq!(read(&long), Err(LinkError::TooLarge { limit: MAX_BYTES }));
        let mut large = sample();
        large.project.summary = "长".repeat(MAX_BYTES / 3 + 1);
        assert_eq!(write(&large), Err(LinkError::TooLarge { limit: MAX_BYTES }));
    }
}
