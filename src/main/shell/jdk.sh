# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# Finds a JDK that is new enough; `java` on the PATH is often an older one.

# Prints the feature version (25) of the JDK in a folder; fails where there is none, or only a runtime.
jdk_version() {
  local version=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  # Reading the release file saves starting a JVM for every candidate.
  [ ! -r "$1/release" ] || version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$version" ] && echo "$version"
}

# `java` on the PATH may be a version manager's script, so it is asked for its home instead of resolved.
jdk_on_path() {
  command -v java >/dev/null || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

jdk_candidates() {
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  jdk_on_path
  local folder
  for folder in /usr/lib/jvm/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/*; do
    # Links only repeat a folder that is listed anyway.
    [ ! -d "$folder" ] || [ -L "$folder" ] || echo "$folder"
  done
}

# Sets JDK and JAVA, and exports JAVA_HOME for Maven.
find_jdk() {
  local folder version seen=''
  if [ -n "${JANUA_JDK:-}" ]; then
    version=$(jdk_version "$JANUA_JDK") || fail "JANUA_JDK=$JANUA_JDK is no JDK (it needs bin/java and bin/javac)."
    ((version >= OLDEST_JDK)) || fail "JANUA_JDK=$JANUA_JDK is JDK $version; Janua needs $OLDEST_JDK or newer."
    use_jdk "$JANUA_JDK"
    return
  fi
  while read -r folder; do
    version=$(jdk_version "$folder") || version='no JDK'
    if [ "$version" != 'no JDK' ] && ((version >= OLDEST_JDK)); then
      use_jdk "$folder"
      return
    fi
    seen+="  $folder ($version)"$'\n'
  done < <(jdk_candidates | awk '!seen[$0]++')
  fail "Janua needs JDK $OLDEST_JDK or newer and found none. Looked at JANUA_JDK, JAVA_HOME, java on the PATH,
/usr/lib/jvm, /opt/*jdk* and ~/.sdkman/candidates/java:
${seen:-  nothing there
}Install one:  apt install openjdk-$OLDEST_JDK-jdk  where the distribution has it (Debian 13 does),
or Eclipse Temurin from https://adoptium.net/temurin/releases/?version=$OLDEST_JDK, and set JANUA_JDK to its folder."
}

use_jdk() {
  JDK=$(readlink -f "$1")
  JAVA="$JDK/bin/java"
  export JAVA_HOME="$JDK"
}
