package io.janua.dependencies;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./janua dependencies}: asks what is known against the libraries of the package. */
public final class AdvisoriesCommand {

    private static final int KNOWN = 1;
    private static final int NOT_ASKED = 2;

    private AdvisoriesCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> purls = BillOfMaterials.read(Path.of(arguments[0])).components().stream()
                .map(BillOfMaterials.Component::purl)
                .toList();
        URI service = Optional.ofNullable(System.getenv("JANUA_OSV_URL"))
                .map(URI::create)
                .orElse(Advisories.OSV);
        try {
            var found = new Advisories(service).of(purls);
            found.forEach((purl, ids) -> System.out.printf("%s%n    %s%n", purl, String.join(" ", ids)));
            System.out.printf("%d libraries, %d with advisories.%n", purls.size(), found.size());
            System.exit(found.isEmpty() ? 0 : KNOWN);
        } catch (IOException unreachable) {
            System.err.printf(
                    "%d libraries. What is known against them could not be asked at %s: %s%n",
                    purls.size(), service, unreachable);
            System.exit(NOT_ASKED);
        }
    }
}
