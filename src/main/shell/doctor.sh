# shellcheck shell=bash
# What is not as it should be, and what to do about it. It changes nothing, and needs nothing to run. What Java knows
# better is io.janua.ops.doctor, which writes in the same form.

DOCTOR_JSON=no
DOCTOR_FAILED=no

# doctor [--json]
janua_doctor() {
  case "${1:-}" in
    '') ;;
    --json) DOCTOR_JSON=yes ;;
    *) fail "There is no option '$1': ./janua doctor [--json]" ;;
  esac
  # As 'up' starts it.
  permit_own_models
  examine_machine
  examine_files
  if examine_jdk && examine_package; then
    examine_installation
  else
    finding warn service "not looked at, nor its database" "mend the above first"
  fi
  [ "$DOCTOR_JSON" = yes ] || if [ "$DOCTOR_FAILED" = yes ]; then heading "Something has to be mended."; else heading "Nothing has to be mended."; fi
  [ "$DOCTOR_FAILED" = no ]
}

# finding LEVEL ABOUT SAYS [REMEDY]
finding() {
  [ "$1" != fail ] || DOCTOR_FAILED=yes
  if [ "$DOCTOR_JSON" = yes ]; then
    printf '{"level":"%s","about":"%s","says":"%s","remedy":"%s"}\n' "$1" "$(json_text "$2")" "$(json_text "$3")" "$(json_text "${4:-}")"
  else
    printf '%-4s  %-18s %s%s\n' "$1" "$2" "$3" "${4:+ → $4}"
  fi
}

json_text() {
  local text=${1//\\/\\\\}
  text=${text//$'\n'/ }
  printf '%s' "${text//\"/\\\"}"
}

examine_machine() {
  local cores memory
  cores=$(nproc)
  if ((cores > 1)); then
    finding ok cores "$cores"
  else
    finding warn cores "$cores: a picture keeps it busy, and everybody waits" "give it two"
  fi
  memory=$(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo)
  if ((memory >= 3000000)); then
    finding ok memory "$((memory / 1024)) MB"
  else
    finding warn memory "$((memory / 1024)) MB: service, PostgreSQL and Keycloak take about 2 GB" \
      "leave Keycloak out (JANUA_OIDC_ISSUER=none), or add memory"
  fi
  examine_disk "$(readlink -m "$STATE")"
  [ ! -L "$STATE/postgres" ] || examine_disk "$(readlink -m "$STATE/postgres")"
}

examine_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(($(df -Pk "$folder" | awk 'NR == 2 { print $4 }') / 1024))
  if ((free < 500)); then
    finding fail disk "$free MB free in $folder" "make room: a full disk stops PostgreSQL"
  elif ((free < 5000)); then
    finding warn disk "$free MB free in $folder" "make room before it is full"
  else
    finding ok disk "$free MB free in $folder"
  fi
}

# Secrets are their owner's alone.
examine_files() {
  local file mode wide=''
  for file in "$STATE"/{master-key,api-key,postgres.env,keycloak.env}; do
    [ -e "$file" ] || continue
    mode=$(stat -c %a "$file")
    [ "$mode" = 600 ] || [ "$mode" = 400 ] || wide+=" $file"
  done
  [ -z "$wide" ] || finding fail files "others may read$wide" "chmod 600$wide"
}

examine_jdk() {
  local why
  if ! why=$( (find_jdk) 2>&1); then
    finding fail JDK "${why%%$'\n'*}" "install JDK $OLDEST_JDK or newer, or set JANUA_JDK to its folder"
    return 1
  fi
  find_jdk
  finding ok JDK "$(jdk_version "$JDK") in $JDK"
}

examine_package() {
  if [ ! -e "$JAR" ]; then
    finding warn package "not built" "./janua up builds it"
    return 1
  fi
  if build_is_fresh; then
    finding ok package "as new as the sources"
  else
    finding warn package "older than the sources" "./janua up builds it anew, and restarts the service"
  fi
  if [ "${JANUA_AOT:-}" = none ]; then
    finding ok "AOT cache" "left out (JANUA_AOT is 'none')"
  elif aot_is_fresh; then
    finding ok "AOT cache" "fits the package and the JDK"
  else
    finding warn "AOT cache" "none that fits the package, the JDK and its options: a start takes twice as long" "./janua up makes one"
  fi
}

examine_installation() {
  local options=() port
  [ "$DOCTOR_JSON" = no ] || options+=(--json)
  if service_pid >/dev/null; then
    options+=("--health=$(service_setting JANUA_MANAGEMENT_PORT)")
  else
    finding warn service "not running" "./janua up starts it"
    for port in "$JANUA_HTTP_PORT" "$JANUA_MANAGEMENT_PORT"; do
      ! port_taken "$port" || finding fail port "$port is taken by another program" \
        "stop it, or set JANUA_HTTP_PORT or JANUA_MANAGEMENT_PORT"
    done
  fi
  find_private_database || options+=(--no-database)
  find_private_sign_in || options+=(--no-sign-in)
  if [ -z "${JANUA_MASTER_KEY_FILE:-}${JANUA_MASTER_KEY:-}${JANUA_VAULT_ADDRESS:-}" ] && [ -s "$STATE/master-key" ]; then
    export JANUA_MASTER_KEY_FILE="$STATE/master-key"
  fi
  if [ -z "${JANUA_MASTER_KEY_FILE:-}${JANUA_MASTER_KEY:-}${JANUA_VAULT_ADDRESS:-}" ] && [ ! -r "$STATE/postgres.env" ]; then
    finding warn "master key" "none yet" "./janua up draws one"
    options+=(--no-master-key)
  fi
  run_packaged io.janua.ops.doctor.DoctorCommand "${options[@]}" || DOCTOR_FAILED=yes
  examine_backups
}

# Fails where the database is this script's own, and does not run.
find_private_database() {
  [ -z "${JANUA_DB_URL:-}" ] || return 0
  load_database_settings
  if [ -z "${JANUA_DB_URL:-}" ]; then
    finding warn database "none yet" "./janua up makes one, JANUA_DB_URL names one of yours"
    return 1
  fi
  use_cluster postgres
  if [ "${JANUA_DB_DOCKER:-no}" = no ] && ! cluster_pid >/dev/null; then
    finding warn database "the private PostgreSQL does not run" "./janua up starts it"
    return 1
  fi
  export_database_settings
}

# The same for who signs people in.
find_private_sign_in() {
  case ${JANUA_OIDC_ISSUER:-} in
    none) export JANUA_OIDC_ISSUER='' ;;
    '')
      use_keycloak keycloak
      if ! keycloak_pid >/dev/null; then
        finding warn "identity provider" "the private Keycloak does not run" "./janua up starts it"
        return 1
      fi
      JANUA_OIDC_ISSUER="http://127.0.0.1:$(keycloak_port)/realms/janua"
      export JANUA_OIDC_ISSUER
      ;;
  esac
}

examine_backups() {
  local newest age
  # Somebody else's database has somebody else's backups.
  [ -r "$STATE/postgres.env" ] || return 0
  newest=$(find "$BACKUPS" -mindepth 2 -maxdepth 2 -name manifest.json -printf '%T@ %h\n' 2>/dev/null | sort -rn | head -n 1) || true
  if [ -z "$newest" ]; then
    finding warn backup "none in $BACKUPS" "./janua backup, and keep a copy elsewhere"
    return
  fi
  age=$((($(date +%s) - ${newest%%.*}) / 86400))
  if ((age <= 7)); then
    finding ok backup "$age days old: ${newest#* }"
  else
    finding warn backup "$age days old: ${newest#* }" "./janua backup, and keep a copy elsewhere"
  fi
}
