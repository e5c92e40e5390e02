#!/usr/bin/env bash
# sudo src/main/docker/compose/prepare.sh HOST: draws the secrets of compose.yaml into the folder `secrets` beside it,
# writes Keycloak's realm for the address https://HOST, and HOST into .env, where Compose looks for it. Secrets that are
# there already are left as they are.
set -euo pipefail
umask 027

host=${1:?"usage: prepare.sh HOST, the name by which people reach it: faces.example.org"}
# It becomes part of addresses and of settings, and people come back from signing in to it.
[[ $host =~ ^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$ ]] || {
  echo "'$host' is no host name: give the name alone, without https:// and port, like faces.example.org." >&2
  exit 1
}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(readlink -f "$here/../../../..")
secrets="${JANUA_SECRETS:-$(sed -n 's/^JANUA_SECRETS=//p' "$root/.env" 2>/dev/null || true)}"
secrets="${secrets:-$root/secrets}"

# The service takes a master key only from a file that root owns and nobody else may read but its group.
[ "$EUID" -eq 0 ] || {
  echo "Run this as root: the secrets must belong to root (with rootless Podman: podman unshare $0 $host)." >&2
  exit 1
}

# keep NAME, content on standard input: complete or not there, whatever the disk says.
keep() {
  cat >"$secrets/$1.new" && mv "$secrets/$1.new" "$secrets/$1"
}

# draw NAME [PREFIX]: 32 random bytes as 43 characters that need no quoting anywhere.
draw() {
  [ -s "$secrets/$1" ] ||
    printf '%s%s' "${2:-}" "$(head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=')" | keep "$1"
}

# remember NAME VALUE: in the file that Compose reads, in whichever shell it is started. Nothing in it is secret.
remember() {
  touch "$root/.env"
  sed -i "/^$1=/d" "$root/.env"
  echo "$1=$2" >>"$root/.env"
}

mkdir -p "$secrets"
for name in db-password db-owner-password db-admin-password db-keycloak-password keycloak-admin-password; do
  draw "$name"
done
draw bootstrap-key janua_
[ -s "$secrets/master-key" ] || head -c 32 /dev/urandom | base64 -w 0 | keep master-key

# Keycloak reads settings from the environment or from a file of its own, and passwords belong into no environment.
if [ ! -s "$secrets/keycloak.conf" ]; then
  {
    echo "db-password=$(cat "$secrets/db-keycloak-password")"
    echo "bootstrap-admin-username=admin"
    echo "bootstrap-admin-password=$(cat "$secrets/keycloak-admin-password")"
  } | keep keycloak.conf
fi
# People come back from signing in to this address and no other.
sed -e '/"http:\/\/\(localhost:8080\|127.0.0.1:5173\|localhost:5173\)\//d' \
  -e "s|\"http://127.0.0.1:8080/\"|\"https://$host/\"|" \
  -e "s|\"http://127.0.0.1:8080/signed-in.html\",|\"https://$host/signed-in.html\"|" \
  "$root/src/main/keycloak/janua-realm.json" | keep janua-realm.json
# The containers' processes are no root, but in root's group.
chown 0:0 "$secrets" "$secrets"/*
chmod 711 "$secrets"
chmod 440 "$secrets"/*

remember JANUA_HOST "$host"
[ -z "${JANUA_SECRETS:-}" ] || remember JANUA_SECRETS "$(readlink -f "$secrets")"
chown --reference="$root" "$root/.env"
chmod 644 "$root/.env"

echo "The secrets are in $secrets. Keep a copy of $secrets/master-key away from the database's backups."
echo "The first API key, with every operation, is in $secrets/bootstrap-key."
