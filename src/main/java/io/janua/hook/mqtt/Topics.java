package io.janua.hook.mqtt;

import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;

/** Where a hook's messages go. Other systems subscribe to these names: none is ever changed. */
record Topics(String prefix) {

    static final String DISCOVERY = "homeassistant";
    static final String ONLINE = "online";
    static final String OFFLINE = "offline";

    static Topics of(HookRef hook, HookTarget.Mqtt target) {
        return new Topics(target.prefix() == null ? "janua/" + hook.tenant() : target.prefix());
    }

    /** {@code online} or, as the connection's last will, {@code offline}; retained. */
    String available() {
        return prefix + "/available";
    }

    /** Everything that happens at a point. */
    String event(String point) {
        return "%s/doors/%s/event".formatted(prefix, point);
    }

    /** The last decision at a point; retained. */
    String state(String point) {
        return "%s/doors/%s/state".formatted(prefix, point);
    }

    /** How a point is driven: normal, locked down or released; retained. */
    String mode(String point) {
        return "%s/doors/%s/mode".formatted(prefix, point);
    }

    /** What happens at no point. */
    String elsewhere(String type) {
        return "%s/events/%s".formatted(prefix, type.replace('.', '/'));
    }

    String all() {
        return prefix + "/#";
    }

    String discovery(String component, String point, String object) {
        return "%s/%s/%s/%s/config".formatted(DISCOVERY, component, device(point), object);
    }

    /** Names of devices are made of letters, digits, hyphens and underscores. */
    String device(String point) {
        return prefix.replaceAll("[^A-Za-z0-9_-]", "_") + "_" + point;
    }
}
