package io.janua.hook.mqtt;

/** @param retained whether the broker keeps it for those who come later; an empty one ends that */
record Message(String topic, String payload, boolean retained) {

    static Message passing(String topic, String payload) {
        return new Message(topic, payload, false);
    }

    static Message retained(String topic, String payload) {
        return new Message(topic, payload, true);
    }

    static Message cleared(String topic) {
        return new Message(topic, "", true);
    }
}
