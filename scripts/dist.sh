#!/usr/bin/env bash
# Makes dist/: the page, ready to copy to any static host, and the JS API in dist/engine/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm trunk build-tools
source scripts/wasm-env.sh
# What is shipped carries no panic messages, no places in the source and no text for `{:?}`:
# together a seventh of the download. Development and tests keep them.
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals \
-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"

trunk build --release --offline

cargo rustc --lib --profile engine --no-default-features --features js \
  --target wasm32-unknown-unknown --crate-type cdylib
wasm-bindgen --target web --out-dir dist/engine --out-name jiheng \
  "$CARGO_TARGET_DIR/wasm32-unknown-unknown/engine/jiheng.wasm"
wasm-opt -O3 --mvp-features --enable-mutable-globals dist/engine/jiheng_bg.wasm -o dist/engine/jiheng_bg.wasm
rm -f dist/engine/jiheng_bg.wasm.d.ts

scripts/check-wasm.sh dist/*.wasm dist/engine/*.wasm
node scripts/offline.mjs dist
node scripts/pack.mjs dist
