# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# PostgreSQL in a container, where a Docker engine runs and this machine cannot have a server of its own.

docker_works() {
  { docker info && docker compose version; } >/dev/null 2>&1
}

# A project name for each checkout, so that two of them do not share a database.
compose() {
  docker compose --project-name "janua-$(hash_of "$ROOT")" --file "$ROOT/src/main/docker/database.compose.yaml" "$@"
}

container_sql() {
  compose exec -T postgres psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=template1 \
    >>"$LOGS/postgres.log" 2>&1
}

open_container() {
  docker_works || fail "The database is in a container (.janua/postgres.env), and no Docker engine with compose runs."
  PASSWORD=${JANUA_DB_PASSWORD:-$(random_secret)}
  OWNER_PASSWORD=${JANUA_DB_OWNER_PASSWORD:-$(random_secret)}
  PORT=${JANUA_DB_PORT:-$(free_port 55432)}
  export JANUA_DB_PORT=$PORT JANUA_DB_ADMIN_PASSWORD=${JANUA_DB_ADMIN_PASSWORD:-$(random_secret)}
  run_logged "Starting PostgreSQL in a container" "$LOGS/docker.log" compose up --detach --wait ||
    fail "The container did not start; all of it is in $LOGS/docker.log"
  prepare_database NOCREATEDB container_sql
  save_database_settings JANUA_DB_DOCKER=yes "JANUA_DB_ADMIN_PASSWORD=$JANUA_DB_ADMIN_PASSWORD"
}

close_container() {
  export JANUA_DB_PORT JANUA_DB_ADMIN_PASSWORD
  run_logged "Stopping PostgreSQL's container" "$LOGS/docker.log" compose down
}
