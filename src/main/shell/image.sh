# shellcheck shell=bash
# The container image of the service. What it holds is laid out in target/image first, without any engine: what an image
# does can be looked at, and tested, where none can be built.

IMAGE="$ROOT/target/image"

# janua_image [--models] [TAG]
janua_image() {
  local models=no engine tag
  if [ "${1:-}" = --models ]; then
    models=yes
    shift
  fi
  [[ ${1:-} != -* ]] || fail "There is no option '$1': ./janua image [--models] [TAG]"
  make_state
  find_jdk
  build_if_stale
  lay_out_image
  if [ "$models" = yes ]; then
    # Their licences permit it, or the one that does not was accepted, or the pack is our own, of which the command says
    # what it is for (ADR 0040).
    JANUA_MODEL_STORE="$IMAGE/models" run_models fetch
  fi
  release_lock build
  say "What the image holds: $IMAGE ($(du -sm "$IMAGE" | cut -f 1) MB)"
  tag=${1:-janua:latest}
  if engine=$(container_engine); then
    build_image "$engine" "$tag"
  else
    warn "No image was built: neither a Docker engine nor Podman works here. Where one does, this command builds it."
  fi
}

image_version() {
  sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | tr '[:upper:]' '[:lower:]'
}

# Docker, Podman, or nothing.
container_engine() {
  local name
  for name in docker podman; do
    if command -v "$name" >/dev/null && "$name" info >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  return 1
}

# The package as it is in an image. Everybody may read it; times are kept, because an AOT cache
# remembers those of the jars.
lay_out_image() {
  rm -rf "$IMAGE"
  mkdir -p "$IMAGE/app" "$IMAGE/aot" "$IMAGE/models"
  cp -R --preserve=timestamps "$ROOT/target/quarkus-app/." "$ROOT/LICENSE" "$ROOT/src/main/docker/java.options" "$IMAGE/app/"
  chmod -R u=rwX,go=rX "$IMAGE"
}

# build_image ENGINE TAG: twice. The cache fits one build of the JVM and the very files that it was made with, so it is
# made by the image itself, and laid over it.
build_image() {
  local engine=$1 tag=$2 options
  options=(--file src/main/docker/Dockerfile.jvm --build-arg "VERSION=$(image_version)"
    --build-arg "REVISION=$(git rev-parse HEAD 2>/dev/null || echo unknown)")
  run_logged "Building $tag" "$LOGS/image.log" "$engine" build "${options[@]}" --target service --tag "$tag" . ||
    fail "It failed; all of it is in $LOGS/image.log"
  if [ "${JANUA_AOT:-}" != none ]; then
    # The rehearsal's network leads nowhere, so the models come from here.
    run_models fetch
    run_logged "Rehearsing its start" "$LOGS/image.log" \
      bash "$ROOT/src/main/shell/rehearse-in-image.sh" "$engine" "$tag" "$IMAGE/aot" "$JANUA_MODEL_STORE" ||
      warn "The image starts without an AOT cache, so more slowly; see $LOGS/image.log"
  fi
  run_logged "Finishing $tag" "$LOGS/image.log" "$engine" build "${options[@]}" --tag "$tag" . ||
    fail "It failed; all of it is in $LOGS/image.log"
  heading "$tag"
}
