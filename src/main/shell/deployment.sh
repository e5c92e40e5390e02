# shellcheck shell=bash
# Tests of what Janua is deployed by: images, compose.yaml, k8s. No engine and no cluster is asked.

# Components and `labels` of kustomize as k8s uses them came with it.
OLDEST_KUBECTL=1.27

# The programs that judge these files themselves. What is missing comes from Debian 13, unpacked into .janua/tools and
# installed nowhere; what cannot be had leaves tests out, which say so.
find_judges() {
  local folder="$STATE/tools" missing=() mirror
  look_for_judges
  [ -n "$JANUA_TEST_KUBECTL" ] || missing+=(kubectl)
  [ -n "$JANUA_TEST_COMPOSE" ] || missing+=(docker-compose)
  [ -n "$JANUA_TEST_CADDY" ] || missing+=(caddy)
  if [ ${#missing[@]} -gt 0 ]; then
    mirror=$(debian_mirror)
    if [ -n "$mirror" ] && command -v dpkg-deb >/dev/null; then
      run_logged "Fetching ${missing[*]}" "$LOGS/tools.log" \
        bash "$ROOT/src/main/shell/unpack-packages.sh" "$folder" "$mirror" "${missing[@]}" || true
      look_for_judges
    fi
  fi
  export JANUA_TEST_KUBECTL JANUA_TEST_COMPOSE JANUA_TEST_CADDY
}

look_for_judges() {
  local folder="$STATE/tools"
  JANUA_TEST_KUBECTL=$(first_that_runs kubectl_is_new "$(command -v kubectl)" "$folder/usr/bin/kubectl")
  JANUA_TEST_COMPOSE=$(first_that_runs compose_is_new "$(command -v docker-compose)" \
    {~/.docker,/usr/{lib,libexec,local/lib}/docker,"$folder/usr/libexec/docker"}/cli-plugins/docker-compose)
  JANUA_TEST_CADDY=$(first_that_runs caddy_runs "$(command -v caddy)" "$folder/usr/bin/caddy")
}

# first_that_runs CHECK PATH…: prints the first one that passes; nothing where none does.
first_that_runs() {
  local check=$1 path
  shift
  for path in "$@"; do
    if [ -x "$path" ] && "$check" "$path"; then
      echo "$path"
      return
    fi
  done
}

kubectl_is_new() {
  version_at_least "$("$1" version --client 2>/dev/null | sed -n 's/^Client Version: v\([0-9.]*\).*/\1/p')" "$OLDEST_KUBECTL"
}

# The first one, in Python, knows another format.
compose_is_new() {
  version_at_least "$("$1" version --short 2>/dev/null | tr -d v)" 2.20
}

caddy_runs() {
  "$1" version >/dev/null 2>&1
}

# test_deployment [ARGUMENT…], for Node's test runner. After a build and open_test_database.
test_deployment() {
  local packages=src/test/deployment store=$JANUA_MODEL_STORE
  # What the lock file says, once for each state of it. The linter would fetch a shellcheck of its own.
  [ ! $packages/node_modules/.package-lock.json -ot $packages/package-lock.json ] ||
    run_logged "Fetching the packages that judge k8s" "$LOGS/tools.log" npm --prefix $packages ci --ignore-scripts ||
    fail "It failed; all of it is in $LOGS/tools.log"
  find_judges
  lay_out_image
  run_models fetch
  JANUA_MODEL_MIRROR=$store JANUA_MODEL_STORE="$IMAGE/models" run_models fetch
  # Of the throwaway server only: elsewhere a database of that name may be somebody's.
  use_cluster test-postgres
  ! cluster_pid >/dev/null || export JANUA_TEST_EMPTY_DB_URL="${JANUA_TEST_DB_URL%/*}/janua"
  export JANUA_TEST_JAVA_HOME=$JDK
  run_visible npm --silent --prefix $packages test -- "$@"
}
