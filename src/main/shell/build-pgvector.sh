#!/usr/bin/env bash
# build-pgvector.sh WORK SERVER_BIN MIRROR: compiles Debian 13's pgvector for an older release's server.
# Everything stays in WORK, needs no root and leaves the machine's package sources alone; WORK/stage is the result.
set -euo pipefail

work=$1 server=$2 mirror=$3
major=$("$server/postgres" --version | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p')

# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/private-lists.sh"
open_lists deb-src "$work" "$mirror"
apt-get -q "${LISTS[@]}" update
apt-get -q "${LISTS[@]}" source --download-only pgvector
tar -xf pgvector_*.orig.tar.*
cd pgvector-*/

# The headers are unpacked, not installed: the package would bring clang and LLVM, and upgrade a server that runs.
headers=$("$server/pg_config" --includedir-server)
if [ ! -e "$headers/postgres.h" ]; then
  (cd "$work" && apt-get -q -o APT::Sandbox::User="$(id -un)" download "postgresql-server-dev-$major")
  dpkg-deb --extract "$work/postgresql-server-dev-$major"_*.deb "$work/headers"
  headers="$work/headers$headers"
fi

# No bitcode: it serves the just-in-time compiler, which is off. No -march=native: an image of this disk may start
# on another processor, and the distance functions choose theirs when they are loaded.
options=(PG_CONFIG="$server/pg_config" with_llvm=no OPTFLAGS='' HEADERS='' includedir_server="$headers")
make -j"$(nproc)" "${options[@]}"
make "${options[@]}" DESTDIR="$work/stage" install
