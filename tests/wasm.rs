//! Tests that run as wasm in Node; elsewhere this file is empty.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_module_is_built_for_the_baseline() {
    assert!(!cfg!(target_feature = "reference-types"));
    assert!(!cfg!(target_feature = "bulk-memory"));
    assert!(!cfg!(target_feature = "sign-ext"));
    assert!(cfg!(target_feature = "mutable-globals"));
}
