# shellcheck shell=bash
# What a developer runs: Maven and the benchmark with a database that is thrown away afterwards.

# Tests need not find their rows again after a power failure. A figure is honest only without these.
HASTY_COMMITS=("fsync = off" "synchronous_commit = off" "full_page_writes = off")

janua_test() {
  local code=0
  begin_development
  open_test_sign_in
  open_test_database "${HASTY_COMMITS[@]}"
  ensure_turbojpeg
  run_visible ./mvnw -B verify "$@" || code=$?
  close_test_database
  close_test_sign_in
  if [ "$code" -eq 0 ]; then heading "Passed in $SECONDS s."; else heading "Failed after $SECONDS s."; fi
  return "$code"
}

janua_bench() {
  local options
  begin_development
  read -ra options <<<"$JANUA_JAVA_OPTS"
  build package -DskipTests dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
  run_models fetch
  # Only the credentials of `audit` need it, and nothing else should share the processor with it.
  [[ " $* " != *" audit "* ]] || open_test_sign_in
  # As an installation has it: a commit waits for the disk.
  open_test_database
  ensure_turbojpeg
  run_visible "$JAVA" "${options[@]}" -cp "target/classes:target/test-classes:$(cat target/bench.classpath)" \
    io.janua.bench.Bench "$@"
}

janua_openapi() {
  local document=docs/reference/openapi.yaml
  begin_development
  open_test_database "${HASTY_COMMITS[@]}"
  run_logged "Writing $document" "$LOGS/openapi.log" \
    ./mvnw -B -q verify -Dtest=OpenApiDocumentTest -Djanua.openapi.update=true "$@" ||
    fail "It failed; all of it is in $LOGS/openapi.log"
  say "$document is what the code says now."
}

janua_format() {
  begin_development
  run_logged "Formatting the sources" "$LOGS/format.log" ./mvnw -B -q spotless:apply "$@" ||
    fail "It failed; all of it is in $LOGS/format.log"
}

# Two Mavens in one target folder would break each other.
begin_development() {
  make_state
  find_jdk
  take_lock build
}
