#!/usr/bin/env bash
# install-packages.sh PACKAGE…: run as root by install.sh; asks nothing and upgrades nothing that is there.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
# Ubuntu would otherwise restart services that have nothing to do with this.
export NEEDRESTART_MODE=l
umask 022

install() {
  apt-get install --yes -q --no-install-recommends --no-upgrade -o DPkg::Lock::Timeout=300 "$@"
}

# Debian creates and starts a cluster of its own with the first server package. Janua keeps a private one, so a
# machine that never had a PostgreSQL should not end up with two: the drop-in is there for this run only.
drop_in=/etc/postgresql-common/createcluster.d/janua.conf
remove_drop_in() {
  rm -f "$drop_in"
  rmdir --ignore-fail-on-non-empty "$(dirname "$drop_in")"
}

if [[ " $* " =~ \ postgresql-[0-9]+\  ]]; then
  # It brings createcluster.conf, which is what reads the drop-in.
  install postgresql-common
  mkdir -p "$(dirname "$drop_in")"
  trap remove_drop_in EXIT
  echo "create_main_cluster = false" >"$drop_in"
fi

if [[ " $* " == *" mosquitto "* ]]; then
  # Debian would start it now and with the machine; the tests only want the program.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
  fi
  install mosquitto
  ! command -v systemctl >/dev/null || systemctl --quiet disable mosquitto.service || true
fi

install "$@"
