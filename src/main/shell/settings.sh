# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# Where things are kept, and what a person may set from outside.

STATE="$ROOT/.janua"
LOGS="$STATE/log"
JAR="$ROOT/target/quarkus-app/quarkus-run.jar"

# One variable, so that `up` and `bench` measure and run the same thing. G1 with a collection after ten idle seconds
# gives the memory of a large photograph back; the serial collector keeps it (372 against 485 MB afterwards). A start
# fills whatever heap it begins with: 64 MB instead of a part of the machine's memory saves 70 MB of resident memory.
# Compilers and models take native memory for a moment, which malloc keeps until it is told to give it back: 30 MB.
# Galleries in memory lie outside of the heap and have a limit of their own (janua.search.memory).
export JANUA_JAVA_OPTS="${JANUA_JAVA_OPTS:--XX:+UseG1GC -Xms64m -Xmx768m -XX:G1PeriodicGCInterval=10000 \
-XX:TrimNativeHeapInterval=5000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:MaxDirectMemorySize=1t \
-XX:+ExplicitGCInvokesConcurrent -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED}"
# Each thread would else get a heap of its own for native memory, which keeps what a large photograph needed.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

export JANUA_HTTP_PORT="${JANUA_HTTP_PORT:-8080}"
export JANUA_MANAGEMENT_PORT="${JANUA_MANAGEMENT_PORT:-9000}"
export JANUA_MODEL_STORE="${JANUA_MODEL_STORE:-$STATE/models}"
if [ -z "${JANUA_MODEL_MIRROR:-}" ] && [ -d "$ROOT/../shared/models" ]; then
  JANUA_MODEL_MIRROR=$(cd "$ROOT/../shared/models" && pwd)
  export JANUA_MODEL_MIRROR
fi

# The oldest that Janua is built for; pgvector's iterative index scans came with 0.8.
OLDEST_POSTGRES=15
OLDEST_VECTOR=0.8
OLDEST_JDK=25

# Keycloak as Maven Central has it: org.keycloak:keycloak-quarkus-dist:zip, and the SHA-256 of that file.
KEYCLOAK_VERSION=26.7.3
KEYCLOAK_SHA256=27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f

# Where somebody looks at Janua or works on it, models for evaluation are better than none, and what runs with them says
# so. An installation that is put together from parts gets them only when it asks.
permit_own_models() {
  export JANUA_MODEL_FALLBACK="${JANUA_MODEL_FALLBACK:-own}"
}

make_state() {
  # Another user's server may have to pass through this folder, but nobody needs to list it: what is secret in it
  # has a mode of its own.
  [ -d "$STATE" ] || mkdir -m 711 "$STATE"
  [ -w "$STATE" ] || fail "$STATE belongs to $(stat -c %U "$STATE"): run ./janua as that user."
  [ -d "$LOGS" ] || mkdir -m 700 "$LOGS"
  leave_foreign_homes
}

# 32 random bytes as 43 characters that need no quoting in a URL, a shell or SQL.
random_secret() {
  head -c 32 /dev/urandom | base64 -w 0 | tr '+/' '-_' | tr -d '='
}

# write_secret FILE, content on standard input: complete or not there, and never readable by others.
write_secret() {
  (umask 077 && cat >"$1.new")
  mv "$1.new" "$1"
}

port_taken() {
  (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
  local port=$1
  while port_taken "$port"; do port=$((port + 1)); done
  echo "$port"
}
