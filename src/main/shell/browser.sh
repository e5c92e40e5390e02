# shellcheck shell=bash disable=SC2034 # other parts read what is set here
# A Chromium for the tests of the console.

# Sets BROWSER to its path.
find_browser() {
  if [ -n "${JANUA_TEST_BROWSER:-}" ]; then
    BROWSER=$JANUA_TEST_BROWSER
    return
  fi
  look_for_browser && return
  # Ubuntu's package of that name is a snap, which cannot be installed everywhere; Debian's is Chromium.
  WHY_NOT=''
  if [ -n "$(debian_mirror)" ] && [ -n "$(candidate chromium)" ]; then
    install_packages chromium || true
    look_for_browser && return
  fi
  fail "The console is tested in Chromium, which is not installed${WHY_NOT:+: $WHY_NOT}.

Install Chromium or Chrome, or set JANUA_TEST_BROWSER to its path; JANUA_TEST_BROWSER=none leaves these tests out."
}

look_for_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    ! BROWSER=$(command -v "$name") || return 0
  done
  return 1
}
