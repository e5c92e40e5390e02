# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# The identity provider by which people sign in: who has one is asked first, then a Keycloak is set up.

ACCOUNT_ROLES=(admin enroller operator auditor)

# Leaves JANUA_OIDC_ISSUER for the service, empty where nobody can sign in, and then the reason in WHY_NO_SIGN_IN. A
# Keycloak that has to start does so beside what follows, until await_sign_in.
open_sign_in() {
  KEYCLOAK_STARTS=no
  WHY_NO_SIGN_IN=''
  case ${JANUA_OIDC_ISSUER:-} in
    none)
      JANUA_OIDC_ISSUER=''
      WHY_NO_SIGN_IN="JANUA_OIDC_ISSUER is 'none'"
      ;;
    ?*) say "People sign in with the identity provider in JANUA_OIDC_ISSUER" ;;
    *) open_keycloak ;;
  esac
  export JANUA_OIDC_ISSUER
}

open_keycloak() {
  use_keycloak keycloak
  JANUA_OIDC_ISSUER=''
  if keycloak_pid >/dev/null; then
    KEYCLOAK_PORT=$(keycloak_port)
  elif obtain_keycloak; then
    start_keycloak
  else
    WHY_NO_SIGN_IN="Keycloak could not be fetched from Maven Central; ./janua up tries again"
    warn "People cannot sign in until Keycloak can be fetched from Maven Central. API keys work without it."
    return
  fi
  JANUA_OIDC_ISSUER="http://127.0.0.1:$KEYCLOAK_PORT/realms/janua"
}

start_keycloak() {
  local options=()
  KEYCLOAK_IS_NEW=no
  KEYCLOAK_PASSWORD=''
  if has_accounts; then
    touch "$KEYCLOAK/data/complete"
    [ -e "$STATE/keycloak.env" ] || warn "The password of Keycloak's administrator is lost with $STATE/keycloak.env. \
All accounts are there, and people sign in as before."
  else
    # A first start that was interrupted left nobody who could sign in: it is the first one again.
    KEYCLOAK_IS_NEW=yes
    KEYCLOAK_PASSWORD=$(random_secret)
    rm -rf "$STATE/keycloak.env" "$KEYCLOAK/data"
    write_realm "$JANUA_HTTP_PORT"
    write_accounts
    options=(--import-realm)
  fi
  AT_EXIT+=(abandon_keycloak)
  begin_keycloak "${JANUA_KEYCLOAK_PORT:-8081}" "${options[@]}"
  KEYCLOAK_STARTS=yes
}

# Older data do not say that they are complete; then the administrator's file, which was written last, does.
has_accounts() {
  [ -e "$KEYCLOAK/data/complete" ] || { [ -d "$KEYCLOAK/data" ] && [ -e "$STATE/keycloak.env" ]; }
}

abandon_keycloak() {
  stop_keycloak
  rm -rf "$KEYCLOAK/data/import"
}

await_sign_in() {
  [ "$KEYCLOAK_STARTS" = yes ] || return 0
  await_keycloak
  [ "$KEYCLOAK_IS_NEW" = no ] || keep_new_realm
  unset 'AT_EXIT[-1]'
}

# write_realm PORT: where people come back to after signing in to the console follows the service's port.
write_realm() {
  (umask 077 && mkdir -p "$KEYCLOAK/data/import")
  sed "s|:8080/|:$1/|" src/main/keycloak/janua-realm.json >"$KEYCLOAK/data/import/janua-realm.json"
}

# One account for each role, in the platform's own tenant; Keycloak reads this file together with the realm's.
write_accounts() {
  local role separator=''
  declare -gA ACCOUNTS=()
  for role in "${ACCOUNT_ROLES[@]}"; do
    ACCOUNTS[$role]=$(random_secret | cut -c 1-20)
  done
  {
    echo '{"realm": "janua", "users": ['
    for role in "${ACCOUNT_ROLES[@]}"; do
      cat <<USER
$separator{"username": "$role", "enabled": true, "attributes": {"tenant": ["default"]},
 "realmRoles": ["default-roles-janua", "$role"],
 "credentials": [{"type": "password", "value": "${ACCOUNTS[$role]}"}]}
USER
      separator=,
    done
    echo ']}'
  } | write_secret "$KEYCLOAK/data/import/janua-users-0.json"
}

# From here on the accounts' passwords are on the terminal, and nowhere else.
keep_new_realm() {
  local role
  rm -rf "$KEYCLOAK/data/import"
  write_secret "$STATE/keycloak.env" <<SETTINGS
# Keycloak's own administrator: http://127.0.0.1:$KEYCLOAK_PORT/admin
KEYCLOAK_ADMIN=admin
KEYCLOAK_ADMIN_PASSWORD=$KEYCLOAK_PASSWORD
SETTINGS
  touch "$KEYCLOAK/data/complete"
  echo "Accounts, one for each role. Their passwords are shown this once:"
  for role in "${ACCOUNT_ROLES[@]}"; do printf '  %-9s %s\n' "$role" "${ACCOUNTS[$role]}"; done
}

# A new one for each run. It starts while Maven builds, and the tests wait for it.
open_test_sign_in() {
  if [ -n "${JANUA_TEST_OIDC_ISSUER:-}" ]; then
    say "Test identity provider: the one in JANUA_TEST_OIDC_ISSUER"
    return
  fi
  use_keycloak test-keycloak
  obtain_keycloak || fail "The tests sign people in, and Keycloak could not be fetched from Maven Central.

Another way: set JANUA_TEST_OIDC_ISSUER (http://…/realms/janua) to a Keycloak that has the realm of src/main/keycloak, and
JANUA_TEST_KEYCLOAK_ADMIN to its administrator (user:password)."
  AT_EXIT+=(close_test_sign_in)
  close_test_sign_in
  write_realm 8080
  KEYCLOAK_PASSWORD=$(random_secret)
  # The tests reach it at another address than its own, as a service in a cluster does.
  begin_keycloak 8181 --import-realm --hostname-backchannel-dynamic=true
  export JANUA_TEST_OIDC_ISSUER="http://127.0.0.1:$KEYCLOAK_PORT/realms/janua"
  export JANUA_TEST_KEYCLOAK_ADMIN="admin:$KEYCLOAK_PASSWORD"
}

close_test_sign_in() {
  use_keycloak test-keycloak
  # It would first finish what it does, and none of it is kept.
  stop_keycloak KILL
  rm -rf "$KEYCLOAK"
}
