package io.janua.audit;

import io.janua.audit.transparency.ExportVerifier;
import io.janua.audit.transparency.Finding;
import io.janua.audit.transparency.NotAnExport;
import io.janua.audit.transparency.Verification;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.security.Acting;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Checks the log as it lies in the database, by handing an export of it to the verifier that auditors use. */
@ApplicationScoped
class AuditVerifier {

    private static final int FINDINGS_SHOWN = 100;
    private static final int BUFFER_BYTES = 1 << 16;

    private final AuditExport export;
    private final AuditLog log;
    private final AuditKeys keys;
    private final EntryColumns columns;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final FullReads reads;
    private final Event<Happening> happenings;

    AuditVerifier(
            AuditExport export,
            AuditLog log,
            AuditKeys keys,
            EntryColumns columns,
            CurrentTenant tenant,
            Caller caller,
            FullReads reads,
            Event<Happening> happenings) {
        this.export = export;
        this.log = log;
        this.keys = keys;
        this.columns = columns;
        this.tenant = tenant;
        this.caller = caller;
        this.reads = reads;
        this.happenings = happenings;
    }

    /** @throws Problem {@code busy}, {@code gallery_not_permitted} or {@code checkpoint_not_found} */
    AuditVerificationView verify() {
        export.refuseLimitedCallers();
        var plan = new AuditExport.Plan(0, log.latestCheckpoint());
        try {
            AuditVerificationView view =
                    reads.oneMore(tenant.id(), () -> view(plan, verification(plan), besidesTheTree(plan)));
            QuarkusTransaction.requiringNew().run(() -> happenings.fire(told(view)));
            return view;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Verification verification(AuditExport.Plan plan) throws IOException {
        var reader = new Acting(tenant.id(), caller.actor());
        try (var in = new PipedInputStream(BUFFER_BYTES);
                var out = new PipedOutputStream(in)) {
            var writing =
                    CompletableFuture.runAsync(() -> reader.run(() -> write(plan, out)), Thread::startVirtualThread);
            Verification verification = new ExportVerifier(keys.publicKeys(tenant.id())).verify(in);
            // It may have seen enough before the end; then the writer has to learn that nobody reads on.
            in.close();
            writing.exceptionally(AuditVerifier::unlessReaderLeft).join();
            return verification;
        } catch (NotAnExport impossible) {
            throw new IllegalStateException("the log's own export is no export", impossible);
        }
    }

    private static Happening told(AuditVerificationView view) {
        return Happening.of(Action.AUDIT_VERIFIED)
                .outcome(view.intact() ? "intact" : "altered")
                .with("size", view.size())
                .with("findings", view.findingCount());
    }

    /** What an export does not show, because it is not hashed. */
    private List<String> besidesTheTree(AuditExport.Plan plan) {
        return Stream.concat(
                        log.beyondTree().stream()
                                .map("Entry %s has a place beyond the signed tree: it was inserted."::formatted),
                        columns.differences(tenant.id(), plan.checkpoint().size(), FINDINGS_SHOWN).stream())
                .toList();
    }

    private void write(AuditExport.Plan plan, PipedOutputStream out) {
        try (out) {
            export.writeAll(plan, out);
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    private static Void unlessReaderLeft(Throwable failed) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (cause instanceof UncheckedIOException) {
            return null;
        }
        throw new IllegalStateException("the log could not be read", cause);
    }

    private static AuditVerificationView view(AuditExport.Plan plan, Verification verification, List<String> besides) {
        List<String> findings = Stream.concat(verification.findings().stream().map(Finding::message), besides.stream())
                .toList();
        return new AuditVerificationView(
                findings.isEmpty(),
                plan.checkpoint().size(),
                plan.checkpoint().note(),
                findings.size(),
                findings.stream().limit(FINDINGS_SHOWN).toList());
    }
}
