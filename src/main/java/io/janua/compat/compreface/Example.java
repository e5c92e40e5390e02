package io.janua.compat.compreface;

import java.util.UUID;

/**
 * A picture by which CompreFace knows a subject.
 *
 * @param picture a file as it was sent to CompreFace; empty where it was told to keep none
 */
record Example(String subject, UUID id, byte[] picture) {

    @Override
    public String toString() {
        return "Example[%s]".formatted(id);
    }
}
