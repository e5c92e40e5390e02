# shellcheck shell=bash
# The service's AOT cache (JDK 25, JEP 483 and 514): what the JVM loaded and linked in a rehearsal, so that a start need
# not do it again. It is worth only time: without it, or with one that does not fit, the service starts all the same.

AOT_CACHE="$STATE/aot/app.aot"
AOT_LOG="$LOGS/aot.log"

# What the JVM compares as well; a file that does not fit is never shown to it.
aot_key() {
  echo "$JANUA_JAVA_OPTS"
  cat "$JDK/release" 2>/dev/null || "$JAVA" -version 2>&1
  stat -c '%n %s %Y' "$JAR" target/quarkus-app/{app,quarkus,lib/boot,lib/main}/*.jar
}

aot_is_fresh() {
  [ -s "$AOT_CACHE" ] && [ "$(cat "$AOT_CACHE.key" 2>/dev/null)" = "$(aot_key | sha256sum)" ]
}

# Fills AOT_OPTIONS for a start of the service. What the JVM says of a cache that it cannot use helps nobody.
use_aot() {
  AOT_OPTIONS=()
  [ "${JANUA_AOT:-}" = none ] || ! aot_is_fresh || AOT_OPTIONS=("-XX:AOTCache=$AOT_CACHE" -Xlog:aot*=off)
}

# Whatever happens here, the service runs without.
prepare_aot() {
  [ "${JANUA_AOT:-}" != none ] && ! aot_is_fresh || return 0
  # It enrols somebody, and nobody's database is for that: it takes a new one, and so a server of this machine's.
  [ -z "${JANUA_TEST_DB_URL:-}" ] && find_server || return 0
  local held=${LOCKS[build]:-}
  take_lock build
  # In a shell of its own: what fails there ends that one, and not whoever only wanted the service.
  if ! aot_is_fresh && ! aot_has_failed && ! run_visible in_own_shell rehearse_start; then
    aot_key | sha256sum >"$AOT_CACHE.failed"
    warn "The next start will be no quicker than this one; see $AOT_LOG"
  fi
  [ -n "$held" ] || release_lock build
}

# What did not work with this package, JDK and options is not tried again with each `up`.
aot_has_failed() {
  [ "$(cat "$AOT_CACHE.failed" 2>/dev/null)" = "$(aot_key | sha256sum)" ]
}

rehearse_start() {
  local key options code=0
  mkdir -p "${AOT_CACHE%/*}"
  rm -f "$AOT_CACHE"*
  key=$(aot_key | sha256sum)
  read -ra options <<<"$JANUA_JAVA_OPTS"
  open_test_database "${HASTY_COMMITS[@]}"
  run_logged "Rehearsing the start, so that the next one is quick" "$AOT_LOG" \
    rehearse "${options[@]}" "-XX:AOTCacheOutput=$AOT_CACHE.new" || code=$?
  close_test_database
  unset "${!JANUA_TEST_DB_@}"
  [ "$code" -eq 0 ] && [ -s "$AOT_CACHE.new" ] || return 1
  mv "$AOT_CACHE.new" "$AOT_CACHE"
  echo "$key" >"$AOT_CACHE.key"
}

# rehearse OPTION…: nothing but the rehearsal shall be in it, so that no setting of this installation reaches it.
rehearse() {
  local picture="$ROOT/src/demo/ade-okoye/1.jpg" http management setting
  http=$(free_port 18080)
  management=$(free_port $((http + 1)))
  for setting in $(compgen -e JANUA_ | grep -vE '^JANUA_(TEST_DB_.*|MODEL_.*|ACCEPT_MODEL_LICENCE)$'); do
    unset "$setting"
  done
  JANUA_HTTP_PORT=$http JANUA_MANAGEMENT_PORT=$management JANUA_REHEARSAL_PICTURE=$picture \
    JANUA_DB_URL="${JANUA_TEST_DB_URL%/*}/janua" \
    JANUA_DB_USER=$JANUA_TEST_DB_USER JANUA_DB_PASSWORD=$JANUA_TEST_DB_PASSWORD \
    JANUA_DB_OWNER=$JANUA_TEST_DB_OWNER JANUA_DB_OWNER_PASSWORD=$JANUA_TEST_DB_OWNER_PASSWORD \
    JANUA_BOOTSTRAP_KEY=$(random_secret) JANUA_MASTER_KEY=$(head -c 32 /dev/urandom | base64 -w 0) \
    timeout --kill-after=10 600 nice "$JAVA" "$@" -jar "$JAR"
}
