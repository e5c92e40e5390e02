package io.janua.audit;

import io.janua.audit.transparency.ExportVerifier;
import io.janua.audit.transparency.Finding;
import io.janua.audit.transparency.LogKey;
import io.janua.audit.transparency.NotAnExport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The verifier for tests of other packages: whoever holds an export and the log's public key. */
public final class Auditor {

    private Auditor() {}

    /** @return one sentence each; empty when the export is intact */
    public static List<String> findings(byte[] export, String publicKey) {
        try {
            return new ExportVerifier(List.of(LogKey.fromPem(publicKey)))
                    .verify(new ByteArrayInputStream(export)).findings().stream()
                            .map(Finding::message)
                            .toList();
        } catch (NotAnExport other) {
            throw new AssertionError(other);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
