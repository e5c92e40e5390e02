# shellcheck shell=bash
# What a reader of any page has: the folder of the checkout, the address and the first key. And what pages prepare in
# comments that nobody sees (io.janua.documents.Page), so that each can be run alone.

mkdir -p "$FOLDER/page/.janua"
cd "$FOLDER/page" || exit
ln -s "$CHECKOUT/src" "$CHECKOUT/models" "$CHECKOUT/docs" .
printf '%s' "$PAGE_KEY" >.janua/api-key

# Each answer's status on standard error, whatever a page does with the answer itself.
export HOME=$PWD CURL_HOME=$PWD
cat >.curlrc <<'CURL'
silent
show-error
max-time = 50
write-out = "%{stderr}HTTP %{http_code} %{method} %{url_effective}\n"
CURL

# As the tutorial sets them, and as pages assume that say so.
K=$(cat .janua/api-key)
A=http://$SERVICE/v1
P=src/test/resources/synthetic-people

# Without a build, which the test is part of.
cat >janua <<'JANUA'
#!/usr/bin/env bash
set -euo pipefail
case $1 in
  audit) main=io.janua.audit.transparency.AuditCommand ;;
  models) main=io.janua.vision.model.ModelsCommand ;;
  *) echo "not in a test: $1" >&2 && exit 2 ;;
esac
shift
PACKAGE=$CHECKOUT/target/quarkus-app
exec java -cp "$PACKAGE/app/*:$PACKAGE/lib/main/*:$PACKAGE/lib/boot/*" "$main" "$@"
JANUA
chmod +x janua

# What a page leaves running ends with it.
trap 'jobs -p | xargs -r kill 2>/dev/null' EXIT

# answered NAME: the first member of this name in the last answer.
answered() { grep -o "\"$1\":\"[^\"]*\"" "$LAST" | sed -n '1s/.*":"\(.*\)"/\1/p'; }

# a_gallery NAME [POLICY]
a_gallery() { curl -H "X-API-Key: $K" --json "{\"name\": \"$1\", \"policy\": ${2:-null}}" "$A/galleries"; }

# somebody GALLERY SUBJECT NAME [PICTURE]: with a consent, and a face where a picture is named.
somebody() {
  local subject=$A/galleries/$1/subjects/$2
  curl -H "X-API-Key: $K" --json "{\"name\": \"$3\"}" -X PUT "$subject"
  curl -H "X-API-Key: $K" --json '{"textVersion": "2026-01", "channel": "paper"}' "$subject/consents"
  [ -z "${4:-}" ] || curl -H "X-API-Key: $K" -F "image=@$P/$4" "$subject/faces"
}

# a_point NAME GALLERY [SETTINGS]
a_point() {
  curl -H "X-API-Key: $K" "$A/access/points" \
    --json "{\"name\": \"$1\", \"gallery\": \"$2\", \"kind\": \"door\", \"settings\": ${3:-null}}"
}

# eventually COMMAND…: until it succeeds.
eventually() {
  for _ in {1..600}; do
    ! "$@" >/dev/null 2>&1 || return 0
    sleep 0.05
  done
  echo "never: $*" >&2
  return 1
}
