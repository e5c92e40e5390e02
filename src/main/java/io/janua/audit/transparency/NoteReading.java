package io.janua.audit.transparency;

import java.util.List;

/** What a signed note turned out to be for the holder of a log's public keys. */
public sealed interface NoteReading {

    /** @param keyId 8 hexadecimal digits */
    record Signed(Checkpoint checkpoint, String keyId) implements NoteReading {}

    /** The key is named as signer, but did not sign this text. */
    record WrongSignature(Checkpoint claimed, String keyId) implements NoteReading {}

    /**
     * @param expected name and id of the log's keys
     * @param signers name and key id of each signature, of which none is by one of them
     */
    record ForeignKey(Checkpoint claimed, List<String> expected, List<String> signers) implements NoteReading {}

    record Malformed(String reason) implements NoteReading {}
}
