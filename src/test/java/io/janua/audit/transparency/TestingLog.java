package io.janua.audit.transparency;

import io.janua.security.secrets.AuditSigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A small log with its keys, its tree and its exports. */
final class TestingLog {

    static final String TENANT = "acme";

    private final AuditSigningKey signingKey;
    private final List<String> entries;
    private final TiledTree tree = new TiledTree(new TestingTileStore(), 0);

    TestingLog(AuditSigningKey signingKey, List<String> entries) {
        this.signingKey = signingKey;
        this.entries = entries;
        tree.append(entries.stream()
                .map(entry -> MerkleHash.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    static TestingLog of(int size) {
        return new TestingLog(AuditSigningKey.generate(), entries(size));
    }

    static List<String> entries(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> entry(index, "subject-é-" + index))
                .toList();
    }

    static String entry(long index, String subject) {
        return "{\"type\":\"entry\",\"id\":\"%s\",\"subject\":\"%s\"}".formatted(id(index), subject);
    }

    static String id(long index) {
        return "00000000-0000-7000-8000-%012d".formatted(index);
    }

    AuditSigningKey signingKey() {
        return signingKey;
    }

    LogKey key() {
        return LogKey.of(signingKey.publicKey());
    }

    Checkpoint checkpoint(long size) {
        return new Checkpoint(Checkpoint.originOf(TENANT), size, MerkleTree.root(tree, size));
    }

    String note(long size) {
        return sign(checkpoint(size));
    }

    String sign(Checkpoint checkpoint) {
        return new CheckpointSigner(signingKey).sign(checkpoint);
    }

    /** The export's lines, without their newlines. */
    List<String> export(long first, long size) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = new ExportWriter(out, ExportLine.Header.of(TENANT, first, size), note(size), tree);
            for (long index = first; index < size; index++) {
                writer.entry(entries.get((int) index));
            }
            writer.end();
            return new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
