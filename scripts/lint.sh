#!/usr/bin/env bash
# Formatting and clippy, warnings denied: engine side on the host, page and JS API for wasm.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm
cargo fmt --check
cargo clippy --no-default-features --all-targets -- -D warnings
cargo clippy --lib --bins --features page --target wasm32-unknown-unknown -- -D warnings
cargo clippy --lib --no-default-features --features js --target wasm32-unknown-unknown -- -D warnings
