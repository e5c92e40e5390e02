package io.janua.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that nobody knows yet and what it certifies, made by the JDK's keytool in a folder of the test. */
public final class TestCertificates {

    public static final String PASSWORD = "test-only";

    private static final String OWN = "own";
    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Path authority;
    private int made;

    public TestCertificates(Path folder) {
        this.folder = folder;
        this.authority = folder.resolve("authority.p12");
        keytool(authority, AUTHORITY, "-dname", "CN=Test", "-ext", "BC=ca:true");
        writePem(pem(), "CERTIFICATE", encoded(certificate(authority, AUTHORITY)));
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
        return context(managers(storeOf(name, options)), false);
    }

    /** Trusts this authority, and proves who it is where it is asked. */
    public SSLContext trustingAs(Path store) {
        return context(managers(store), true);
    }

    /** Trusts this authority, and has nothing to prove who it is. */
    public SSLContext trusting() {
        return context(null, true);
    }

    /** The same as a file, PKCS #12 under {@link #PASSWORD}. */
    public Path storeOf(String name, String... options) {
        Path store = folder.resolve("%d.p12".formatted(made++));
        try {
            Files.copy(authority, store);
            var given =
                    new ArrayList<>(List.of("-signer", AUTHORITY, "-dname", "CN=" + name, "-ext", "SAN=dns:" + name));
            given.addAll(List.of(options));
            keytool(store, OWN, given.toArray(String[]::new));
            // What signs others is not for whoever was certified.
            KeyStore keys = load(store);
            keys.deleteEntry(AUTHORITY);
            try (OutputStream out = Files.newOutputStream(store)) {
                keys.store(out, PASSWORD.toCharArray());
            }
            return store;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The certificate in its binary form. */
    public static byte[] der(Path store) {
        return encoded(certificate(store, OWN));
    }

    /** The same as a server's two files. */
    public static void writePem(Path store, Path certificate, Path key) {
        try {
            writePem(certificate, "CERTIFICATE", der(store));
            writePem(
                    key,
                    "PRIVATE KEY",
                    load(store).getKey(OWN, PASSWORD.toCharArray()).getEncoded());
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private SSLContext context(KeyManager[] own, boolean trusting) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            if (trusting) {
                KeyStore trusted = KeyStore.getInstance("PKCS12");
                trusted.load(null, null);
                trusted.setCertificateEntry(AUTHORITY, certificate(authority, AUTHORITY));
                trust.init(trusted);
            }
            context.init(own, trusting ? trust.getTrustManagers() : null, null);
            return context;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyManager[] managers(Path store) {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(load(store), PASSWORD.toCharArray());
            return managers.getKeyManagers();
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Certificate certificate(Path store, String alias) {
        try {
            return load(store).getCertificate(alias);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }

    private static void writePem(Path file, String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        try {
            Files.writeString(file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, text));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void keytool(Path store, String alias, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
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
