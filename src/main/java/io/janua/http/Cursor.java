package io.janua.http;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a list, opaque to clients. It names its list, so that a cursor of another list is refused instead of
 * skipping entries in silence. It is no secret: the query it continues filters by tenant and gallery anyway.
 */
public final class Cursor {

    private static final char SEPARATOR = '\n';

    private Cursor() {}

    /** @param list everything that decides what the list holds, for example gallery and search text */
    public static String after(String list, String lastKey) {
        String plain = Integer.toHexString(list.hashCode()) + SEPARATOR + lastKey;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key after which the list goes on; empty at its beginning.
     *
     * @throws Problem {@code cursor_invalid}
     */
    public static Optional<String> lastKey(String list, String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = plain.indexOf(SEPARATOR);
            if (separator > 0 && plain.substring(0, separator).equals(Integer.toHexString(list.hashCode()))) {
                return Optional.of(plain.substring(separator + 1));
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the same refusal as a foreign cursor.
        }
        throw invalid();
    }

    /**
     * The same for lists that are ordered by an id.
     *
     * @throws Problem {@code cursor_invalid}
     */
    public static Optional<UUID> lastId(String list, String cursor) {
        try {
            return lastKey(list, cursor).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            throw invalid();
        }
    }

    /**
     * The same for lists that are ordered by a number.
     *
     * @throws Problem {@code cursor_invalid}
     */
    public static Optional<Long> lastNumber(String list, String cursor) {
        try {
            return lastKey(list, cursor).map(Long::valueOf);
        } catch (NumberFormatException noNumber) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(
                ProblemCode.CURSOR_INVALID,
                "The cursor is damaged or comes from another list.",
                "cursor",
                "Start again without a cursor, and pass on nextCursor with the same other parameters.");
    }
}
