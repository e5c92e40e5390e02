package io.janua.hook.relay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a device takes orders from. */
record Login(String username, String password) {

    /** Empty for a device that takes them from everybody. */
    static Optional<Login> of(@Nullable String username, @Nullable String password) {
        return username == null && password == null
                ? Optional.empty()
                : Optional.of(new Login(username == null ? "" : username, password == null ? "" : password));
    }

    String basic() {
        byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "Login";
    }
}
