# shellcheck shell=bash
# Debian 13's packages by lists of their own: needs no root, and leaves the machine's package sources alone.

# open_lists KIND WORK MIRROR: makes WORK anew and goes there; KIND is deb or deb-src. Leaves LISTS, the options with
# which apt-get sees them.
open_lists() {
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed_by=''
  rm -rf "$2"
  mkdir -p "$2/lists/partial" "$2/cache/archives/partial"
  cd "$2" || exit
  [ ! -e "$keyring" ] || signed_by="[signed-by=$keyring] "
  echo "$1 ${signed_by}$3 trixie main" >sources.list
  # shellcheck disable=SC2034 # for whoever called
  LISTS=(
    -o Dir::Etc::SourceList="$2/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$2/lists" -o Dir::Cache="$2/cache"
    # apt's own user may not be allowed into this folder.
    -o APT::Sandbox::User="$(id -un)"
  )
}
