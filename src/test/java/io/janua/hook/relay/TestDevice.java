package io.janua.hook.relay;

import io.janua.support.TestReceiver;
import io.janua.support.TestReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A device with a password: it asks for a digest, and takes each of its nonces once. */
final class TestDevice {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"?([^\",]*)\"?");

    private final String username;
    private final String password;
    private final String algorithm;
    private final String answer;
    private final AtomicInteger nonces = new AtomicInteger();

    TestDevice(String username, String password, String algorithm, String answer) {
        this.username = username;
        this.password = password;
        this.algorithm = algorithm;
        this.answer = answer;
    }

    TestReceiver.Behaviour behaviour() {
        return (request, out) -> (isProven(request)
                        ? TestReceiver.answering(200, answer, new String[] {"Content-Type: application/json"})
                        : TestReceiver.answering(401, "", new String[] {
                            "WWW-Authenticate: Digest qop=\"auth\", realm=\"device-a8032abe54dc\", nonce=\"%d\", algorithm=%s"
                                    .formatted(nonces.incrementAndGet(), algorithm)
                        }))
                .answer(request, out);
    }

    private boolean isProven(Received request) {
        String header = request.header("authorization");
        if (header == null || !header.startsWith("Digest ")) {
            return false;
        }
        Map<String, String> given = new TreeMap<>();
        var parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            given.put(parameter.group(1), parameter.group(2));
        }
        String secret = hash(username + ":device-a8032abe54dc:" + password);
        String what = hash(request.method() + ":" + request.path());
        String expected = hash(String.join(
                ":", secret, given.get("nonce"), given.get("nc"), given.get("cnonce"), given.get("qop"), what));
        return given.get("username").equals(username)
                && given.get("uri").equals(request.path())
                && given.get("nonce").equals(Integer.toString(nonces.get()))
                && expected.equals(given.get("response"));
    }

    private String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
