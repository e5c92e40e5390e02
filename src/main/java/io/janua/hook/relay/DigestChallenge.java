package io.janua.hook.relay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a device asks for before it does something: digest access authentication (RFC 7616), where the password itself is
 * never sent.
 *
 * @param algorithm as the device names it, for example {@code SHA-256}; MD5 where it names none
 * @param session whether the password's hash is bound to this challenge ({@code -sess})
 * @param quality whether it asks for {@code qop=auth}; older devices do not
 */
record DigestChallenge(
        String realm, String nonce, Optional<String> opaque, String algorithm, boolean session, boolean quality) {

    private static final Pattern SCHEME = Pattern.compile("(?:^|,\\s*)Digest\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");
    private static final String SESSION = "-sess";
    /** Each nonce is used once. */
    private static final String COUNT = "00000001";

    /** Empty for a header that asks for something else, or for a digest that this machine cannot compute. */
    static Optional<DigestChallenge> parse(String header) {
        var scheme = SCHEME.matcher(header);
        if (!scheme.find()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        var parameter = PARAMETER.matcher(header.substring(scheme.end()));
        while (parameter.find()) {
            String quoted = parameter.group(2);
            parameters.putIfAbsent(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        String algorithm = parameters.getOrDefault("algorithm", "MD5");
        boolean session = algorithm.toLowerCase(Locale.ROOT).endsWith(SESSION);
        String hash = session ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
        String[] qualities = parameters.getOrDefault("qop", "").split("\\s*,\\s*");
        boolean quality = Arrays.asList(qualities).contains("auth");
        boolean usable = parameters.containsKey("nonce")
                && parameters.containsKey("realm")
                && (quality || !parameters.containsKey("qop"))
                && digest(hash).isPresent();
        return usable
                ? Optional.of(new DigestChallenge(
                        parameters.get("realm"),
                        parameters.get("nonce"),
                        Optional.ofNullable(parameters.get("opaque")),
                        algorithm,
                        session,
                        quality))
                : Optional.empty();
    }

    /**
     * The header Authorization (RFC 7616, 3.4).
     *
     * @param target path and query as they are sent
     * @param clientNonce never used before
     */
    String answer(Login login, String method, String target, String clientNonce) {
        String secret = hash("%s:%s:%s".formatted(login.username(), realm, login.password()));
        if (session) {
            secret = hash("%s:%s:%s".formatted(secret, nonce, clientNonce));
        }
        String what = hash("%s:%s".formatted(method, target));
        String response = quality
                ? hash("%s:%s:%s:%s:auth:%s".formatted(secret, nonce, COUNT, clientNonce, what))
                : hash("%s:%s:%s".formatted(secret, nonce, what));
        var answer = new StringBuilder("Digest username=%s, realm=%s, nonce=%s, uri=%s, algorithm=%s, response=\"%s\""
                .formatted(
                        quoted(login.username()), quoted(realm), quoted(nonce), quoted(target), algorithm, response));
        if (quality) {
            answer.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(COUNT, clientNonce));
        }
        opaque.ifPresent(value -> answer.append(", opaque=").append(quoted(value)));
        return answer.toString();
    }

    private String hash(String text) {
        String name = session ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
        byte[] hashed = digest(name).orElseThrow().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hashed);
    }

    private static Optional<MessageDigest> digest(String algorithm) {
        try {
            return switch (algorithm.toUpperCase(Locale.ROOT)) {
                // Many devices know nothing better, and it is their password.
                case "MD5" -> Optional.of(MessageDigest.getInstance("MD5"));
                case "SHA-256" -> Optional.of(MessageDigest.getInstance("SHA-256"));
                case "SHA-512-256" -> Optional.of(MessageDigest.getInstance("SHA-512/256"));
                default -> Optional.empty();
            };
        } catch (NoSuchAlgorithmException unknown) {
            return Optional.empty();
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
