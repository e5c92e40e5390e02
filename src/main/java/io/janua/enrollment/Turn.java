package io.janua.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where somebody is asked to turn the head: to their own left or right. */
enum Turn {
    @JsonProperty("left")
    LEFT,
    @JsonProperty("right")
    RIGHT;

    /** @param yaw degrees, positive to the person's own left */
    double towards(double yaw) {
        return this == LEFT ? yaw : -yaw;
    }
}
