# shellcheck shell=bash
# What a developer runs: Maven and the benchmark with a database that is thrown away afterwards.

# The class path of the tests, for what runs beside Maven.
CLASSPATH_FILE=target/bench.classpath
WRITE_CLASSPATH=(dependency:build-classpath -Dmdep.includeScope=test "-Dmdep.outputFile=$CLASSPATH_FILE")

# Tests need not find their rows again after a power failure. A figure is honest only without these.
HASTY_COMMITS=("fsync = off" "synchronous_commit = off" "full_page_writes = off")

# Without arguments everything, the fast first; with arguments what Maven makes of them; `console` and arguments: what
# Playwright makes of them; `deployment` and arguments: images and manifests, and what Node's test runner makes of them;
# `native` and arguments: the executable.
janua_test() {
  local code=0
  begin_development
  # What only the default pack can show is skipped then, and counted.
  permit_own_models
  find_node
  case "${1:-}" in
    '')
      check_console
      open_test_services
      open_test_shards "${HASTY_COMMITS[@]}"
      find_broker
      find_promtool
      dating_back run_visible ./mvnw -B -Pnative-check verify "${WRITE_CLASSPATH[@]}" || code=$?
      count_tests "On the JVM" target/surefire-reports target/failsafe-reports
      [ "$code" -ne 0 ] || test_console || code=$?
      [ "$code" -ne 0 ] || test_deployment || code=$?
      ;;
    console)
      shift
      install_console
      # Before Maven builds, as above: a browser does not wait for who signs people in.
      open_test_services
      build package -DskipTests "${WRITE_CLASSPATH[@]}"
      test_console "$@" || code=$?
      ;;
    deployment)
      shift
      open_test_database "${HASTY_COMMITS[@]}"
      build_is_fresh || build package -DskipTests
      test_deployment "$@" || code=$?
      ;;
    native)
      shift
      # Some ask the package on the JVM the same.
      build_is_fresh || build package -DskipTests
      open_test_services
      find_broker
      test_executable "$@" || code=$?
      count_tests "The executable" target/native-reports
      ;;
    *)
      open_test_services
      open_test_shards "${HASTY_COMMITS[@]}"
      find_broker
      find_promtool
      dating_back run_visible ./mvnw -B verify "$@" || code=$?
      ;;
  esac
  close_test_database
  close_test_sign_in
  if [ "$code" -eq 0 ]; then heading "Passed in $SECONDS s."; else heading "Failed after $SECONDS s."; fi
  return "$code"
}

open_test_services() {
  open_test_sign_in
  open_test_database "${HASTY_COMMITS[@]}"
  ensure_turbojpeg
}

install_console() {
  # What the lock file says, once for each state of it.
  [ ! enrollment-ui/node_modules/.package-lock.json -ot enrollment-ui/package-lock.json ] ||
    run_logged "Fetching the console's packages" "$LOGS/console.log" npm --prefix enrollment-ui ci ||
    fail "It failed; all of it is in $LOGS/console.log"
}

check_console() {
  install_console
  run_visible npm --prefix enrollment-ui run check
  run_visible npm --prefix enrollment-ui test
}

# What was asked of the service on the JVM, asked of the executable.
test_executable() {
  rm -rf target/native-reports
  build_executable -DskipTests
  run_visible ./mvnw -B -Dnative failsafe:integration-test failsafe:verify "$@"
}

# count_tests LABEL FOLDER…: what the reports there say, and which tests passed only when they were asked again. A Maven
# that failed early has left folders out.
count_tests() {
  local label=$1
  shift
  find "$@" -name 'TEST-*.xml' -exec grep -ho '<testsuite [^>]*>' {} + 2>/dev/null | awk -v label="$label" '
    function count(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    { tests += count("tests"); failed += count("failures") + count("errors"); skipped += count("skipped") }
    END { printf "%s: %d tests, %d failed, %d skipped.\n", label, tests, failed, skipped }' >&2 || true
  find "$@" -name 'TEST-*.xml' -exec awk '
    /<testcase / { match($0, / name="[^"]*"/); name = substr($0, RSTART + 7, RLENGTH - 8)
      match($0, / classname="[^"]*"/); class = substr($0, RSTART + 12, RLENGTH - 13) }
    /<flaky(Failure|Error)/ { print "Passed only the second time: " class "." name }' {} + 2>/dev/null >&2 || true
}

# In a browser, against the packaged service.
test_console() {
  if [ "${JANUA_TEST_BROWSER:-}" = none ]; then
    warn "The console is not tested in a browser: JANUA_TEST_BROWSER is 'none'."
    return
  fi
  find_browser
  JANUA_STAGE_JAVA=$JAVA
  JANUA_STAGE_CLASSPATH="target/classes:target/test-classes:$(cat "$CLASSPATH_FILE")"
  export JANUA_STAGE_JAVA JANUA_STAGE_CLASSPATH JANUA_TEST_BROWSER=$BROWSER
  run_visible npm --prefix enrollment-ui run e2e -- "$@"
}

janua_bench() {
  local options
  begin_development
  read -ra options <<<"$JANUA_JAVA_OPTS"
  build package -DskipTests "${WRITE_CLASSPATH[@]}"
  run_models fetch
  # As `up` has it. Before the database of the benchmark, which the rehearsal would else use.
  prepare_aot
  ! aot_is_fresh || export JANUA_AOT_CACHE=$AOT_CACHE
  ! executable_is_there || export JANUA_BENCH_EXECUTABLE=$ROOT/$EXECUTABLE
  # Only the credentials of `audit` need it, and nothing else should share the processor with it.
  [[ " $* " != *" audit "* ]] || open_test_sign_in
  [[ " $* " != *" flood "* ]] || find_wrk
  # As an installation has it: a commit waits for the disk.
  open_test_database
  ensure_turbojpeg
  run_visible "$JAVA" "${options[@]}" -cp "target/classes:target/test-classes:$(cat "$CLASSPATH_FILE")" \
    io.janua.bench.Bench "$@"
}

janua_openapi() {
  local document=docs/reference/openapi.yaml
  begin_development
  open_test_database "${HASTY_COMMITS[@]}"
  run_logged "Writing $document" "$LOGS/openapi.log" \
    ./mvnw -B -q test -Dquarkus.quinoa=false -Dtest=OpenApiDocumentTest -Djanua.openapi.update=true "$@" ||
    fail "It failed; all of it is in $LOGS/openapi.log"
  say "$document is what the code says now."
}

# What of docs/reference is made from the code, the API's description with it.
janua_reference() {
  begin_development
  open_test_database "${HASTY_COMMITS[@]}"
  run_logged "Writing docs/reference" "$LOGS/reference.log" \
    ./mvnw -B -q test -Dquarkus.quinoa=false '-Dtest=*DocumentTest' -Djanua.openapi.update=true \
    -Djanua.reference.update=true "$@" || fail "It failed; all of it is in $LOGS/reference.log"
  say "docs/reference is what the code says now."
}

janua_format() {
  begin_development
  find_node
  install_console
  run_logged "Formatting the console" "$LOGS/format.log" npm --prefix enrollment-ui run format ||
    fail "It failed; all of it is in $LOGS/format.log"
  run_logged "Formatting the sources" "$LOGS/format.log" ./mvnw -B -q spotless:apply "$@" ||
    fail "It failed; all of it is in $LOGS/format.log"
}

# Two Mavens in one target folder would break each other.
begin_development() {
  make_state
  find_jdk
  take_lock build
}
