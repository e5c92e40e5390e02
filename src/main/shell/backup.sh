# shellcheck shell=bash
# Backup and restore. What is done to the database is io.janua.ops.backup; here is what surrounds it.

BACKUPS="$STATE/backups"
BACKUP_COMMAND=io.janua.ops.backup.BackupCommand
BACKUP_USAGE="./janua backup [FOLDER] [--with-key FILE]"
RESTORE_USAGE="./janua restore FOLDER [--key FILE] [--check]"

# backup [FOLDER] [--with-key FILE]
janua_backup() {
  local folder='' key='' kept=''
  while [ $# -gt 0 ]; do
    case $1 in
      --with-key)
        [ -n "${2:-}" ] || fail "$BACKUP_USAGE"
        key=$(seen_from_caller "$2")
        shift 2
        ;;
      -*) fail "There is no option '$1': $BACKUP_USAGE" ;;
      *)
        [ -z "$folder" ] || fail "$BACKUP_USAGE"
        folder=$(seen_from_caller "$1")
        shift
        ;;
    esac
  done
  open_for_backup
  # Two at once would hold Keycloak still in turns, and a restore would change what is being read.
  take_lock backup
  [ -n "$folder" ] || folder="$BACKUPS/janua-$(date -u +%Y%m%dT%H%M%SZ)"
  # A folder that is there is where backups are kept.
  [ ! -d "$folder" ] || folder="$folder/janua-$(date -u +%Y%m%dT%H%M%SZ)"
  check_place_of_key "$key" "$folder"
  keep_keycloak
  (umask 077 && run_packaged "$BACKUP_COMMAND" write "$folder" ${kept:+"$kept"}) || fail "No backup was made."
  [ -z "$key" ] || export_key "$key"
  heading "The backup is in $folder"
  tell_of_key "$key"
}

# restore FOLDER [--key FILE] [--check]
janua_restore() {
  local folder='' key='' check=no restored='' code=0
  while [ $# -gt 0 ]; do
    case $1 in
      --check) check=yes && shift ;;
      --key)
        [ -n "${2:-}" ] || fail "$RESTORE_USAGE"
        key=$(seen_from_caller "$2")
        shift 2
        ;;
      -*) fail "There is no option '$1': $RESTORE_USAGE" ;;
      *)
        [ -z "$folder" ] || fail "$RESTORE_USAGE"
        folder=$(seen_from_caller "$1")
        shift
        ;;
    esac
  done
  [ -n "$folder" ] || fail "$RESTORE_USAGE"
  make_state
  take_lock backup
  take_lock service
  find_jdk
  [ -e "$JAR" ] || build_if_stale
  name_master_key "$key"
  # Before a server is set up for it.
  run_packaged "$BACKUP_COMMAND" check "$folder" || fail "Nothing was changed."
  if [ "$check" = yes ]; then
    heading "The backup is whole, and this is its master key."
    return
  fi
  ! service_pid >/dev/null || fail "The service runs: ./janua down first. Nothing was changed."
  open_database
  export_database_settings
  restored_keycloak
  # It works on a copy, for which there is room where the database is going to be, and perhaps not in /tmp.
  TMPDIR="${TMPDIR:-$STATE}" run_packaged "$BACKUP_COMMAND" restore "$folder" ${restored:+"$restored"} || code=$?
  case $code in
    0) ;;
    3)
      warn "Everything is in the database, and in doubt: do not use it. Empty it, and restore again."
      exit 3
      ;;
    *) fail "Nothing was restored." ;;
  esac
  adopt_key "$key"
  [ -z "$restored" ] || adopt_keycloak "$restored"
  heading "The backup is restored; ./janua up starts the service on it."
  say "People who were erased since the backup are there again: docs/how-to/back-up-and-restore.md says how to erase them."
}

# A path as whoever typed it means it.
seen_from_caller() {
  (cd "$CALLED_FROM" && readlink -m -- "$1")
}

open_for_backup() {
  make_state
  find_jdk
  # What is installed, and not what may lie beside it for the next upgrade.
  [ -e "$JAR" ] || build_if_stale
  name_master_key ''
  if [ -z "${JANUA_DB_URL:-}" ]; then
    load_database_settings
    [ -n "${JANUA_DB_URL:-}" ] || fail "There is no database to back up: ./janua up makes one, JANUA_DB_URL names one of yours."
    use_cluster postgres
    [ "${JANUA_DB_DOCKER:-no}" = yes ] || cluster_pid >/dev/null || fail "PostgreSQL does not run: ./janua up starts it."
  fi
  export_database_settings
}

# name_master_key FILE: the one that a person gives, else as the service gets it.
name_master_key() {
  if [ -n "$1" ]; then
    unset JANUA_MASTER_KEY JANUA_VAULT_ADDRESS
    export JANUA_MASTER_KEY_FILE=$1
  elif [ -z "${JANUA_MASTER_KEY_FILE:-}${JANUA_MASTER_KEY:-}${JANUA_VAULT_ADDRESS:-}" ]; then
    [ -s "$STATE/master-key" ] || fail "There is no master key here: bring the one of the backup with --key FILE."
    export JANUA_MASTER_KEY_FILE="$STATE/master-key"
  fi
}

check_place_of_key() {
  [ -n "$1" ] || return 0
  [ -z "${JANUA_VAULT_ADDRESS:-}" ] || fail "The master key is in Vault, which does not show it: back up Vault."
  [[ "$1/" != "$2"/* ]] || fail "The master key belongs elsewhere than its backup: together they protect nobody."
  [ ! -e "$1" ] || fail "$1 exists already."
}

export_key() {
  if [ -n "${JANUA_MASTER_KEY:-}" ]; then printf '%s\n' "$JANUA_MASTER_KEY"; else cat "$JANUA_MASTER_KEY_FILE"; fi |
    write_secret "$1"
}

tell_of_key() {
  if [ -n "$1" ]; then
    say "The master key is in $1: bring it to another place than the backup."
  else
    say "The master key is not part of it, and without that key it is worth nothing (docs/how-to/keep-the-master-key.md)."
  fi
}

# A copy of what the private Keycloak keeps; its name is in the caller's kept.
keep_keycloak() {
  local pid=''
  use_keycloak keycloak
  [ -e "$KEYCLOAK/data/h2/keycloakdb.mv.db" ] || return 0
  name_keycloak_copy
  kept=$KEYCLOAK_COPY
  AT_EXIT+=(forget_keycloak_copy)
  # Held still for the moment of the copy, which then is what a power failure would leave; that database starts from it.
  if pid=$(keycloak_pid); then
    AT_EXIT+=(let_keycloak_go_on)
    kill -STOP "$pid" || fail "Keycloak belongs to $(stat -c %U "/proc/$pid"): run ./janua as that user or as root."
  fi
  (umask 077 && cat "$KEYCLOAK/data/h2/keycloakdb.mv.db" >"$KEYCLOAK_COPY")
  let_keycloak_go_on
}

let_keycloak_go_on() {
  local pid
  use_keycloak keycloak
  ! pid=$(keycloak_pid) || kill -CONT "$pid"
}

# What a run that was killed has left goes, too: nobody else has the lock.
name_keycloak_copy() {
  rm -f "$STATE"/keycloak.copy.*
  KEYCLOAK_COPY="$STATE/keycloak.copy.$$"
}

forget_keycloak_copy() { rm -f "$KEYCLOAK_COPY"; }

# Whether the backup's accounts can be taken is settled before anything is changed; where to put them is in restored.
restored_keycloak() {
  grep -qs '"keycloak.sealed"' "$folder/manifest.json" && [ -z "${JANUA_OIDC_ISSUER:-}" ] || return 0
  use_keycloak keycloak
  if has_accounts; then
    warn "The private Keycloak has accounts already, and keeps them; those of the backup are left out."
    return
  fi
  name_keycloak_copy
  restored=$KEYCLOAK_COPY
  AT_EXIT+=(forget_keycloak_copy)
}

adopt_keycloak() {
  [ -e "$1" ] || return 0
  (umask 077 && mkdir -p "$KEYCLOAK/data/h2")
  mv "$1" "$KEYCLOAK/data/h2/keycloakdb.mv.db"
  touch "$KEYCLOAK/data/complete"
}

# From now on the service finds the key where `up` looks for it.
adopt_key() {
  [ -n "$1" ] || return 0
  if [ ! -e "$STATE/master-key" ]; then
    write_secret "$STATE/master-key" <"$1"
  elif ! cmp -s "$1" "$STATE/master-key"; then
    warn "$STATE/master-key is another key. Replace it by the backup's, or set JANUA_MASTER_KEY_FILE, before ./janua up."
  fi
}
