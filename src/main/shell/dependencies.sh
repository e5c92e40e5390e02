# shellcheck shell=bash
# What the package is made of: its bill of materials, and what is known against any of it.

SBOM=target/quarkus-app/janua-sbom.json

# Licences and rules of the build are checked by every build; this asks those who know of vulnerabilities.
janua_dependencies() {
  local code=0
  begin_development
  find_node
  build package -DskipTests "${WRITE_CLASSPATH[@]}"
  install_console
  say "The bill of materials (CycloneDX) is $SBOM"
  run_visible "$JAVA" -cp "target/classes:target/test-classes:$(cat "$CLASSPATH_FILE")" \
    io.janua.dependencies.AdvisoriesCommand "$SBOM" || code=$?
  npm --prefix enrollment-ui audit --omit=dev || code=$?
  return "$code"
}
