# shellcheck shell=bash
# wrk, which plays the crowd of `./janua bench flood`.

# Exports JANUA_BENCH_WRK, its path. Where there is none, and none can be installed, it fails.
find_wrk() {
  if [ -z "${JANUA_BENCH_WRK:-}" ] && ! command -v wrk >/dev/null; then
    WHY_NOT=''
    install_unasked wrk || true
  fi
  JANUA_BENCH_WRK=${JANUA_BENCH_WRK:-$(command -v wrk)} ||
    fail "The flood needs wrk, which is not installed${WHY_NOT:+: $WHY_NOT}. Debian's and Ubuntu's package is called wrk."
  export JANUA_BENCH_WRK
}
