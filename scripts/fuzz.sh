#!/usr/bin/env bash
# Fuzzes each target in fuzz/ for SECONDS_EACH seconds (default 600).
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh fuzz
export RUSTC_BOOTSTRAP=1 # sanitizer flags on the stable toolchain
for target in $(cargo fuzz list); do
  cargo fuzz run "$target" -- -max_total_time="${SECONDS_EACH:-600}"
done
