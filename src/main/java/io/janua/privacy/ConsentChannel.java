package io.janua.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a consent was given. */
enum ConsentChannel {
    @JsonProperty("paper")
    PAPER,
    @JsonProperty("web")
    WEB,
    @JsonProperty("kiosk")
    KIOSK,
    @JsonProperty("app")
    APP,
    @JsonProperty("verbal")
    VERBAL,
    @JsonProperty("other")
    OTHER
}
