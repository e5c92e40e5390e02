#!/usr/bin/env bash
# sudo src/main/docker/compose/prepare.sh HOST: draws the secrets of compose.yaml into the folder `secrets` beside it,
# and writes Keycloak's realm for the address https://HOST. What is there already is left as it is.
set -euo pipefail
umask 027

host=${1:?"usage: prepare.sh HOST, the name by which people reach it: faces.example.org"}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(readlink -f "$here/../../../..")
secrets="${JANUA_SECRETS:-$root/secrets}"

# The service takes a master key only from a file that root owns and nobody else may read but its group.
[ "$EUID" -eq 0 ] || {
  echo "Run this as root: the secrets must belong to root (with rootless Podman: podman unshare $0 $host)." >&2
  exit 1
}

# draw NAME [PREFIX]: 32 random bytes as 43 characters that need no quoting anywhere.
draw() {
  [ -e "$secrets/$1" ] ||
    printf '%s%s' "${2:-}" "$(head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '=')" >"$secrets/$1"
}

mkdir -p "$secrets"
for name in db-password db-owner-password db-admin-password db-keycloak-password keycloak-admin-password; do
  draw "$name"
done
draw bootstrap-key janua_
[ -e "$secrets/master-key" ] || head -c 32 /dev/urandom | base64 -w 0 >"$secrets/master-key"

# Keycloak reads settings from the environment or from a file of its own, and passwords belong into no environment.
if [ ! -e "$secrets/keycloak.conf" ]; then
  {
    echo "db-password=$(cat "$secrets/db-keycloak-password")"
    echo "bootstrap-admin-username=admin"
    echo "bootstrap-admin-password=$(cat "$secrets/keycloak-admin-password")"
  } >"$secrets/keycloak.conf"
fi
# People come back from signing in to this address and no other.
sed -e '/"http:\/\/\(localhost:8080\|127.0.0.1:5173\|localhost:5173\)\//d' \
  -e "s|\"http://127.0.0.1:8080/\"|\"https://$host/\"|" \
  -e "s|\"http://127.0.0.1:8080/signed-in.html\",|\"https://$host/signed-in.html\"|" \
  "$root/src/main/keycloak/janua-realm.json" >"$secrets/janua-realm.json"
# The containers' processes are no root, but in root's group.
chown 0:0 "$secrets" "$secrets"/*
chmod 711 "$secrets"
chmod 440 "$secrets"/*

echo "The secrets are in $secrets. Keep a copy of $secrets/master-key away from the database's backups."
echo "The first API key: $(cat "$secrets/bootstrap-key")"
