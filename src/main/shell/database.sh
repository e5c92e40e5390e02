# shellcheck shell=bash
# The database of the service and the one of the tests: who has one is asked first, then this machine, then Docker.

# ensure_server [MAJOR]
ensure_server() {
  ! find_server "$@" || return 0
  [ $# -eq 0 ] || [ -n "$PG_BIN" ] ||
    fail "$DATA was made by PostgreSQL $1, which is gone. Install postgresql-$1, or move $CLUSTER away to start afresh."
  take_lock install
  find_server "$@" || install_server || return 1
  release_lock install
}

# prepare_database ROLE_OPTION COMMAND…: COMMAND runs SQL as the superuser. May be repeated. The role janua owns the
# tables and changes them; janua_service, under which the service works, owns nothing.
prepare_database() {
  local option=$1
  shift
  "$@" <<SQL || fail "The database could not be prepared; see $LOGS/postgres.log"
-- Only a superuser may create this extension, and every later database is a copy of this one.
CREATE EXTENSION IF NOT EXISTS vector;
\\connect postgres
SELECT 'CREATE ROLE janua' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'janua') \\gexec
ALTER ROLE janua LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE $option PASSWORD '$OWNER_PASSWORD';
SELECT 'CREATE ROLE janua_service' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'janua_service') \\gexec
ALTER ROLE janua_service LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD '$PASSWORD';
SELECT 'CREATE DATABASE janua OWNER janua' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'janua') \\gexec
SQL
}

# Leaves JANUA_DB_URL, JANUA_DB_USER and JANUA_DB_PASSWORD for the service.
open_database() {
  if [ -n "${JANUA_DB_URL:-}" ]; then
    say "Database: the one in JANUA_DB_URL"
    return
  fi
  use_cluster postgres
  load_database_settings
  if [ "${JANUA_DB_DOCKER:-no}" = yes ]; then
    open_container
  elif [ -n "${JANUA_DB_OWNER:-}" ] && cluster_pid >/dev/null; then
    PORT=$(cluster_port)
  elif ensure_server; then
    open_cluster
  elif [ ! -d "$DATA" ] && docker_works; then
    say "$WHY_NOT"
    open_container
  else
    no_database JANUA_DB
  fi
}

no_database() {
  fail "$WHY_NOT

Other ways: start a Docker engine (for ./janua up), or set $1_URL (jdbc:postgresql://…), $1_USER and
$1_PASSWORD to a PostgreSQL $OLDEST_POSTGRES or newer with pgvector $OLDEST_VECTOR or newer."
}

open_cluster() {
  make_cluster_home
  if [ -d "$DATA" ]; then
    ensure_server "$(cat "$DATA/PG_VERSION")" || no_database JANUA_DB
  else
    rm -f "$STATE/postgres.env"
    create_data
  fi
  # One from before the service had a role of its own knows only the owner, and its running server admits nobody else.
  [ -n "${JANUA_DB_OWNER:-}" ] || stop_server fast
  if cluster_pid >/dev/null; then PORT=$(cluster_port); else start_server "${JANUA_DB_PORT:-55432}"; fi
  if [ -z "${JANUA_DB_OWNER:-}" ]; then
    PASSWORD=$(random_secret)
    OWNER_PASSWORD=$(random_secret)
    prepare_database NOCREATEDB admin_sql
  else
    PASSWORD=$JANUA_DB_PASSWORD
    OWNER_PASSWORD=$JANUA_DB_OWNER_PASSWORD
  fi
  save_database_settings
}

# What `up` remembers of its database: also the marker that it is ready for use.
load_database_settings() {
  [ -r "$STATE/postgres.env" ] || return 0
  # shellcheck source=/dev/null
  source "$STATE/postgres.env"
}

# For programs that this script starts.
export_database_settings() {
  local setting
  for setting in URL USER PASSWORD OWNER OWNER_PASSWORD; do
    setting=JANUA_DB_$setting
    [ -z "${!setting+set}" ] || export "${setting?}"
  done
}

save_database_settings() {
  [ $# -gt 0 ] || set -- JANUA_DB_DOCKER=no
  write_secret "$STATE/postgres.env" <<SETTINGS
JANUA_DB_URL=jdbc:postgresql://127.0.0.1:$PORT/janua
JANUA_DB_USER=janua_service
JANUA_DB_PASSWORD=$PASSWORD
JANUA_DB_OWNER=janua
JANUA_DB_OWNER_PASSWORD=$OWNER_PASSWORD
JANUA_DB_PORT=$PORT
$(printf '%s\n' "$@")
SETTINGS
  load_database_settings
}

# open_test_database [SETTING…]: a new cluster for each run, because what a killed one left behind cannot be trusted.
open_test_database() {
  if [ -n "${JANUA_TEST_DB_URL:-}" ]; then
    say "Test database: the one in JANUA_TEST_DB_URL"
    return
  fi
  use_cluster test-postgres
  ensure_server || no_database JANUA_TEST_DB
  make_cluster_home
  stop_server immediate
  remove_test_data
  AT_EXIT+=(close_test_database)
  create_data --no-sync
  start_server 55532 "max_connections = 100" "$@"
  PASSWORD=$(random_secret)
  OWNER_PASSWORD=$(random_secret)
  prepare_database CREATEDB admin_sql
  export JANUA_TEST_DB_URL="jdbc:postgresql://127.0.0.1:$PORT/postgres"
  export JANUA_TEST_DB_USER=janua_service JANUA_TEST_DB_PASSWORD=$PASSWORD
  export JANUA_TEST_DB_OWNER=janua JANUA_TEST_DB_OWNER_PASSWORD=$OWNER_PASSWORD
}

# After open_test_database, whose passwords hold on the shards too. Not every installation of PostgreSQL has the extension,
# and only a superuser can prepare it.
open_test_shards() {
  local number addresses=()
  [ -n "${OWNER_PASSWORD:-}" ] || return 0
  if ! admin_sql <<'SQL'; then
CREATE EXTENSION IF NOT EXISTS postgres_fdw;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO janua;
SQL
    warn "Templates on several servers are not tested: PostgreSQL's extension postgres_fdw is not to be had."
    return 0
  fi
  for number in 1 2 3; do
    use_cluster "test-shard-$number"
    make_cluster_home
    stop_server immediate
    remove_test_data
    create_data --no-sync
    # A worker of its own, the superuser's, could keep a database from being dropped.
    start_server 55540 "shared_buffers = 32MB" "autovacuum = off" "$@"
    prepare_database CREATEDB admin_sql
    addresses+=("127.0.0.1:$PORT")
  done
  JANUA_TEST_SHARDS=$(IFS=,; echo "${addresses[*]}")
  export JANUA_TEST_SHARDS
}

close_test_database() {
  local name
  for name in test-postgres test-shard-{1,2,3}; do
    use_cluster "$name"
    stop_server immediate
    remove_test_data
  done
}

remove_test_data() {
  [ ! -d "$CLUSTER" ] || as_cluster_user rm -rf "$DATA" "$DATA.new"
}
