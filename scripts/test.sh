#!/usr/bin/env bash
# Everything CI runs: lint, native tests, wasm tests in Node, dist, engine tests in Node, pages in real browsers.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

step "setup"
scripts/setup.sh wasm trunk test-tools browser
step "lint"
scripts/lint.sh
step "native tests: unit, golden, property, tidy, doctests"
cargo test --no-default-features
step "native tests of the page: charts, documents, state"
cargo test --lib app
step "wasm tests in Node"
(source scripts/wasm-env.sh
 cargo test --no-default-features --features js --target wasm32-unknown-unknown --test wasm)
step "dist"
scripts/dist.sh
step "engine module in Node"
node --test tests/node/*.test.mjs
step "the page in browsers"
node_modules/.bin/playwright test
step "all passed"
