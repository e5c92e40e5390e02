# shellcheck shell=bash

# Resident memory of a process and its children. Shared pages count once where the kernel tells how they are shared:
# a PostgreSQL server's processes would otherwise each show the same buffers.
resident_memory() {
  local pid total=0 size
  # shellcheck disable=SC2046
  for pid in "$1" $(descendants "$1"); do
    size=$(sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' "/proc/$pid/smaps_rollup" 2>/dev/null || true)
    [ -n "$size" ] || size=$(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$pid/status" 2>/dev/null || true)
    total=$((total + ${size:-0}))
  done
  echo "$((total / 1024)) MB"
}

# status_line NAME PID PORTS
status_line() {
  printf '%-15s process %-8s port %-12s %s\n' "$1" "$2" "$3" "$(resident_memory "$2")"
}

cluster_status() {
  local pid
  use_cluster "$2"
  if pid=$(cluster_pid); then
    status_line "$1" "$pid" "$(cluster_port)"
  elif [ "$2" = postgres ]; then
    echo "$1      not running"
  fi
}

keycloak_status() {
  local pid
  use_keycloak "$2"
  if pid=$(keycloak_pid); then
    status_line "$1" "$pid" "$(keycloak_port)"
  elif [ "$2" = keycloak ]; then
    echo "$1        not running"
  fi
}

janua_status() {
  local pid running=no
  if pid=$(service_pid); then
    running=yes
    status_line Service "$pid" "$(service_setting JANUA_HTTP_PORT), $(service_setting JANUA_MANAGEMENT_PORT)"
  else
    echo "Service         not running"
  fi
  load_database_settings
  if [ "${JANUA_DB_DOCKER:-no}" = yes ]; then
    echo "PostgreSQL      in a container, port $JANUA_DB_PORT:"
    export JANUA_DB_PORT JANUA_DB_ADMIN_PASSWORD
    compose ps || true
  else
    cluster_status PostgreSQL postgres
  fi
  keycloak_status Keycloak keycloak
  cluster_status "Test PostgreSQL" test-postgres
  keycloak_status "Test Keycloak" test-keycloak
  [ "$running" = yes ] || return 3
}
