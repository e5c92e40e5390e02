# shellcheck shell=bash
# Starts and stops the service.

SERVICE_PID_FILE="$STATE/service.pid"
SERVICE_LOG="$LOGS/service.log"

# By these, and by what can be had, a start decides which models run.
MODEL_SETTINGS=(JANUA_MODEL_PACK JANUA_MODEL_CATALOG JANUA_MODEL_FALLBACK JANUA_ACCEPT_MODEL_LICENCE)

# The service's process. A number in a file may be another process by now, so its command line counts.
service_pid() {
  local pid
  pid=$(cat "$SERVICE_PID_FILE" 2>/dev/null) && [ -n "$pid" ] || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "-jar $JAR " && echo "$pid"
}

# given_setting NAME: what the running process was given; nothing where it was given nothing.
given_setting() {
  tr '\0' '\n' 2>/dev/null <"/proc/$(service_pid)/environ" | sed -n "s/^$1=//p"
}

# service_setting NAME: as the running process has it, which need not be what this shell would give it.
service_setting() {
  local value
  value=$(given_setting "$1")
  echo "${value:-${!1}}"
}

janua_up() {
  local with_demo=no
  case "${1:-}" in
    '') ;;
    --demo) with_demo=yes ;;
    *) fail "There is no option '$1': ./janua up [--demo]" ;;
  esac
  bring_up
  [ "$with_demo" = no ] || load_demo
  heading "Janua runs."
  announce
  tell_models
  # The service runs: whoever wants to stop it, or start it again, need not wait for what follows.
  release_lock service
  prepare_aot
}

# Leaves API_KEY_IS_NEW for announce.
bring_up() {
  make_state
  take_lock service
  permit_own_models
  find_jdk
  # Before the minutes that a first build takes, and again when the old process has ended.
  service_pid >/dev/null || refuse_taken_ports
  reserve_service_ports
  open_sign_in
  open_database
  if service_pid >/dev/null; then
    if ! service_knows_issuer; then
      say "People sign in with another identity provider than the running service knows: it is restarted."
    elif ! service_knows_models; then
      say "The running service began with other settings of its models, or with another catalogue: it is restarted."
    elif ! build_is_fresh || [ "$JAR" -nt "$SERVICE_PID_FILE" ]; then
      say "The sources or the build are newer than the running service: it is restarted."
    elif missing_models_came; then
      say "The models can be had now in whose place others run: the service is restarted with them."
    else
      await_sign_in
      return
    fi
  fi
  ensure_turbojpeg
  build_if_stale
  run_models fetch
  release_lock build
  await_sign_in
  stop_service
  refuse_taken_ports
  start_service
  check_api_key
}

service_knows_issuer() {
  [ "$(given_setting JANUA_OIDC_ISSUER)" = "$JANUA_OIDC_ISSUER" ]
}

service_knows_models() {
  local name
  for name in "${MODEL_SETTINGS[@]}"; do
    [ "$(given_setting "$name")" = "${!name:-}" ] || return 1
  done
  # Another catalogue may lie where the old one lay.
  [ ! "${JANUA_MODEL_CATALOG:-}" -nt "$SERVICE_PID_FILE" ]
}

# Whether those can be had now in whose place others run; without a way to them that takes as long as at a start.
missing_models_came() {
  local missing
  missing=$(models_health | models_fact inPlaceOf)
  [ -n "$missing" ] || return 1
  progress_begin "Looking for the models of $missing"
  if JANUA_MODEL_FALLBACK=none run_models fetch >"$LOGS/models.log" 2>&1; then
    progress_end found
  else
    progress_end "not to be had"
    return 1
  fi
}

models_health() { http_body "$(service_setting JANUA_MANAGEMENT_PORT)" /q/health/ready; }

# models_fact NAME, of the health on standard input
models_fact() { sed -n "s/^ *\"$1\": \"\([^\"]*\)\".*/\1/p"; }

refuse_taken_ports() {
  local name
  for name in JANUA_HTTP_PORT JANUA_MANAGEMENT_PORT; do
    ! port_taken "${!name}" ||
      fail "Port ${!name} is taken by another program. Choose one that is free: $name=$(free_port "${!name}") ./janua up"
  done
}

# Keycloak goes to the next free port, which may be one that the service is about to take. Where one cannot be reserved,
# somebody has it, and Keycloak does not take it either.
reserve_service_ports() {
  local port
  for port in "$JANUA_HTTP_PORT" "$JANUA_MANAGEMENT_PORT"; do reserve_port "$port" || true; done
}

start_service() {
  local options pid waited
  ensure_api_key
  ensure_master_key
  read -ra options <<<"$JANUA_JAVA_OPTS"
  use_aot
  [ ! -e "$SERVICE_LOG" ] || mv "$SERVICE_LOG" "$SERVICE_LOG.1"
  (
    close_locks
    JANUA_BOOTSTRAP_KEY=$(cat "$STATE/api-key")
    export JANUA_BOOTSTRAP_KEY
    export_database_settings
    [ -n "${JANUA_MASTER_KEY_FILE:-}${JANUA_MASTER_KEY:-}${JANUA_VAULT_ADDRESS:-}" ] || JANUA_MASTER_KEY_FILE=$STATE/master-key
    export JANUA_MASTER_KEY_FILE
    unset JANUA_REHEARSAL_PICTURE
    # A session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.
    exec setsid "$JAVA" "${options[@]}" "${AOT_OPTIONS[@]}" -jar "$JAR"
  ) </dev/null >"$SERVICE_LOG" 2>&1 &
  pid=$!
  echo "$pid" >"$SERVICE_PID_FILE"
  AT_EXIT+=(stop_service)
  waited=$SECONDS
  progress_begin "Starting the service"
  until [ "$(http_status "$JANUA_MANAGEMENT_PORT" /q/health/ready)" = 200 ]; do
    [ -d "/proc/$pid" ] || service_failed "The service ended while it started."
    ((SECONDS - waited < 180)) || service_failed "The service was not ready after 180 seconds."
    progress_tick
    sleep 0.2
  done
  progress_end ready
  unset 'AT_EXIT[-1]'
}

service_failed() {
  progress_end failed
  show_tail "$SERVICE_LOG"
  fail "$1 All it said is in $SERVICE_LOG"
}

# http_status PORT PATH [HEADER], without curl, which a small machine may not have.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n%s\r\n' "$2" "${3:+$3$'\r\n'}" >&3
    read -r -t 5 _ status _ <&3
    echo "$status"
  ) 2>/dev/null || true
}

# http_body PORT PATH
http_body() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
    timeout 5 sed '1,/^\r*$/d' <&3
  ) 2>/dev/null || true
}

# The service keeps only the key's hash, and only while its database has no key yet.
ensure_api_key() {
  API_KEY_IS_NEW=no
  [ ! -s "$STATE/api-key" ] || return 0
  write_secret "$STATE/api-key" <<<"janua_$(random_secret)"
  API_KEY_IS_NEW=yes
}

# Wraps every tenant's keys. A backup of the database without this file, kept elsewhere, is a backup of nothing.
ensure_master_key() {
  [ -s "$STATE/master-key" ] || head -c 32 /dev/urandom | base64 -w 0 | write_secret "$STATE/master-key"
}

# A database that was there before, with keys of its own, does not take the new one; then nobody should believe in it.
check_api_key() {
  [ "$API_KEY_IS_NEW" = yes ] || return 0
  [ "$(http_status "$JANUA_HTTP_PORT" /v1/galleries "X-API-Key: $(cat "$STATE/api-key")")" = 401 ] || return 0
  rm "$STATE/api-key"
  warn "This database has API keys already, so no new one was made: use one of those."
}

announce() {
  local key="in .janua/api-key"
  if [ ! -e "$STATE/api-key" ]; then
    key="one that this database has"
  elif [ "${API_KEY_IS_NEW:-no}" = yes ]; then
    key="$(cat "$STATE/api-key")   (shown this once, kept in .janua/api-key)"
  fi
  cat <<TEXT
  Console  http://127.0.0.1:$(service_setting JANUA_HTTP_PORT)
  API      http://127.0.0.1:$(service_setting JANUA_HTTP_PORT)/v1
  Health   http://127.0.0.1:$(service_setting JANUA_MANAGEMENT_PORT)/q/health
  API key  $key
  People   ${JANUA_OIDC_ISSUER:-cannot sign in: $WHY_NO_SIGN_IN}
  Log      .janua/log/service.log
TEXT
}

# What has to be known of the models that run, and whether they are others than the last time.
tell_models() {
  local health pack note before
  health=$(models_health)
  pack=$(models_fact pack <<<"$health")
  note=$(models_fact note <<<"$health")
  if [ -z "$pack" ]; then
    warn "The service does not say which models run: see $SERVICE_LOG, and ./janua doctor."
    return
  fi
  before=$(cat "$STATE/model-pack" 2>/dev/null || true)
  echo "$pack" >"$STATE/model-pack"
  if [ -n "$note" ]; then
    say
    fold -s -w 100 <<<"$note  (docs/how-to/choose-a-model-pack.md)" | while read -r line; do warn "$line"; done
  fi
  if [ -n "$before" ] && [ "$before" != "$pack" ]; then
    say
    warn "The last start ran the models of $before, this one those of $pack. A gallery stays bound to the models that it"
    warn "was made with. To come back to those of before: JANUA_MODEL_PACK=$before ./janua up"
  fi
}

stop_service() {
  local pid since=$SECONDS
  if pid=$(service_pid); then
    progress_begin "Stopping the service (process $pid)"
    kill -TERM "$pid" || fail "The service belongs to $(stat -c %U "/proc/$pid"): run ./janua as that user or as root."
    while service_pid >/dev/null; do
      ((SECONDS - since < 20)) || kill -KILL "$pid" 2>/dev/null || true
      progress_tick
      sleep 0.2
    done
    progress_end
  fi
  rm -f "$SERVICE_PID_FILE"
}

janua_down() {
  make_state
  take_lock service
  stop_service
  use_keycloak keycloak
  stop_keycloak
  load_database_settings
  if [ "${JANUA_DB_DOCKER:-no}" = yes ]; then
    close_container
  else
    use_cluster postgres
    stop_server fast
  fi
  heading "Nothing of Janua runs."
}
