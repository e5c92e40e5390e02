package io.janua.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that nobody knows yet and what it certifies, made by the JDK's keytool in a folder of the test. */
public final class TestCertificates {

    public static final String PASSWORD = "test-only";

    private final Path folder;
    private final Path authority;
    private int made;

    public TestCertificates(Path folder) {
        this.folder = folder;
        this.authority = folder.resolve("authority.p12");
        keytool(authority, "-genkeypair", "-keyalg", "EC", "-alias", "own", "-dname", "CN=Test", "-ext", "BC=ca:true");
        keytool(authority, "-exportcert", "-rfc", "-alias", "own", "-file", pem().toString());
    }

    /** The authority, to be trusted. */
    public Path pem() {
        return folder.resolve("authority.pem");
    }

    /**
     * Proves to be the server of that name.
     *
     * @param options of keytool, for example {@code -startdate -10d -validity 5}
     */
    public SSLContext of(String name, String... options) {
        return context(storeOf(name, options));
    }

    /** The same as a file, PKCS #12 under {@link #PASSWORD}. */
    public Path storeOf(String name, String... options) {
        Path store = folder.resolve("%d.p12".formatted(made++));
        Path request = folder.resolve("request.csr");
        Path certificate = folder.resolve("certificate.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-alias", "own", "-dname", "CN=" + name);
        keytool(store, "-certreq", "-alias", "own", "-file", request.toString());
        var sign = new ArrayList<>(List.of(
                "-gencert",
                "-rfc",
                "-alias",
                "own",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString()));
        sign.addAll(List.of("-ext", "SAN=dns:" + name));
        sign.addAll(List.of(options));
        keytool(authority, sign.toArray(String[]::new));
        keytool(store, "-importcert", "-noprompt", "-alias", "authority", "-file", pem().toString());
        keytool(store, "-importcert", "-noprompt", "-alias", "own", "-file", certificate.toString());
        return store;
    }

    private static SSLContext context(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void keytool(Path store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
