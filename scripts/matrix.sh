#!/usr/bin/env bash
# Opens dist/ in every browser of tests/matrix/browsers.mjs and writes what each did into the READMEs. MATRIX=firefox,83 runs some, and writes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh wasm trunk test-tools browser matrix
scripts/dist.sh
# WebKitGTK has no headless mode.
exec xvfb-run --auto-servernum node tests/matrix/matrix.mjs
