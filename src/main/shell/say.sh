# shellcheck shell=bash
# What a person sees. Everything here goes to standard error, so that standard output holds results only.

ON_TERMINAL=no
BOLD='' RED='' YELLOW='' PLAIN=''
if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
  ON_TERMINAL=yes
  if [ -z "${NO_COLOR:-}" ]; then
    BOLD=$'\e[1m' RED=$'\e[31m' YELLOW=$'\e[33m' PLAIN=$'\e[0m'
  fi
fi

say() { printf '%s\n' "$*" >&2; }
heading() { printf '%s%s%s\n' "$BOLD" "$*" "$PLAIN" >&2; }
warn() { printf '%s%s%s\n' "$YELLOW" "$*" "$PLAIN" >&2; }

fail() {
  printf '%s%s%s\n' "$RED" "$*" "$PLAIN" >&2
  exit 1
}

# Progress: a line whose seconds count on a terminal; elsewhere a plain line at the end, and one every
# fifteen seconds so that a build log shows life.
progress_begin() {
  PROGRESS_LABEL=$1
  PROGRESS_SINCE=$SECONDS
  PROGRESS_SAID=0
  [ "$ON_TERMINAL" = no ] || printf '\r\e[K%s …' "$PROGRESS_LABEL" >&2
}

progress_tick() {
  local passed=$((SECONDS - PROGRESS_SINCE))
  if [ "$ON_TERMINAL" = yes ]; then
    [ "$passed" = "$PROGRESS_SAID" ] || printf '\r\e[K%s … %d s' "$PROGRESS_LABEL" "$passed" >&2
    PROGRESS_SAID=$passed
  elif ((passed >= PROGRESS_SAID + 15)); then
    PROGRESS_SAID=$passed
    say "$PROGRESS_LABEL … $passed s"
  fi
}

# progress_end [WORD]
progress_end() {
  [ "$ON_TERMINAL" = no ] || printf '\r\e[K' >&2
  say "$PROGRESS_LABEL: ${1:-done}, $((SECONDS - PROGRESS_SINCE)) s"
}

# show_tail FILE [BYTES]: BYTES of it are an earlier run's.
show_tail() {
  say "The last lines of $1:"
  tail -c "+$((${2:-0} + 1))" "$1" 2>/dev/null | tail -n 30 | sed 's/^/  | /' >&2
}
