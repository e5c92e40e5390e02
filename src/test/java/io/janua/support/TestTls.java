package io.janua.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets the service under test speak TLS as well, with certificates of its own making. The packaged service stays plain,
 * as an installation without certificates is.
 */
public class TestTls implements QuarkusTestResourceLifecycleManager {

    /** Linux answers on the whole of 127.0.0.0/8: whoever comes from here is a proxy that is believed. */
    public static final String PROXY = "127.0.0.9";

    /** Only Failsafe says where a native package would be. */
    private static final boolean PACKAGED = System.getProperty("native.image.path") != null;

    private static TestTls current;

    private TestTls before;
    private Path folder;
    private TestCertificates certificates;

    @Override
    public Map<String, String> start() {
        if (PACKAGED) {
            return Map.of();
        }
        try {
            folder = Files.createTempDirectory("janua-tls");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        certificates = new TestCertificates(folder);
        before = current;
        current = this;
        renewServer();
        return Map.of(
                "janua.tls.certificate",
                folder.resolve("server.pem").toString(),
                "janua.tls.key",
                folder.resolve("server.key").toString(),
                "janua.tls.client-authorities",
                certificates.pem().toString(),
                "janua.tls.client-certificate-proxies",
                PROXY,
                "quarkus.tls.janua.reload-period",
                "1s",
                // All other tests go on over plain HTTP.
                "quarkus.http.insecure-requests",
                "enabled",
                "quarkus.http.test-ssl-port",
                "0");
    }

    @Override
    public void stop() {
        if (folder == null) {
            return;
        }
        current = before;
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The authority of server and devices. */
    public static TestCertificates certificates() {
        return current.certificates;
    }

    /** Puts another certificate of the server into the place of the one it has. */
    public static byte[] renewServer() {
        Path store = current.certificates.storeOf("localhost");
        TestCertificates.writePem(store, current.folder.resolve("server.pem"), current.folder.resolve("server.key"));
        return TestCertificates.der(store);
    }
}
