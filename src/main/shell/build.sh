# shellcheck shell=bash
# The packaged service, and the models it needs.

# Whether nothing that goes into the package is newer than it; a folder is newer when a file left it, but for two in which
# the build itself makes what is left out here.
build_is_fresh() {
  [ -e "$JAR" ] || return 1
  local inputs=(pom.xml src/main enrollment-ui docs/reference/openapi.yaml) newer
  [ ! -d models ] || inputs+=(models)
  newer=$(find "${inputs[@]}" \( -path src/main/shell -o -path src/main/docker -o -path enrollment-ui/node_modules \
    -o -path enrollment-ui/dist -o -path enrollment-ui/e2e -o -path enrollment-ui/src/api/schema.d.ts \
    -o -path models/training \) -prune -o ! -path enrollment-ui ! -path enrollment-ui/src/api -newer "$JAR" -print -quit)
  [ -z "$newer" ]
}

build_if_stale() {
  take_lock build
  build_is_fresh || build package -DskipTests
}

# build MAVEN ARGUMENT…
build() {
  find_node
  dating_back run_logged "Building Janua" "$LOGS/build.log" ./mvnw -B -q "$@" ||
    fail "The build failed; all of it is in $LOGS/build.log"
}

# dating_back COMMAND…: what is edited while Maven runs must count as newer than the package that it makes.
dating_back() {
  local began code=0
  began=$(date +@%s.%N)
  "$@" || code=$?
  # A Maven that failed early has left the one of before.
  [ -z "$(find "$JAR" -newermt "$began" 2>/dev/null)" ] || touch --date="$began" "$JAR"
  return "$code"
}

# run_packaged CLASS ARGUMENT…: on the terminal, because these commands show progress of their own.
run_packaged() {
  local classes=$ROOT/target/quarkus-app
  "$JAVA" -cp "$classes/app/*:$classes/lib/main/*:$classes/lib/boot/*" "$@"
}

run_models() { run_packaged io.janua.vision.model.ModelsCommand "$@"; }

janua_models() {
  make_state
  find_jdk
  build_if_stale
  release_lock build
  [ $# -gt 0 ] || set -- list
  run_models "$@"
}

janua_evaluate() {
  local name
  make_state
  find_jdk
  build_if_stale
  release_lock build
  ensure_turbojpeg
  # What the service is given is meant as seen from the root.
  for name in JANUA_MODEL_STORE JANUA_MODEL_MIRROR JANUA_MODEL_CATALOG; do
    [[ ${!name:-/} == /* ]] || export "$name=$ROOT/${!name}"
  done
  (cd "$CALLED_FROM" && run_packaged --enable-native-access=ALL-UNNAMED "-Djanua.evaluations=$STATE/evaluations" \
    io.janua.evaluation.EvaluateCommand "$@")
}

janua_audit() {
  make_state
  find_jdk
  build_if_stale
  release_lock build
  (cd "$CALLED_FROM" && run_packaged io.janua.audit.transparency.AuditCommand "$@")
}

janua_compreface() {
  make_state
  find_jdk
  build_if_stale
  release_lock build
  # Another Janua gets a key of its own, never the first one of this.
  case " $* " in
    *" --to "*) ;;
    *) [ -n "${JANUA_API_KEY:-}" ] || [ ! -s "$STATE/api-key" ] || JANUA_API_KEY=$(cat "$STATE/api-key") ;;
  esac
  export JANUA_API_KEY
  run_packaged io.janua.compat.compreface.CompreFaceCommand "$@"
}
