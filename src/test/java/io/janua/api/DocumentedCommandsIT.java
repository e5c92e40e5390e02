package io.janua.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.documents.Documents;
import io.janua.documents.Page;
import io.janua.documents.PageShell;
import io.janua.documents.PageShell.Report;
import io.janua.support.Api;
import io.janua.support.NeedsDefaultPack;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation tells people to type, typed at the packaged service; each page in a tenant of its own. The pages
 * show the default pack's scores.
 */
@NeedsDefaultPack
@QuarkusIntegrationTest
class DocumentedCommandsIT {

    private static final Path FOLDER = Path.of("target/documents");
    private static final List<Report> REPORTS = new ArrayList<>();

    static Stream<Page> pages() {
        return Documents.pages().stream().map(Page::read).filter(Page::isRun);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandOfAPageDoesWhatThePageSays(Page page) throws IOException, InterruptedException {
        TestTenant tenant = Tenants.newTenant();
        Path folder = Files.createDirectories(FOLDER).resolve(page.name());
        Documents.delete(folder);
        String address = "127.0.0.1:" + RestAssured.port;
        var shell = new PageShell(
                folder, address, tenant.id(), environment(address, tenant), DocumentedCommandsIT::isInstalled);

        Report report = shell.run(page);
        REPORTS.add(report);

        assertThat(report.wrong()).isEmpty();
    }

    @AfterAll
    static void tellWhatDidNotRun() {
        List<String> notRun =
                REPORTS.stream().flatMap(report -> report.notRun().stream()).toList();
        int ran = REPORTS.stream().mapToInt(Report::ran).sum();
        System.out.printf(
                "Documentation: %d blocks of commands on %d pages ran, %d did not:%n",
                ran, REPORTS.size(), notRun.size());
        notRun.forEach(System.out::println);
    }

    private static Map<String, String> environment(String address, TestTenant tenant) {
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        return Map.ofEntries(
                entry("SERVICE", address),
                entry("PAGE_KEY", tenant.key()),
                entry("PLATFORM_KEY", Api.FIRST_KEY),
                entry("CHECKOUT", Path.of("").toAbsolutePath().toString()),
                entry("PATH", tools + File.pathSeparator + System.getenv("PATH")));
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
