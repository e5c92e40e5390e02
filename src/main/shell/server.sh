# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# Finds a PostgreSQL server on this machine that is new enough and has pgvector.

# version_at_least VERSION MINIMUM
version_at_least() {
  printf '%s\n' "$2" "$1" | sort --version-sort --check=quiet
}

# Prints "MAJOR FOLDER" of each server that is new enough, newest first.
list_servers() {
  local folder major
  for folder in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || true)"; do
    if [ ! -x "$folder/initdb" ] || [ ! -x "$folder/pg_ctl" ] || [ ! -x "$folder/psql" ]; then continue; fi
    major=$("$folder/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p')
    ((${major:-0} < OLDEST_POSTGRES)) || echo "$major $folder"
  done | sort -rn -u
}

# Prints the version of pgvector that the server in a folder can load.
vector_version() {
  local control library
  control="$("$1/pg_config" --sharedir 2>/dev/null)/extension/vector.control"
  library="$("$1/pg_config" --pkglibdir 2>/dev/null)/vector.so"
  [ -r "$control" ] && [ -r "$library" ] || return 1
  sed -n "s/^default_version *= *'\(.*\)'.*/\1/p" "$control"
}

# find_server [MAJOR]: sets PG_BIN and PG_MAJOR; fails where no server has pgvector, and then PG_BIN is the
# newest one without it, or empty.
find_server() {
  local major folder version
  PG_BIN='' PG_MAJOR=''
  while read -r major folder; do
    [ -z "${1:-}" ] || [ "$1" = "$major" ] || continue
    if version=$(vector_version "$folder") && version_at_least "$version" "$OLDEST_VECTOR"; then
      PG_BIN=$folder PG_MAJOR=$major
      return 0
    fi
    [ -n "$PG_BIN" ] || PG_BIN=$folder PG_MAJOR=$major
  done < <(list_servers)
  return 1
}
