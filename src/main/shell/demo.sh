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
  furnish_demo
}

# A door and a turnstile, so that there is something to pass.
furnish_demo() {
  local people
  people=$(tail -n +2 src/demo/subjects.csv | cut -d, -f1 | sed 's/.*/"&"/' | paste -sd, -)
  demo_call /access/points --json "{\"name\": \"front-door\", \"gallery\": \"$DEMO_GALLERY\", \"kind\": \"door\",
    \"zoneTo\": \"house\"}" >/dev/null
  demo_call /access/points --json "{\"name\": \"office\", \"gallery\": \"$DEMO_GALLERY\", \"kind\": \"turnstile\",
    \"zoneFrom\": \"house\", \"zoneTo\": \"office\", \"settings\": {\"antiPassback\": \"soft\"}}" >/dev/null
  demo_call /access/groups --json "{\"name\": \"employees\", \"gallery\": \"$DEMO_GALLERY\"}" >/dev/null
  demo_call /access/groups/employees/members --json "{\"subjects\": [$people]}" >/dev/null
  demo_call /access/schedules --json '{"name": "by-day", "timeZone": "UTC", "weekly": [
    {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "06:00", "until": "20:00"}]}' >/dev/null
  demo_call /access/rules --json "{\"name\": \"employees-at-any-time\", \"gallery\": \"$DEMO_GALLERY\",
    \"groups\": [\"employees\"], \"points\": [\"front-door\"]}" >/dev/null
  demo_call /access/rules --json "{\"name\": \"employees-by-day\", \"gallery\": \"$DEMO_GALLERY\",
    \"groups\": [\"employees\"], \"points\": [\"office\"], \"schedule\": \"by-day\"}" >/dev/null
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
