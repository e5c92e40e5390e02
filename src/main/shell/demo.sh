# shellcheck shell=bash
# A gallery of people who do not exist, so that a newcomer looks at a living system.

DEMO_GALLERY=demo
DEMO_POLICY='{"name": "demo", "description": "People who do not exist, drawn by a program", "policy": {
  "imageRetention": "crop", "purpose": "Trying Janua",
  "consentTextVersion": "demo-1", "consentText": "This is a demonstration. The people in it do not exist."}}'

load_demo() {
  local key archive answer import
  # shellcheck disable=SC2153
  key=$(cat "$STATE/api-key" 2>/dev/null) ||
    fail "The demonstration is loaded with the first API key, which is not in .janua/api-key: this database has others."
  if demo_call "/galleries/$DEMO_GALLERY" >/dev/null 2>&1; then
    say "The gallery '$DEMO_GALLERY' is there already."
    return
  fi
  demo_call /galleries --json "$DEMO_POLICY" >/dev/null
  archive="$STATE/demo.zip"
  "$JDK/bin/jar" --create --no-manifest --no-compress --file "$archive" -C src/demo .
  answer=$(demo_call "/galleries/$DEMO_GALLERY/imports?name=demo&textVersion=demo-1&channel=other" \
    -H 'Content-Type: application/zip' --data-binary "@$archive")
  rm -f "$archive"
  import=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' <<<"$answer")
  await_demo "$import"
}

# demo_call PATH [CURL ARGUMENT…]
demo_call() {
  local path=$1
  shift
  # The key stays off the command line, which other users can read.
  curl --fail-with-body --silent --show-error -H @- "http://127.0.0.1:$(service_setting JANUA_HTTP_PORT)/v1$path" "$@" \
    <<<"X-API-Key: $key"
}

await_demo() {
  local state
  progress_begin "Enrolling the people of the demonstration"
  until state=$(demo_call "/imports/$1" | sed -n 's/.*"state":"\([a-z]*\)".*/\1/p') && [ "$state" != running ]; do
    progress_tick
    sleep 0.5
  done
  progress_end "$state"
}
