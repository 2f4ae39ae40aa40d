//! The share link: an assessment as the fragment of an address.
//!
//! `1` for the version, then the JSON of the assessment, deflated in a zlib envelope and written
//! in base64url; `2` where it carries its rubric, then the JSON of both. The envelope carries a checksum of the JSON at its end, so that a link that was
//! cut off or altered on its way is recognised before anything of it is shown.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::json::{self, FileError, Named};
use super::own::Unnamed;
use crate::engine::Assessment;
use crate::tree;

/// The version of a payload that is an assessment.
const PLAIN: char = '1';
/// The version of a payload that is an assessment with its rubric.
const CARRYING: char = '2';
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

/// The payload that holds this assessment, and its rubric if it carries one; not its name: letters,
/// digits, `-` and `_`.
///
/// # Errors
/// [`LinkError::TooLarge`] if it could not be read again.
pub fn write(named: &Named) -> Result<String, LinkError> {
    let (version, json) = match &named.rubric {
        None => (PLAIN, tree::json(&named.assessment)),
        Some(_) => (CARRYING, tree::json(&Unnamed(named.clone()))),
    };
    let mut payload = String::from(version);
    URL_SAFE_NO_PAD.encode_string(compress_to_vec_zlib(json.as_bytes(), LEVEL), &mut payload);
    if json.len() > MAX_BYTES || payload.len() > MAX_CHARS {
        return Err(LinkError::TooLarge { limit: MAX_BYTES });
    }
    Ok(payload)
}

/// The assessment in a payload, by the name of its project. What a chat program glued to its end,
/// such as a full stop, is passed over.
///
/// # Errors
/// A [`LinkError`] that says what happened to it.
pub fn read(payload: &str) -> Result<Named, LinkError> {
    let payload = payload.trim();
    if payload.len() > MAX_CHARS {
        return Err(LinkError::TooLarge { limit: MAX_BYTES });
    }
    let carrying = match payload.chars().next() {
        Some(PLAIN) => false,
        Some(CARRYING) => true,
        Some(_) => return Err(LinkError::NewerVersion),
        None => return Err(LinkError::Empty),
    };
    // Both versions are one byte.
    let json = inflated(&decoded(payload.get(1..).unwrap_or_default())?)?;
    let read = match carrying {
        false => json::document(&json, |assessment: &Assessment| assessment).map(Named::of),
        true => {
            json::document(&json, |Unnamed(named)| &named.assessment).map(|Unnamed(named)| named)
        }
    };
    read.map_err(LinkError::Content)
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
    use crate::engine::{Entry, Pin, Rubric, Value};
    use crate::exchange::own::tests::rubric;

    fn sample() -> Named {
        let entry = Entry { actual: Some(Value::from("30，437人")), ..Entry::default() };
        Named::of(Assessment {
            version: 1,
            rubric: Pin { id: "fukang".into(), hash: "0123456789abcdef".into() },
            entries: [("insured".to_owned(), entry)].into_iter().collect(),
            ..Assessment::default()
        })
    }

    fn carrying() -> Named {
        Named::with_rubric(sample().assessment, rubric())
    }

    fn payload(version: char, json: &[u8]) -> String {
        format!("{version}{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(json, LEVEL)))
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (version, named) in [('1', sample()), ('2', carrying())] {
            let link = write(&named).unwrap();
            assert!(link.starts_with(version));
            assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
            assert_eq!(read(&link), Ok(named.clone()));
            for glued in ["。", ".", ")", "%20", "\n", "，请查收"] {
                assert_eq!(read(&format!("{link}{glued}")), Ok(named.clone()), "{glued:?}");
            }
        }
    }

    #[test]
    fn a_link_cut_off_anywhere_is_recognised() {
        for link in [sample(), carrying()].map(|named| write(&named).unwrap()) {
            for end in 1..link.len() {
                let cut = read(&link[..end]);
                assert_eq!(cut, Err(LinkError::Truncated), "at {end} of {}", link.len());
            }
        }
        assert_eq!(read(""), Err(LinkError::Empty));
        assert_eq!(read("3abc"), Err(LinkError::NewerVersion));
        assert_eq!(read("绩"), Err(LinkError::NewerVersion));
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
        let code = |json: &[u8]| read(&payload('1', json)).unwrap_err().code();
        assert_eq!(code(b"\xFF"), "not-text");
        assert_eq!(code(b"{"), "not-json");
        assert_eq!(code(b"[]"), "wrong-shape");
        assert_eq!(code(br#"{"version":1,"rubric":{"id":"x"},"facts":{"a":1}}"#), "wrong-shape");
        assert_eq!(code(br#"{"version":2,"rubric":{"id":"x"}}"#), "newer-version");
        assert_eq!(code(br#"{"version":0,"rubric":{"id":"x"}}"#), "older-version");
        let newer = br#"{"assessment":{"version":2,"rubric":{"id":"x"}}}"#;
        assert_eq!(read(&payload('2', newer)).unwrap_err().code(), "newer-version");
    }

    #[test]
    fn a_rubric_in_it_is_checked_like_one_in_a_file() {
        let other =
            Named { rubric: Some(Rubric { id: "other".into(), ..rubric() }.into()), ..carrying() };
        match read(&write(&other).unwrap()) {
            Err(LinkError::Content(FileError::WrongShape { path, .. })) => {
                assert_eq!(path, "rubric.id");
            }
            read => panic!("{read:?}"),
        }
    }

    #[test]
    fn a_bomb_is_not_unfolded() {
        let bomb = payload('1', &vec![b' '; MAX_BYTES + 1]);
        assert!(bomb.len() < 8 << 10, "{}", bomb.len());
        assert_eq!(read(&bomb), Err(LinkError::TooLarge { limit: MAX_BYTES }));
        let long = format!("1{}", "A".repeat(MAX_CHARS));
        assert_eq!(read(&long), Err(LinkError::TooLarge { limit: MAX_BYTES }));
        let mut large = sample();
        large.assessment.project.summary = "长".repeat(MAX_BYTES / 3 + 1);
        assert_eq!(write(&large), Err(LinkError::TooLarge { limit: MAX_BYTES }));
    }
}
