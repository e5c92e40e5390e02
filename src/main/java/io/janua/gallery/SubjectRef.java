package io.janua.gallery;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A subject as other features see it.
 *
 * @param externalId the caller's own id
 * @param active not suspended, and within its validity
 */
public record SubjectRef(UUID id, String externalId, String name, boolean active) {

    private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}/]{1,128}");

    /** Whether a subject can have the id. Anything else is neither looked up nor told of. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
