# shellcheck shell=bash
# Feeds whatever reads bytes of others with bytes that nobody would send.

FUZZ_SEEDS=src/fuzz/resources
FUZZ_STATE="$STATE/fuzz"
# What is loaded and not looked at: rewriting it would take half a minute before the first input.
FUZZ_LEFT_ALONE='io.quarkus.**:io.smallrye.**:org.hibernate.**:io.vertx.**:io.netty.util.**:org.jboss.**:jakarta.**'

# fuzz [MINUTES] [TARGET]: ten minutes for all targets together, unless told otherwise.
janua_fuzz() {
  local minutes=${1:-10} wanted=${2:-} source name seconds targets=() found=0
  [[ $minutes =~ ^[1-9][0-9]*$ ]] || fail "'$minutes' are no minutes: ./janua fuzz [MINUTES] [TARGET]"
  while read -r source; do
    name=$(basename "$source" Fuzzer.java)
    [ -z "$wanted" ] || [ "$wanted" = "$name" ] || continue
    targets+=("$source")
  done < <(find src/fuzz/java -name '*Fuzzer.java' | sort)
  [ ${#targets[@]} -gt 0 ] || fail "There is no target '$wanted'; there are: $(fuzz_targets)"
  begin_development
  ensure_turbojpeg
  run_logged "Building Janua and its fuzz targets" "$LOGS/fuzz-build.log" \
    ./mvnw -B -q -Pfuzz -Dspotless.check.skip test-compile "${WRITE_CLASSPATH[@]}" ||
    fail "The build failed; all of it is in $LOGS/fuzz-build.log"
  seconds=$((60 * minutes / ${#targets[@]}))
  say "Each of ${#targets[@]} targets gets $seconds s."
  for source in "${targets[@]}"; do
    fuzz_one "$source" "$seconds" || found=$((found + 1))
  done
  ((found == 0)) || fail "$found targets found something; it lies in $FUZZ_STATE. What is mended gets a test of its own."
}

fuzz_targets() { find src/fuzz/java -name '*Fuzzer.java' -exec basename {} Fuzzer.java \; | sort | paste -sd ' '; }

# fuzz_one SOURCE SECONDS
fuzz_one() {
  local name class code=0 log findings
  name=$(basename "$1" Fuzzer.java)
  class=${1#src/fuzz/java/}
  class=${class%.java}
  class=${class//\//.}
  log="$FUZZ_STATE/$name.log"
  findings="$FUZZ_STATE/$name-findings"
  mkdir -p "$FUZZ_STATE/$name-corpus" "$findings" "$FUZZ_SEEDS/$name"
  # The path of the class is given, because the fuzzer reads its own agent from it.
  "$JAVA" --enable-native-access=ALL-UNNAMED -Xmx1g -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    -cp "target/classes:target/test-classes:$(cat "$CLASSPATH_FILE")" com.code_intelligence.jazzer.Jazzer \
    --target_class="$class" --instrumentation_includes="$(fuzz_branches "$name")" --reproducer_path="$findings" \
    --custom_hook_excludes="$FUZZ_LEFT_ALONE" --disabled_hooks=com.code_intelligence.jazzer.sanitizers.UnsafeSanitizer \
    -artifact_prefix="$findings/" -max_total_time="$2" -timeout=120 -rss_limit_mb=4000 -print_final_stats=1 \
    "$FUZZ_STATE/$name-corpus" "$FUZZ_SEEDS/$name" >"$log" 2>&1 || code=$?
  fuzz_summary "$name" "$log" "$code"
  return "$code"
}

# Code whose branches guide the fuzzer: ours, and the library that reads the bytes. Native code cannot be looked at.
fuzz_branches() {
  local library=''
  case $1 in
    Archive) library='org.apache.commons.compress.archivers.zip.**' ;;
    ImageJson | JsonBody) library='com.fasterxml.jackson.core.**' ;;
    Multipart) library='io.netty.handler.codec.http.multipart.**' ;;
    SubjectsCsv) library='de.siegmar.fastcsv.**' ;;
  esac
  echo "io.janua.**${library:+:$library}"
}

# One line: how often it ran, how many branches it has seen, and whether something came out.
fuzz_summary() {
  local executions branches
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$2" | tail -1)
  branches=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$2" | tail -1)
  printf '  %-14s %12s executions %8s branches   %s\n' "$1" "${executions:-?}" "${branches:-?}" \
    "$([ "$3" -eq 0 ] && echo "nothing found" || echo "FOUND something: $2")"
}
