# What ./run and ./test need on a fresh Debian or Ubuntu; sourced by both.
# Says what it installs and why, asks for sudo once, and does nothing where nothing is missing.

RUST_NEEDED=1.89
NODE_NEEDED=20.19
BUILD_PACKAGES=(build-essential pkg-config libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev)
DRIVE_PACKAGES=(xvfb xauth webkit2gtk-driver imagemagick fonts-noto-core)
say() { printf '%s\n' "$*" >&2; }

at_least() { # at_least HAVE WANT
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

need_packages() { # need_packages WHY PACKAGE...
  local why=$1 missing=() package
  shift
  command -v dpkg-query >/dev/null || return 0
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing ${missing[*]}: $why."
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing and there is no sudo. As root, run:"
      say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
      exit 1
    fi
    say "sudo is needed for that, and for nothing else."
    root=(sudo)
  fi
  "${root[@]}" apt-get update -qq >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

need_rust() {
  [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
  local have
  have=$(cargo --version 2>/dev/null | awk '{print $2}') || true
  if [ -z "$have" ] || ! at_least "$have" "$RUST_NEEDED"; then
    say "Rust $RUST_NEEDED or newer is needed; found: ${have:-none}."
    say "Install it with rustup (https://rustup.rs), which needs no root, then run this again."
    exit 1
  fi
}

need_node() {
  local have
  have=$(node --version 2>/dev/null | tr -d v) || true
  if [ -z "$have" ] || ! at_least "$have" "$NODE_NEEDED"; then
    say "Node.js $NODE_NEEDED or newer is needed; found: ${have:-none}."
    say "Get it from https://nodejs.org, or with \"npm install --global node@22\" where npm is there; then run this again."
    exit 1
  fi
}

# Installs the packages of the pages where the lock file is newer than they are.
need_ui_packages() {
  local stamp=ui/node_modules/.package-lock.json
  [ -e "$stamp" ] && [ ! ui/package-lock.json -nt "$stamp" ] && return 0
  say "Installing the packages of the pages into ui/node_modules."
  (cd ui && npm ci --no-audit --no-fund --loglevel=error >&2) && touch "$stamp"
}

# Builds the pages where a source is newer than they are.
build_ui() {
  local page=ui/dist/index.html
  if [ -e "$page" ] && grep -q '<script' "$page" &&
    [ -z "$(find ui/src ui/index.html ui/vite.config.ts ui/package-lock.json assets/messages -newer "$page" -print -quit)" ]; then
    return 0
  fi
  (cd ui && npm run --silent build -- --logLevel warn >&2)
}
