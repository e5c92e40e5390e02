# shellcheck shell=bash
# Processes that this script starts, what it owes when it ends, and locks between two of its runs.

CHILD=''
CHILD_MUST_FINISH=no
AT_EXIT=()
declare -A LOCKS=()

# Whatever ends this script (a failure, Ctrl-C, a lost terminal), it cleans up once and keeps its exit code.
leave() {
  local code=$? index
  trap '' INT TERM HUP
  trap - EXIT
  set +e
  stop_child
  for ((index = ${#AT_EXIT[@]} - 1; index >= 0; index--)); do "${AT_EXIT[index]}"; done
  exit "$code"
}
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Children run in the background, where a trap can interrupt the waiting: in the foreground a signal sent to this
# script alone would wait for the end of a test run.
start_child() {
  (
    close_locks
    "$@"
  ) </dev/null &
  CHILD=$!
}

# in_own_shell COMMAND…, as a child: what fails in it ends it alone, and it cleans up after itself.
in_own_shell() {
  CHILD=''
  AT_EXIT=()
  trap leave EXIT
  trap 'exit 143' TERM
  "$@"
}

wait_for_child() {
  local code=0
  wait "$CHILD" || code=$?
  CHILD=''
  return "$code"
}

stop_child() {
  [ -n "$CHILD" ] && [ -d "/proc/$CHILD" ] || return 0
  [ "$ON_TERMINAL" = no ] || say ''
  if [ "$CHILD_MUST_FINISH" = yes ]; then
    say "Waiting for the package manager: stopped half-way it would leave the machine's packages broken."
  else
    # Maven's and the tests' own processes do not all listen to their parent's end.
    # shellcheck disable=SC2046
    kill -TERM "$CHILD" $(descendants "$CHILD") 2>/dev/null
  fi
  wait "$CHILD" 2>/dev/null
  CHILD=''
}

descendants() {
  local child
  cat "/proc/$1/task/"*/children 2>/dev/null | tr ' ' '\n' | while read -r child; do
    echo "$child"
    descendants "$child"
  done
}

# run_logged LABEL LOG COMMAND…: shows the seconds; the output goes to the log, whose tail is shown on failure.
run_logged() {
  local label=$1 log=$2 code=0 begin
  shift 2
  printf -- '--- %s %s\n' "$(date '+%Y-%m-%d %H:%M:%S')" "$label" >>"$log"
  begin=$(wc -c <"$log")
  progress_begin "$label"
  start_child "$@" >>"$log" 2>&1
  # Not `kill -0`, which may not ask about a process that sudo runs.
  while [ -d "/proc/$CHILD" ]; do
    progress_tick
    sleep 0.2
  done
  wait_for_child || code=$?
  if [ "$code" -eq 0 ]; then
    progress_end
    return 0
  fi
  progress_end failed
  show_tail "$log" "$begin"
  return "$code"
}

# run_visible COMMAND…: the command shows its own progress.
run_visible() {
  start_child "$@"
  wait_for_child
}

# take_lock NAME: waits for another run of this script to finish what must not be done twice at once.
take_lock() {
  [ -z "${LOCKS[$1]:-}" ] || return 0
  local file="$STATE/$1.lock" descriptor
  exec {descriptor}>>"$file"
  LOCKS[$1]=$descriptor
  if ! flock -n "$descriptor"; then
    progress_begin "Waiting for another ./janua (process $(cat "$file"))"
    until flock -n "$descriptor"; do
      progress_tick
      sleep 0.5
    done
    progress_end
  fi
  echo $$ >"$file"
}

release_lock() {
  local descriptor=${LOCKS[$1]}
  exec {descriptor}>&-
  unset "LOCKS[$1]"
}

# reserve_port PORT: fails when something listens there, or will: another run of this script, be it another checkout's or
# another user's, has reserved it. The reservation lasts as long as this run.
reserve_port() {
  local file="/tmp/janua-port-$1.lock" descriptor
  [ -e "$file" ] || (umask 022 && : >"$file") 2>/dev/null || return 1
  { exec {descriptor}<"$file"; } 2>/dev/null || return 1
  if flock -n "$descriptor" && ! port_taken "$1"; then
    LOCKS[port-$1]=$descriptor
    return 0
  fi
  exec {descriptor}<&-
  return 1
}

# A lock lives as long as any process that inherited it, so a server must not.
close_locks() {
  local descriptor
  for descriptor in "${LOCKS[@]}"; do exec {descriptor}>&-; done
}
