# shellcheck shell=bash
# A gallery of people who do not exist, so that a newcomer looks at a living system.

DEMO_GALLERY=demo
# What is made last: where it is, all of it is.
DEMO_LAST_RULE=employees-by-day
DEMO_POLICY='{"name": "demo", "description": "People who do not exist, drawn by a program", "policy": {
  "imageRetention": "crop", "purpose": "Trying Janua",
  "consentTextVersion": "demo-1", "consentText": "This is a demonstration. The people in it do not exist."}}'

load_demo() {
  local key archive answer import
  # shellcheck disable=SC2153
  key=$(cat "$STATE/api-key" 2>/dev/null) ||
    fail "The demonstration is loaded with the first API key, which is not in .janua/api-key: this database has others."
  if demo_call "/access/rules/$DEMO_LAST_RULE" >/dev/null 2>&1; then
    say "The gallery '$DEMO_GALLERY' is there already."
    return
  fi
  demo_make /galleries "$DEMO_POLICY"
  archive="$STATE/demo.zip"
  "$JDK/bin/jar" --create --no-manifest --no-compress --file "$archive" -C src/demo .
  # Whom an import has enrolled, another one of the same pictures leaves as they are.
  answer=$(demo_call "/galleries/$DEMO_GALLERY/imports?name=demo&textVersion=demo-1&channel=other" \
    -H 'Content-Type: application/zip' --data-binary "@$archive") || demo_failed "$answer"
  rm -f "$archive"
  import=$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' <<<"$answer")
  await_demo "$import"
  furnish_demo
}

# A door and a turnstile, so that there is something to pass.
furnish_demo() {
  local people
  people=$(tail -n +2 src/demo/subjects.csv | cut -d, -f1 | sed 's/.*/"&"/' | paste -sd, -)
  demo_make /access/points "{\"name\": \"front-door\", \"gallery\": \"$DEMO_GALLERY\", \"kind\": \"door\",
    \"zoneTo\": \"house\"}"
  demo_make /access/points "{\"name\": \"office\", \"gallery\": \"$DEMO_GALLERY\", \"kind\": \"turnstile\",
    \"zoneFrom\": \"house\", \"zoneTo\": \"office\", \"settings\": {\"antiPassback\": \"soft\"}}"
  demo_make /access/groups "{\"name\": \"employees\", \"gallery\": \"$DEMO_GALLERY\"}"
  demo_make /access/groups/employees/members "{\"subjects\": [$people]}"
  demo_make /access/schedules '{"name": "by-day", "timeZone": "UTC", "weekly": [
    {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "06:00", "until": "20:00"}]}'
  demo_make /access/rules "{\"name\": \"employees-at-any-time\", \"gallery\": \"$DEMO_GALLERY\",
    \"groups\": [\"employees\"], \"points\": [\"front-door\"]}"
  demo_make /access/rules "{\"name\": \"$DEMO_LAST_RULE\", \"gallery\": \"$DEMO_GALLERY\",
    \"groups\": [\"employees\"], \"points\": [\"office\"], \"schedule\": \"by-day\"}"
}

# demo_make PATH JSON. What a run made that broke off is there already, and stays.
demo_make() {
  local answer
  answer=$(demo_call "$1" --json "$2" 2>&1) || [[ $answer == *'_exists"'* ]] || demo_failed "$1: $answer"
}

demo_failed() {
  fail "The demonstration is not complete; ./janua up --demo goes on with it. $1"
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
  local answer='' state=running
  progress_begin "Enrolling the people of the demonstration"
  while [ "$state" = running ]; do
    progress_tick
    sleep 0.5
    # A service that is busy is asked again, one that is gone is not.
    answer=$(demo_call "/imports/$1" --retry 5 --max-time 60 2>&1) || state=unknown
    [ "$state" = unknown ] || state=$(sed -n 's/.*"state":"\([a-z]*\)".*/\1/p' <<<"$answer")
  done
  progress_end "${state:-unknown}"
  [ "$state" = "done" ] || demo_failed "$answer"
}
