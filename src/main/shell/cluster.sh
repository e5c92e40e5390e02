# shellcheck shell=bash
# A private PostgreSQL cluster: `postgres` for the service, `test-postgres` and `test-shard-1` to `-3` for tests.

# use_cluster NAME: sets CLUSTER, DATA, SOCKET and CLUSTER_USER.
use_cluster() {
  CLUSTER_NAME=$1
  CLUSTER=$(readlink -m "$STATE/$1")
  DATA="$CLUSTER/data"
  SOCKET="$CLUSTER/socket"
  # A socket's path may have 107 characters at most, and psql takes a comma for the end of a host's name.
  if [ ${#SOCKET} -gt 90 ] || [[ $SOCKET == *,* ]]; then SOCKET="/tmp/janua-$(hash_of "$CLUSTER")"; fi
  CLUSTER_USER=$(id -un)
  # PostgreSQL refuses to run as root.
  [ "$EUID" -ne 0 ] || CLUSTER_USER=postgres
  if [ -d "$DATA" ]; then
    [ "$EUID" -eq 0 ] || [ -O "$DATA" ] || fail "$DATA belongs to $(stat -c %U "$DATA"): run ./janua as that user or as root."
    CLUSTER_USER=$(stat -c %U "$DATA")
  fi
}

hash_of() {
  printf '%s' "$1" | sha256sum | cut -c 1-10
}

# The server's own user may not enter this folder, and a person's PG* settings are not meant for this server.
as_cluster_user() (
  close_locks
  unset "${!PG@}"
  cd /
  if [ "$EUID" -eq 0 ]; then
    exec runuser -u "$CLUSTER_USER" -- "$@"
  fi
  exec "$@"
)

# The process of this cluster's server. A number in a file may be another process by now, so its command line counts.
cluster_pid() {
  local pid
  pid=$(sed -n 1p "$DATA/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "-D $DATA " && echo "$pid"
}

cluster_port() {
  sed -n 4p "$DATA/postmaster.pid"
}

make_cluster_home() {
  [ "$EUID" -ne 0 ] || id postgres >/dev/null 2>&1 || fail "PostgreSQL refuses root, and there is no user 'postgres' to run it as."
  if [ ! -d "$CLUSTER" ]; then
    mkdir -m 700 "$CLUSTER"
    # A checkout below /root, or a mounted folder, is closed to that user.
    if [ "$EUID" -eq 0 ] && ! { chown "$CLUSTER_USER" "$CLUSTER" && as_cluster_user test -w "$CLUSTER"; } 2>/dev/null; then
      rmdir "$CLUSTER"
      make_far_home
    fi
  fi
  as_cluster_user mkdir -p -m 700 "$CLUSTER/log" "$SOCKET"
  [ "$(stat -c %U "$SOCKET")" = "$CLUSTER_USER" ] || fail "$SOCKET is not $CLUSTER_USER's: remove it."
}

make_far_home() {
  local home
  home="/var/lib/janua/$(hash_of "$ROOT")"
  # Another checkout may have been made here and moved away since.
  while [ "$(cat "$home/checkout" 2>/dev/null || echo "$ROOT")" != "$ROOT" ]; do home+=x; done
  (umask 022 && mkdir -p "$home" && echo "$ROOT" >"$home/checkout")
  say "The user $CLUSTER_USER may not enter $ROOT: the database is in $home/$CLUSTER_NAME."
  [ ! -d "$home/$CLUSTER_NAME/data" ] || say "One that an earlier ./janua left there is used again."
  install -d -m 700 -o "$CLUSTER_USER" "$home/$CLUSTER_NAME"
  ln -s "$home/$CLUSTER_NAME" "$STATE/$CLUSTER_NAME"
  use_cluster "$CLUSTER_NAME"
}

# A copied checkout brings a link to the original's database, which is not the copy's to use; a moved one keeps it.
leave_foreign_homes() {
  local link cluster home owner
  for link in "$STATE"/{postgres,test-postgres,test-shard-{1,2,3}}; do
    [ -L "$link" ] || continue
    cluster=$(readlink -f "$link")
    home=$(dirname "$cluster")
    owner=$(cat "$home/checkout" 2>/dev/null || true)
    [ "$owner" != "$ROOT" ] || continue
    if [ -d "$cluster" ] && [ ! "$owner/.janua/$(basename "$link")" -ef "$cluster" ]; then
      echo "$ROOT" >"$home/checkout"
    else
      rm "$link"
    fi
  done
}

# create_data [INITDB OPTION…]
create_data() {
  local locale=C
  [[ $(locale -a 2>/dev/null) != *C.[Uu][Tt][Ff]* ]] || locale=C.UTF-8
  # Under another name until it is complete: an interrupted initdb must not look like a database.
  as_cluster_user rm -rf "$DATA.new"
  run_logged "Creating a PostgreSQL $PG_MAJOR cluster" "$LOGS/postgres.log" as_cluster_user "$PG_BIN/initdb" \
    --pgdata="$DATA.new" --username=postgres --encoding=UTF8 --locale="$locale" \
    --auth-local=peer --auth-host=scram-sha-256 "$@" || fail "The cluster could not be created in $CLUSTER."
  as_cluster_user tee "$DATA.new/pg_ident.conf" >/dev/null <<<"janua \"$CLUSTER_USER\" postgres"
  as_cluster_user tee -a "$DATA.new/postgresql.conf" >/dev/null <<<"include 'janua.conf'"
  as_cluster_user mv "$DATA.new" "$DATA"
}

# start_server PORT [SETTING…]: on the first free port from PORT upwards, which it leaves in PORT.
start_server() {
  local attempt
  PORT=$1
  shift
  for attempt in 1 2 3; do
    PORT=$(free_port "$PORT")
    write_settings "$@"
    run_logged "Starting PostgreSQL $PG_MAJOR on port $PORT" "$LOGS/postgres.log" as_cluster_user \
      "$PG_BIN/pg_ctl" start --silent --wait --timeout=120 --pgdata="$DATA" --log="$CLUSTER/log/server.log" && return
    # Somebody else may have taken the port in between; any other failure would only come again.
    port_taken "$PORT" || break
  done
  show_tail "$CLUSTER/log/server.log"
  fail "PostgreSQL did not start (attempt $attempt)."
}

# write_settings [SETTING…]
write_settings() {
  as_cluster_user tee "$DATA/janua.conf" >/dev/null <<CONF
# Written by ./janua at every start.
listen_addresses = '127.0.0.1'
port = $PORT
unix_socket_directories = '"${SOCKET//\'/\'\'}"'
unix_socket_permissions = 0700
max_connections = 50
shared_buffers = 128MB
# The queries are short: compiling one would take longer than running it.
jit = off
# The detail of an error quotes the row, and a row may hold a person's template.
log_error_verbosity = terse
log_checkpoints = off
$(printf '%s\n' "$@")
CONF
  as_cluster_user tee "$DATA/pg_hba.conf" >/dev/null <<'CONF'
# Written by ./janua at every start.
# The superuser comes through the socket only, and only as the user who owns the cluster.
local  all  postgres                             peer map=janua
host   all  janua,janua_service    127.0.0.1/32  scram-sha-256
CONF
}

# stop_server MODE, in which a test's server need not save anything
stop_server() {
  local pid
  pid=$(cluster_pid) || return 0
  run_logged "Stopping PostgreSQL (process $pid)" "$LOGS/postgres.log" as_cluster_user \
    "$(dirname "$(readlink "/proc/$pid/exe")")/pg_ctl" stop --silent --wait --mode="$1" --pgdata="$DATA"
}

# admin_sql: runs standard input as the superuser.
admin_sql() {
  as_cluster_user "$PG_BIN/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 \
    --host="$SOCKET" --port="$PORT" --username=postgres --dbname=template1 >>"$LOGS/postgres.log" 2>&1
}
