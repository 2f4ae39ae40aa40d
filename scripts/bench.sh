#!/usr/bin/env bash
# Measures what design section 9 sets bars for: engine speed, bytes of the first load, the page under a slow CPU and network, Lighthouse.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm trunk test-tools browser bench
cargo bench --no-default-features --bench score
(source scripts/wasm-env.sh
 export CARGO_UNSTABLE_PANIC_ABORT_TESTS=true # one std for the tests and for what they test
 cargo test --profile engine --no-default-features --features js --target wasm32-unknown-unknown --test speed -- --nocapture)
scripts/dist.sh
node scripts/sizes.mjs
node tests/e2e/bench.mjs
node tests/bench/lighthouse.mjs
