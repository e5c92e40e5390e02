# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# Installs PostgreSQL and pgvector from the distribution. Each function that can fail says why in WHY_NOT, because
# the caller may still have another way (Docker).

AS_ROOT=()
WHY_NOT=''

# find_root LABEL: sets AS_ROOT to the words that run a command as root; fails where this user has no way. LABEL says what
# for, should somebody be asked for a password.
find_root() {
  [ "$EUID" -ne 0 ] || return 0
  command -v sudo >/dev/null || return 1
  AS_ROOT=(sudo -n)
  ! sudo -n true 2>/dev/null || return 0
  [ -t 0 ] && [ "$ON_TERMINAL" = yes ] || return 1
  say "$1 needs root: sudo may ask for your password."
  sudo -v
}

# as_root LABEL BY_HAND COMMAND…: BY_HAND is what a person would type where this script may not.
as_root() {
  local label=$1 by_hand=$2 code=0
  shift 2
  if ! find_root "$label"; then
    WHY_NOT="${WHY_NOT:+$WHY_NOT$'\n'}$label needs root. Run this as root, then ./janua again:
$by_hand"
    return 1
  fi
  CHILD_MUST_FINISH=yes
  run_logged "$label" "$LOGS/install.log" "${AS_ROOT[@]}" "$@" || code=$?
  CHILD_MUST_FINISH=no
  [ "$code" -eq 0 ] || WHY_NOT="$label failed; all of it is in $LOGS/install.log"
  return "$code"
}

# The version of a package that apt would install; nothing where there is none.
candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p'
}

# The address from which this machine takes Debian's packages. apt is asked, since its sources come in several formats.
debian_mirror() {
  # shellcheck disable=SC2016
  LC_ALL=C apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' \
    2>/dev/null | sort -u | sed -n 1p
}

# Starts from what find_server left in PG_BIN and PG_MAJOR: a server without pgvector, or nothing.
install_server() {
  local major=$PG_MAJOR mirror='' packages=()
  WHY_NOT=''
  if ! command -v apt-get >/dev/null; then
    WHY_NOT="No apt-get here, so PostgreSQL with pgvector cannot be installed by this script."
    return 1
  fi
  if find_root "Installing PostgreSQL with pgvector"; then
    say "This machine has no PostgreSQL $OLDEST_POSTGRES or newer with pgvector $OLDEST_VECTOR or newer: installing it."
    # Old package lists name files that are gone. A foreign source that fails is no reason to stop.
    as_root "Reading the package lists" '' apt-get update -q -o DPkg::Lock::Timeout=300 || true
  fi
  [ -n "$major" ] || major=$(candidate postgresql | sed 's/[^0-9].*//')
  if [ -z "$major" ] || ((major < OLDEST_POSTGRES)); then
    WHY_NOT="The package lists of this machine name no PostgreSQL $OLDEST_POSTGRES or newer. Where they are
empty, 'apt-get update' as root helps; what it said last is in $LOGS/install.log"
    return 1
  fi
  choose_packages "$major" || return 1
  install_packages "${packages[@]}" || return 1
  find_server "$major" || build_vector "$mirror"
}

# Fills the caller's packages, and mirror where pgvector must be compiled.
choose_packages() {
  local major=$1 tool version
  [ -n "$PG_BIN" ] || packages+=("postgresql-$major")
  version=$(candidate "postgresql-$major-pgvector")
  # A server outside this folder is not the distribution's, and would not see the distribution's extensions.
  if [[ -n $version && ${PG_BIN:-/usr/lib/postgresql/} == /usr/lib/postgresql/* ]] &&
    version_at_least "$version" "$OLDEST_VECTOR"; then
    packages+=("postgresql-$major-pgvector")
    return
  fi
  mirror=$(debian_mirror)
  if [ -z "$mirror" ]; then
    WHY_NOT="This distribution's pgvector for PostgreSQL $major is ${version:-not packaged}, Janua needs $OLDEST_VECTOR or newer, and there is no Debian
source here to compile it from. PostgreSQL's own packages have it (apt install postgresql-common, then
/usr/share/postgresql-common/pgdg/apt.postgresql.org.sh, then apt install postgresql-$major-pgvector)."
    return 1
  fi
  for tool in make gcc; do
    command -v "$tool" >/dev/null || packages+=("$tool")
  done
  [ -e /usr/include/stdio.h ] || packages+=(libc6-dev)
}

install_packages() {
  [ $# -gt 0 ] || return 0
  as_root "Installing $*" "  apt-get update
  apt-get install --no-install-recommends $*" bash "$ROOT/src/main/shell/install-packages.sh" "$@"
}

# install_unasked PACKAGE: where root is at hand; nobody is asked for a password.
install_unasked() {
  command -v apt-get >/dev/null || return 1
  [ "$EUID" -eq 0 ] || sudo -n true 2>/dev/null || return 1
  if [ -z "$(candidate "$1")" ]; then
    as_root "Reading the package lists" '' apt-get update -q -o DPkg::Lock::Timeout=300 || true
  fi
  install_packages "$1"
}

# Compiling needs no root, copying the result beside the server's own extensions does.
build_vector() {
  local work="$STATE/pgvector"
  if ! run_logged "Compiling pgvector for PostgreSQL $PG_MAJOR" "$LOGS/pgvector.log" \
    bash "$ROOT/src/main/shell/build-pgvector.sh" "$work" "$PG_BIN" "$1"; then
    WHY_NOT="pgvector could not be compiled; all of it is in $LOGS/pgvector.log"
    return 1
  fi
  # shellcheck disable=SC2016
  as_root "Installing pgvector" "  cp -R ${work@Q}/stage/. /" sh -c 'umask 022 && cp -R "$1/stage/." /' sh "$work" || return 1
  rm -rf "$work"
  find_server "$PG_MAJOR" && return 0
  WHY_NOT="pgvector was installed, but PostgreSQL in $PG_BIN does not show it; see $LOGS/pgvector.log"
  return 1
}

has_turbojpeg() {
  [ -n "$(find /usr/lib /usr/lib64 /usr/local/lib -maxdepth 2 -name 'libturbojpeg.so.0' -print -quit 2>/dev/null)" ]
}

# A wish, not a need: with it, JPEGs decode in less than half of the time. So nobody is asked for a password.
ensure_turbojpeg() {
  local package=libturbojpeg0
  ! has_turbojpeg || return 0
  if [ "$EUID" -eq 0 ] || sudo -n true 2>/dev/null; then
    [ -n "$(candidate "$package")" ] || package=libturbojpeg
    [ -z "$(candidate "$package")" ] || install_packages "$package" || true
  fi
  has_turbojpeg || say "JPEGs decode faster where the package libturbojpeg0 (on Ubuntu: libturbojpeg) is installed."
}
