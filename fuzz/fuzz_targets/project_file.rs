//! Any bytes as a project file; what is read goes through the product.
#![no_main]

use std::sync::LazyLock;

use jiheng::exchange::json::{self, Named};
use libfuzzer_sys::fuzz_target;

static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let file = |named: &Named| json::write(std::slice::from_ref(named)).into_bytes();
    jiheng_fuzz::EXAMPLES.iter().map(file).collect()
});

fuzz_target!(|data: &[u8]| {
    for named in json::read(&jiheng_fuzz::input(data, &FILES)).unwrap_or_default() {
        jiheng_fuzz::follow(&named);
    }
});
