# shellcheck shell=bash
# Prometheus' own tool for the alert rules: the program alone, unpacked in .janua. Nothing is installed or started.

# Exports JANUA_TEST_PROMTOOL, its path. Where there is none, these tests are left out.
find_promtool() {
  if [ "${JANUA_TEST_PROMTOOL:-}" = none ]; then
    warn "The alert rules are not tested: JANUA_TEST_PROMTOOL is 'none'."
    return
  fi
  if [ -z "${JANUA_TEST_PROMTOOL:-}" ] && ! look_for_promtool; then
    if ! run_logged "Fetching promtool" "$LOGS/promtool.log" fetch_promtool || ! look_for_promtool; then
      warn "The alert rules are not tested: there is no promtool, and none could be fetched; see $LOGS/promtool.log"
      JANUA_TEST_PROMTOOL=none
    fi
  fi
  export JANUA_TEST_PROMTOOL
}

look_for_promtool() {
  JANUA_TEST_PROMTOOL=$(command -v promtool || command -v "$STATE/promtool/usr/bin/promtool")
}

# From Debian's package of the server, which needs no root as long as it is only unpacked.
fetch_promtool() {
  local folder="$STATE/promtool"
  if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "this machine has no apt-get and dpkg-deb"
    return 1
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  (cd "$folder" && apt-get download -q prometheus) || return 1
  dpkg-deb --fsys-tarfile "$folder"/prometheus_*.deb | tar -x -C "$folder" ./usr/bin/promtool || return 1
  rm -f "$folder"/prometheus_*.deb
}
