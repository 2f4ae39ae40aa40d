# Sourced by the scripts that build wasm: std rebuilt for the Chromium 86 baseline, in a target folder of its own.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/baseline"
# build.rs puts the presets of the page there, scripts/modules.mjs takes them to dist/.
export JIHENG_PRESETS="$CARGO_TARGET_DIR/presets"
export PATH="$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
# Trunk runs offline, so that it downloads no tools; std's own crates have to be there.
cargo fetch --quiet --target wasm32-unknown-unknown
