package io.janua.audit.transparency;

import io.janua.audit.transparency.SignedNote.SignatureLine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads signed checkpoints and says whether a log's key signed them. */
public final class CheckpointVerifier {

    private final List<LogKey> keys;

    /** @param keys those of the log, each as good as the other */
    public CheckpointVerifier(List<LogKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public NoteReading read(String note) {
        SignedNote parsed;
        Checkpoint claimed;
        try {
            parsed = SignedNote.parse(note);
            claimed = parsed.checkpoint();
        } catch (IllegalArgumentException malformed) {
            return new NoteReading.Malformed(malformed.getMessage());
        }
        // Witnesses may sign too; only signatures of the log's keys count, and all of them must be right.
        List<SignatureLine> ours = parsed.signatures().stream()
                .filter(line -> key(line, claimed.origin()).isPresent())
                .toList();
        if (ours.isEmpty()) {
            return new NoteReading.ForeignKey(
                    claimed,
                    keys.stream().map(key -> key.signer(claimed.origin())).toList(),
                    parsed.signatures().stream().map(SignatureLine::signer).toList());
        }
        String keyId = HexFormat.of().formatHex(ours.getFirst().keyId());
        return ours.stream()
                        .allMatch(line -> isSigned(
                                parsed.text(), line, key(line, claimed.origin()).orElseThrow()))
                ? new NoteReading.Signed(claimed, keyId)
                : new NoteReading.WrongSignature(claimed, keyId);
    }

    /** The log's key that a signature names. */
    private Optional<LogKey> key(SignatureLine line, String origin) {
        return keys.stream()
                .filter(key -> line.name().equals(origin) && Arrays.equals(line.keyId(), key.id(origin)))
                .findFirst();
    }

    private static boolean isSigned(String text, SignatureLine line, LogKey key) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.publicKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(line.signature());
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }
}
