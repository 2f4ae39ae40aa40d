#!/usr/bin/env bash
# Installs what is missing: scripts/setup.sh <need…>, needs: wasm trunk build-tools test-tools browser matrix hosts bench fuzz. Silent when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

TRUNK=0.21.14
GECKODRIVER=0.37.1
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT

have() { command -v "$1" >/dev/null 2>&1; }

# need <command> <what it is> <line that mends its absence>
need() { have "$1" || { echo "setup: $2 is missing. Mend it: $3" >&2; exit 1; }; }

# install <what it is> <command…>: says what it does; on failure shows the last lines and the one that mends it
install() {
  local what=$1; shift
  echo "setup: installing $what ($*)"
  "$@" >"$LOG" 2>&1 || { tail -n 20 "$LOG" >&2; echo "setup: $what failed. Mend it, then run again: $*" >&2; exit 1; }
}

# cargo_tool <command> <version> <cargo install arguments…>
cargo_tool() {
  local tool=$1 version=$2; shift 2
  [[ "$("$tool" --version 2>/dev/null || true)" == *" $version"* ]] ||
    install "$tool $version, some minutes" cargo install "$@" --version "$version" --force
}

# npm_packages <folder> <stamp> <npm ci arguments…>
npm_packages() {
  local folder=$1 stamp=$1/node_modules/.jiheng-$2; shift 2
  need npm "Node.js with npm" "install Node.js 20 or newer"
  [[ $(node --version) =~ ^v([2-9][0-9]|[0-9]{3}) ]] || { echo "setup: Node.js $(node --version) is too old. Mend it: install Node.js 20 or newer" >&2; exit 1; }
  cmp -s "$folder/package-lock.json" "$stamp" && return
  install "npm packages" npm ci --prefix "$folder" "$@"
  cp "$folder/package-lock.json" "$stamp"
}

apt_packages() {
  local sudo=""
  need apt-get "apt-get" "install by hand what these packages of Debian hold: $*; a browser elsewhere is named by CHROMIUM"
  [[ $(id -u) == 0 ]] || { need sudo "sudo" "su -c 'apt-get install $*'"; sudo=sudo; }
  install "the list of Debian packages" $sudo apt-get update
  install "$*" $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

need cargo "Rust" "install rustup, then: rustup default stable"
for want in "$@"; do
  case $want in
    wasm)
      lib=$(rustc --print sysroot)/lib/rustlib
      [[ -d $lib/wasm32-unknown-unknown/lib ]] || install "the wasm target" rustup target add wasm32-unknown-unknown
      [[ -f $lib/src/rust/library/Cargo.lock ]] || install "the source of std" rustup component add rust-src
      cargo_tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli # without --locked: its lock asks for a newer rustc
      ;;
    build-tools) # the test tools contain them
      cmp -s package-lock.json node_modules/.jiheng-test-tools || npm_packages . build-tools --omit=dev
      ;;
    trunk) cargo_tool trunk "$TRUNK" trunk --locked ;;
    test-tools) npm_packages . test-tools ;;
    browser)
      [[ -x ${CHROMIUM:-/usr/bin/chromium} ]] || apt_packages chromium
      [[ -n $(find /usr/share/fonts "$HOME/.local/share/fonts" -iname '*cjk*' -print -quit 2>/dev/null) ]] || apt_packages fonts-noto-cjk
      ;;
    matrix) # browsers that `make test` does not need
      npm_packages tests/matrix tools
      cargo_tool geckodriver "$GECKODRIVER" geckodriver --locked
      { have firefox-esr && have WebKitWebDriver && have xvfb-run && have xauth && have pdftotext; } ||
        apt_packages firefox-esr webkit2gtk-driver xvfb xauth poppler-utils
      ;;
    bench) npm_packages tests/bench tools ;;
    hosts)
      [[ -x /usr/sbin/nginx && -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so && -x /usr/sbin/apache2 && -x /usr/bin/caddy ]] ||
        apt_packages nginx-light libnginx-mod-http-brotli-static apache2 caddy media-types
      ;;
    fuzz) have cargo-fuzz || install "cargo-fuzz" cargo install cargo-fuzz ;;
    *) echo "setup: unknown need '$want'" >&2; exit 2 ;;
  esac
done
