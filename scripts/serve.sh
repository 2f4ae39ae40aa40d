#!/usr/bin/env bash
# Builds the page, serves it at http://127.0.0.1:8080/ and rebuilds on every change.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm trunk build-tools
source scripts/wasm-env.sh
exec trunk serve --offline --dist target/serve "$@"
