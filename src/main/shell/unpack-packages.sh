#!/usr/bin/env bash
# unpack-packages.sh FOLDER MIRROR PACKAGE…: packages of Debian 13, unpacked into FOLDER and installed nowhere.
# Needs no root, and leaves the machine's package sources alone.
set -euo pipefail

folder=$1 mirror=$2
shift 2
work="$folder.work"
mkdir -p "$folder"
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/private-lists.sh"
open_lists deb "$work" "$mirror"
# What is installed here, perhaps from elsewhere, is no candidate.
LISTS+=(-o Dir::State::status=/dev/null)
apt-get -q "${LISTS[@]}" update
apt-get -q "${LISTS[@]}" download "$@"
for package in *.deb; do dpkg-deb --extract "$package" "$folder"; done
cd /
rm -rf "$work"
