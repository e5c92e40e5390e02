#!/usr/bin/env bash
# unpack-packages.sh FOLDER MIRROR PACKAGE…: packages of Debian 13, unpacked into FOLDER and installed nowhere.
# Needs no root, and leaves the machine's package sources alone.
set -euo pipefail

folder=$1 mirror=$2
shift 2
work="$folder.work"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

rm -rf "$work"
mkdir -p "$folder" "$work/lists/partial" "$work/cache/archives/partial"
cd "$work"

signed_by=''
[ ! -e "$keyring" ] || signed_by="[signed-by=$keyring] "
echo "deb ${signed_by}$mirror trixie main" >sources.list
private=(
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache"
  # What is installed here, perhaps from elsewhere, is no candidate.
  -o Dir::State::status=/dev/null
  # apt's own user may not be allowed into this folder.
  -o APT::Sandbox::User="$(id -un)"
)
apt-get -q "${private[@]}" update
apt-get -q "${private[@]}" download "$@"
for package in *.deb; do dpkg-deb --extract "$package" "$folder"; done
cd /
rm -rf "$work"
