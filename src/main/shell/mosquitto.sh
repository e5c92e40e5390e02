# shellcheck shell=bash
# A broker for the tests of MQTT; each test starts its own, on a port of its own.

# Exports JANUA_TEST_MOSQUITTO, its path. Where there is none, these tests are left out.
find_broker() {
  if [ "${JANUA_TEST_MOSQUITTO:-}" = none ]; then
    warn "MQTT is not tested: JANUA_TEST_MOSQUITTO is 'none'."
    return
  fi
  if [ -z "${JANUA_TEST_MOSQUITTO:-}" ] && ! look_for_broker; then
    WHY_NOT=''
    # The other tests run without it.
    install_unasked mosquitto || true
    if ! look_for_broker; then
      warn "MQTT is not tested: Mosquitto is not installed${WHY_NOT:+: $WHY_NOT}."
      JANUA_TEST_MOSQUITTO=none
    fi
  fi
  export JANUA_TEST_MOSQUITTO
}

# Distributions put it where only root's PATH leads.
look_for_broker() {
  JANUA_TEST_MOSQUITTO=$(PATH=$PATH:/usr/local/sbin:/usr/sbin command -v mosquitto)
}
