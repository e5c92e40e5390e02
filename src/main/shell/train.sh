# shellcheck shell=bash
# Janua's own models: models/training learns, models/own is what came of it.

TRAINING=models/training
# ONNX Runtime and PyTorch give back what they took for one step only to take it again for the next.
TRAINING_MEMORY=(MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=268435456)

janua_train() {
  local classpath=$ROOT/$TRAINING/target/classpath
  case ${1:-} in
    embedder | detector | test) ;;
    *)
      say "usage: ./janua train embedder | detector | test"
      say "  JANUA_TRAINING_FROM=models/own/… begins with what that model knows"
      say "  goes on from the last checkpoint in ${JANUA_TRAINING_OUTPUT:-.janua/training}; docs/how-to/train-the-own-models.md says the rest"
      [ "${1:-}" = --help ]
      return
      ;;
  esac
  make_state
  find_jdk
  if [ "$1" = test ]; then
    run_visible ./mvnw -B -f "$TRAINING/pom.xml" test
    return
  fi
  build_if_stale
  release_lock build
  # The teachers.
  run_models fetch
  run_logged "Building what trains" "$LOGS/training.log" \
    ./mvnw -B -q -f "$TRAINING/pom.xml" compile dependency:build-classpath "-Dmdep.outputFile=$classpath" ||
    fail "It failed; all of it is in $LOGS/training.log"
  run_visible env "${TRAINING_MEMORY[@]}" "JANUA_TRAINING_OUTPUT=${JANUA_TRAINING_OUTPUT:-$STATE/training}" \
    "JANUA_MODEL_STORE=${JANUA_MODEL_STORE:-$STATE/models}" \
    "$JAVA" -Xmx4g --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true \
    -cp "$TRAINING/target/classes:$(cat "$classpath")" io.janua.training.Train "$1"
}
