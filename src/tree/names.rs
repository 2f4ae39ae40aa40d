//! Names of fields and variants as documents write them, made while compiling.

/// How many bytes [`cased`] makes of `name`.
pub const fn cased_length(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        length += match bytes[at] {
            b'_' => 0,
            b'A'..=b'Z' if at > 0 => 2,
            _ => 1,
        };
        at += 1;
    }
    length
}

/// The name of a field in camelCase, that of a variant in kebab-case: `full_score` → `fullScore`,
/// `HalfUp` → `half-up`.
pub const fn cased<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let bytes = name.as_bytes();
    let mut made = [0; LENGTH];
    let (mut at, mut end) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_uppercase() && at > 0 {
            made[end] = b'-';
            end += 1;
        }
        if byte != b'_' {
            let inner = at > 0 && bytes[at - 1] == b'_';
            made[end] = if inner { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
            end += 1;
        }
        at += 1;
    }
    made
}

/// The bytes that [`cased`] made, as text.
pub const fn text(made: &[u8]) -> &str {
    match std::str::from_utf8(made) {
        Ok(text) => text,
        Err(_) => "",
    }
}
