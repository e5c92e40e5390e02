#!/usr/bin/env bash
# build-pgvector.sh WORK SERVER_BIN MIRROR: compiles Debian 13's pgvector for an older release's server.
# Everything stays in WORK, needs no root and leaves the machine's package sources alone; WORK/stage is the result.
set -euo pipefail

work=$1 server=$2 mirror=$3
major=$("$server/postgres" --version | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p')
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
cd "$work"

signed_by=''
[ ! -e "$keyring" ] || signed_by="[signed-by=$keyring] "
echo "deb-src ${signed_by}$mirror trixie main" >sources.list
private=(
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache"
  # apt's own user may not be allowed into this folder.
  -o APT::Sandbox::User="$(id -un)"
)
apt-get -q "${private[@]}" update
apt-get -q "${private[@]}" source --download-only pgvector
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
