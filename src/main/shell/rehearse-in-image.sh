#!/usr/bin/env bash
# rehearse-in-image.sh ENGINE TAG FOLDER MODELS: starts the image once as aot.sh does, beside a PostgreSQL that is thrown
# away, and leaves in FOLDER the AOT cache that its JVM made. The two are on a network that leads nowhere else.
set -euo pipefail

engine=$1 tag=$2 folder=$3 models=$4
root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../..
picture=$(readlink -f "$root/src/demo/ade-okoye/1.jpg")
name="janua-rehearsal-$$"

leave() {
  "$engine" rm --force "$name" >/dev/null 2>&1 || true
  "$engine" network rm "$name" >/dev/null 2>&1 || true
}
trap leave EXIT

"$engine" network create --internal "$name"
"$engine" run --detach --name "$name" --network "$name" --env POSTGRES_PASSWORD=throwaway \
  --tmpfs /var/lib/postgresql/data docker.io/pgvector/pgvector:0.8.1-pg17 postgres -c fsync=off
for _ in {1..60}; do
  # Over TCP: while the image sets itself up, its server listens on the socket only.
  ! "$engine" exec "$name" pg_isready --host=127.0.0.1 --username=postgres || break
  sleep 1
done
"$engine" exec --interactive "$name" psql --username=postgres --set=ON_ERROR_STOP=1 <<'SQL'
CREATE ROLE janua LOGIN PASSWORD 'throwaway';
CREATE ROLE janua_service LOGIN PASSWORD 'throwaway';
CREATE DATABASE janua OWNER janua;
\connect janua
CREATE EXTENSION vector;
SQL

# The image's user is nobody here.
chmod 777 "$folder"
settings=(
  "JANUA_DB_URL=jdbc:postgresql://$name:5432/janua" JANUA_DB_PASSWORD=throwaway JANUA_DB_OWNER_PASSWORD=throwaway
  "JANUA_BOOTSTRAP_KEY=$(head -c 32 /dev/urandom | base64 -w 0)"
  "JANUA_MASTER_KEY=$(head -c 32 /dev/urandom | base64 -w 0)"
  JANUA_REHEARSAL_PICTURE=/picture.jpg
)
# As much memory as an installation gives it: how the heap lies belongs to the cache.
timeout 600 "$engine" run --rm --network "$name" --memory 2560m "${settings[@]/#/--env=}" \
  --volume "$(readlink -f "$folder"):/made:z" --volume "$(readlink -f "$models"):/models:ro,z" \
  --volume "$picture:/picture.jpg:ro,z" --entrypoint java "$tag" \
  @/app/java.options -XX:AOTCacheOutput=/made/app.aot -jar /app/quarkus-run.jar
chmod 755 "$folder"
[ -s "$folder/app.aot" ]
