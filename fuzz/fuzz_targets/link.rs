//! Any bytes as a share link, and as what is inside one; what is read goes through the product.
#![no_main]

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiheng::exchange::link;
use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;

static LINKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    jiheng_fuzz::EXAMPLES
        .iter()
        .filter_map(|one| link::write(one).ok())
        .map(String::into_bytes)
        .collect()
});

/// What the links hold: their JSON.
static CONTENTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let content = |link: &Vec<u8>| {
        let bytes = URL_SAFE_NO_PAD.decode(link.get(1..)?).ok()?;
        decompress_to_vec_zlib(&bytes).ok()
    };
    LINKS.iter().filter_map(content).collect()
});

fuzz_target!(|data: &[u8]| {
    let payload = String::from_utf8_lossy(&jiheng_fuzz::input(data, &LINKS)).into_owned();
    let content = compress_to_vec_zlib(&jiheng_fuzz::input(data, &CONTENTS), 1);
    let content = URL_SAFE_NO_PAD.encode(content);
    for payload in [payload, format!("1{content}"), format!("2{content}")] {
        if let Ok(named) = link::read(&payload) {
            jiheng_fuzz::follow(&named);
        }
    }
});
