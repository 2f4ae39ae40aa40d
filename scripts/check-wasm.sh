#!/usr/bin/env bash
# Fails unless each wasm file keeps to the baseline: WebAssembly 1.0 and mutable globals (Chromium 86 and older).
set -euo pipefail
cd "$(dirname "$0")/.."
for file in "$@"; do
  [[ -f $file ]] || { echo "check-wasm: no such file: $file" >&2; exit 1; }
  node_modules/.bin/wasm-opt --quiet --mvp-features --enable-mutable-globals "$file" -o /dev/null ||
    { echo "check-wasm: $file uses what old kernels lack; see .cargo/config.toml and scripts/wasm-env.sh" >&2; exit 1; }
  echo "check-wasm: $file keeps to the baseline"
done
