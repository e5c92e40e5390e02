# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# Node and npm, which build the console. Where the machine's own are too old or missing, they come from the npm registry,
# which has Node's executable as a package.

NODE_VERSION=24.21.0
NPM_VERSION=11.21.2
OLDEST_NODE=24
NODE_SHA512_X64=de750bb336795f47dc898a46d2de93add029273027f3e16520d3fa3a2317ed5f07aefa404cf37ddfa5352e545e389ae22d16b87bcc84a900580a72f23cd02ced
NODE_SHA512_ARM64=1692513c4cf63afbd32df8c83a5346158f492cf30a825e66f9de2819804b836e242759a6bcdd5997f1cf2601781c3689e752127afd65d5c459fc333e91e5d6e6
NPM_SHA512=ec73c0a64f807e53146af4ac78bd4f9ba0a762a3081e4e77c7e2a6ba1aa64c3a8f9233cc8312294cf713aac13dd4428dc3880504957d7e75e249d1a6d435eaf4

# Puts a node and an npm that can build the console on the PATH.
find_node() {
  local found
  if command -v npm >/dev/null && found=$(node --version 2>/dev/null) && version_at_least "${found#v}" "$OLDEST_NODE"; then
    return
  fi
  local home="$STATE/node/$NODE_VERSION"
  if [ ! -d "$home" ]; then
    run_logged "Fetching Node $NODE_VERSION (50 MB)" "$LOGS/node.log" fetch_node "$home.new" ||
      fail "The console is built with Node $OLDEST_NODE or newer, which is not on the PATH and could not be fetched from the
npm registry; all of it is in $LOGS/node.log"
    mv "$home.new" "$home"
  fi
  export PATH="$home/bin:$PATH"
}

fetch_node() {
  local home=$1 platform sum
  case $(uname -m) in
    x86_64) platform=x64 sum=$NODE_SHA512_X64 ;;
    aarch64) platform=arm64 sum=$NODE_SHA512_ARM64 ;;
    *)
      echo "There is no Node for $(uname -m) in the registry; install Node $OLDEST_NODE by hand."
      return 1
      ;;
  esac
  rm -rf "$home"
  mkdir -p "$home/lib/npm" &&
    unpack_package "node-linux-$platform" "$NODE_VERSION" "$sum" "$home" &&
    unpack_package npm "$NPM_VERSION" "$NPM_SHA512" "$home/lib/npm" &&
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/npm/bin/%s-cli.js" "$@"\n' "${home%.new}" "${home%.new}" npm >"$home/bin/npm" &&
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/npm/bin/%s-cli.js" "$@"\n' "${home%.new}" "${home%.new}" npx >"$home/bin/npx" &&
    chmod +x "$home/bin/node" "$home/bin/npm" "$home/bin/npx"
}

# unpack_package NAME VERSION SHA512 FOLDER
unpack_package() {
  local name=$1 version=$2 sum=$3 folder=$4 archive
  archive="$folder/$name-$version.tgz"
  curl --fail --silent --show-error --location --retry 3 --output "$archive" \
    "${npm_config_registry:-https://registry.npmjs.org}/$name/-/$name-$version.tgz" &&
    echo "$sum  $archive" | sha512sum --check &&
    tar --extract --gzip --file "$archive" --directory "$folder" --strip-components=1 &&
    rm "$archive"
}
