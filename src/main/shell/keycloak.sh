# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# A Keycloak server: `keycloak` for the service, `test-keycloak` for the tests. Both run the same files, which come from
# Maven Central, and each has data of its own.

KEYCLOAK_FILES="$STATE/keycloak/$KEYCLOAK_VERSION"

# use_keycloak NAME: sets KEYCLOAK, its home, and KEYCLOAK_LOG.
use_keycloak() {
  KEYCLOAK="$STATE/$1"
  KEYCLOAK_LOG="$LOGS/$1.log"
}

# Its process. A number in a file may be another process by now, so its command line counts.
keycloak_pid() {
  local pid
  pid=$(cat "$KEYCLOAK/pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "-Dkc.home.dir=$KEYCLOAK " && echo "$pid"
}

keycloak_port() {
  tr '\0' '\n' <"/proc/$(keycloak_pid)/cmdline" | sed -n 's/^--http-port=//p'
}

obtain_keycloak() {
  [ ! -d "$KEYCLOAK_FILES" ] || return 0
  take_lock keycloak
  if [ ! -d "$KEYCLOAK_FILES" ]; then
    run_logged "Fetching Keycloak $KEYCLOAK_VERSION (177 MB)" "$LOGS/keycloak-files.log" fetch_keycloak || return 1
    run_logged "Preparing Keycloak" "$LOGS/keycloak-files.log" prepare_keycloak || return 1
    mv "$KEYCLOAK_FILES.new" "$KEYCLOAK_FILES"
  fi
  release_lock keycloak
}

# Away from this project's own POM, which has nothing to do with it.
fetch_keycloak() {
  local archive="keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip"
  rm -rf "$KEYCLOAK_FILES.new"
  mkdir -p "$KEYCLOAK_FILES.new"
  cd "$KEYCLOAK_FILES.new" || return
  "$ROOT/mvnw" -B -q --strict-checksums org.apache.maven.plugins:maven-dependency-plugin:3.7.0:copy \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" -DoutputDirectory=. &&
    echo "$KEYCLOAK_SHA256  $archive" | sha256sum --check &&
    "$JDK/bin/jar" --extract --file "$archive" &&
    rm "$archive" &&
    mv "keycloak-$KEYCLOAK_VERSION"/* . &&
    rmdir "keycloak-$KEYCLOAK_VERSION"
}

# What the server would else do at its first start: it binds itself to the kind of its database.
prepare_keycloak() {
  keycloak_command "$KEYCLOAK_FILES.new" build --db=dev-file
  "${COMMAND[@]}"
}

# keycloak_command HOME ARGUMENT…: fills COMMAND. Keycloak's own script would leave a shell beside it, which only waits.
keycloak_command() {
  local home=$1 package
  shift
  COMMAND=("$JAVA" -Xmx384m -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m --enable-native-access=ALL-UNNAMED)
  for package in java.util java.util.concurrent java.security java.lang; do
    COMMAND+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
  COMMAND+=(
    -Dkc.home.dir="$home" -Djboss.server.config.dir="$home/conf" -Dpicocli.disable.closures=true
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager
    -Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory
    -cp "$home/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint "$@"
  )
}

# begin_keycloak PORT [OPTION…]: on the first free port from PORT upwards, which it leaves in KEYCLOAK_PORT. It does not
# wait: a first start takes half a minute, and there is something else to do meanwhile.
begin_keycloak() {
  local part
  KEYCLOAK_PORT=$1
  # Its address is told to others before it listens, so it cannot move to another port later.
  until reserve_port "$KEYCLOAK_PORT"; do KEYCLOAK_PORT=$((KEYCLOAK_PORT + 1)); done
  shift
  mkdir -p "$KEYCLOAK"
  for part in conf lib providers themes; do ln -sfn "$KEYCLOAK_FILES/$part" "$KEYCLOAK/$part"; done
  keycloak_command "$KEYCLOAK" start --optimized --cache=local --http-enabled=true --http-host=127.0.0.1 \
    --http-port="$KEYCLOAK_PORT" --hostname="http://127.0.0.1:$KEYCLOAK_PORT" "$@"
  (
    close_locks
    # Its data hold the hashes of passwords and the keys that sign tokens.
    umask 077
    # Only the very first start looks at these.
    export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD="${KEYCLOAK_PASSWORD:-}"
    [ -n "${KEYCLOAK_PASSWORD:-}" ] || unset KC_BOOTSTRAP_ADMIN_USERNAME KC_BOOTSTRAP_ADMIN_PASSWORD
    cd "$KEYCLOAK" || exit
    # A session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.
    exec setsid "${COMMAND[@]}"
  ) </dev/null >"$KEYCLOAK_LOG" 2>&1 &
  echo $! >"$KEYCLOAK/pid"
  # Else the shell would tell of its end, too.
  disown
}

await_keycloak() {
  local since=$SECONDS
  progress_begin "Waiting for Keycloak on port $KEYCLOAK_PORT"
  until [ "$(http_status "$KEYCLOAK_PORT" /realms/janua/.well-known/openid-configuration)" = 200 ]; do
    # Not its command line, which is this script's own for a moment.
    [ -d "/proc/$(cat "$KEYCLOAK/pid")" ] || keycloak_failed "Keycloak ended while it started."
    ((SECONDS - since < 180)) || keycloak_failed "Keycloak was not ready after 180 seconds."
    progress_tick
    sleep 0.2
  done
  progress_end ready
}

keycloak_failed() {
  progress_end failed
  show_tail "$KEYCLOAK_LOG"
  fail "$1 All it said is in $KEYCLOAK_LOG
JANUA_OIDC_ISSUER=none ./janua up does without it: API keys work, and people cannot sign in."
}

# stop_keycloak [SIGNAL]
stop_keycloak() {
  local pid since=$SECONDS
  if pid=$(keycloak_pid); then
    progress_begin "Stopping Keycloak (process $pid)"
    kill "-${1:-TERM}" "$pid" || fail "Keycloak belongs to $(stat -c %U "/proc/$pid"): run ./janua as that user or as root."
    while keycloak_pid >/dev/null; do
      ((SECONDS - since < 20)) || kill -KILL "$pid" 2>/dev/null || true
      progress_tick
      sleep 0.2
    done
    progress_end
  fi
  rm -f "$KEYCLOAK/pid"
}
