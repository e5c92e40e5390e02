package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final TestingLog LOG = TestingLog.of(3);
    private static final CheckpointVerifier VERIFIER = new CheckpointVerifier(List.of(LOG.key()));

    @Test
    void sign_writesACheckpointAsASignedNote() {
        String keyId = HexFormat.of().formatHex(LOG.key().id("janua/acme"));

        assertThat(LOG.note(3)).matches("janua/acme\n3\n[A-Za-z0-9+/]{43}=\n\n— janua/acme [A-Za-z0-9+/]{91}=\n");
        assertThat(VERIFIER.read(LOG.note(3))).isEqualTo(new NoteReading.Signed(LOG.checkpoint(3), keyId));
    }

    /** Published keys, written as name, id and the key behind its algorithm byte. */
    @ParameterizedTest
    @CsvSource({
        "sum.golang.org, 033de0ae, Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        "PeterNeumann, c74f20a3, ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    })
    void keyId_isThatOfPublishedKeys(String name, String id, String published) throws GeneralSecurityException {
        byte[] raw = Base64.getDecoder().decode(published);
        byte[] der = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw, 1, raw.length));
        var key = new LogKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));

        assertThat(HexFormat.of().formatHex(key.id(name))).isEqualTo(id);
    }

    @Test
    void read_tellsAWrongSignatureFromAForeignKey() {
        String changed = LOG.note(3).replace("\n3\n", "\n4\n");
        String foreign = TestingLog.of(3).note(3);

        assertThat(VERIFIER.read(changed)).isInstanceOf(NoteReading.WrongSignature.class);
        assertThat(VERIFIER.read(foreign))
                .isInstanceOfSatisfying(NoteReading.ForeignKey.class, reading -> assertThat(reading.signers())
                        .singleElement()
                        .asString()
                        .matches("janua/acme [0-9a-f]{8}"));
    }

    @Test
    void read_heedsOnlySignaturesOfItsKey() {
        String witness = new SigningAs("witness.example/w").line(LOG.note(3));

        assertThat(VERIFIER.read(LOG.note(3) + witness)).isInstanceOf(NoteReading.Signed.class);
        assertThat(VERIFIER.read(LOG.note(3).replaceFirst("— .*\n", witness)))
                .isInstanceOf(NoteReading.ForeignKey.class);
    }

    @Test
    void read_refusesWhenOneOfTheKeysSignaturesIsWrong() {
        String otherSignature = LOG.note(2).substring(LOG.note(2).indexOf('—'));

        assertThat(VERIFIER.read(LOG.note(3) + otherSignature)).isInstanceOf(NoteReading.WrongSignature.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "janua/acme\n3\n",
                "janua/acme\n3\n%s\n",
                "janua/acme\n3\n%s\n\n",
                "janua/acme\n3\n%s\n\n— janua/acme %s",
                "janua/acme\n3\n%s\n\n- janua/acme %s\n",
                "janua/acme\n3\n%s\n\n— janua/acme AAAA\n",
                "janua/acme\n03\n%s\n\n— janua/acme %s\n",
                "janua/acme\n-3\n%s\n\n— janua/acme %s\n",
                "janua/acme\n99999999999999999999\n%s\n\n— janua/acme %s\n",
                "janua/acme\n3\nAAAA\n\n— janua/acme %s\n",
                "janua/acme\n3\n!!!!\n\n— janua/acme %s\n",
                "janua/ac me\n3\n%s\n\n— janua/acme %s\n",
                "janua/\u001b[31m\n3\n%s\n\n— janua/acme %s\n",
                "janua/acme\r\n3\r\n%s\r\n\r\n— janua/acme %s\r\n",
                "janua/acme\n3\n\n— janua/acme %s\n"
            })
    void read_saysWhatIsMalformed(String form) {
        String root = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(VERIFIER.read(form.replace("%s", root)))
                .isInstanceOfSatisfying(NoteReading.Malformed.class, malformed -> assertThat(malformed.reason())
                        .isNotBlank());
    }

    @Test
    void read_refusesASecondSpellingOfTheRoot() {
        String note = LOG.note(3);
        String root = note.lines().toList().get(2);
        char last = root.charAt(42);
        String respelled = root.substring(0, 42) + (char) (last + 1) + "=";

        assertThat(VERIFIER.read(note.replace(root, respelled))).isInstanceOf(NoteReading.Malformed.class);
        assertThat(VERIFIER.read(note.replace(root, root.substring(0, 43)))).isInstanceOf(NoteReading.Malformed.class);
    }

    @Test
    void read_acceptsNothingWithAnyCharacterChanged() {
        String note = LOG.note(3);
        for (int i = 0; i < note.length(); i++) {
            char other = note.charAt(i) == 'A' ? 'B' : 'A';
            String changed = note.substring(0, i) + other + note.substring(i + 1);

            assertThat(VERIFIER.read(changed)).as("character %d", i).isNotInstanceOf(NoteReading.Signed.class);
        }
    }

    @Test
    void logKey_comesBackFromItsPem() {
        assertThat(LogKey.fromPem(LOG.key().pem())).isEqualTo(LOG.key());
        assertThat(LogKey.fromPem(LOG.key().pem().replace("\n", "\r\n"))).isEqualTo(LOG.key());
    }

    @Test
    void read_acceptsEachOfTheLogsKeys() {
        var successor = TestingLog.of(3);
        List<LogKey> both = LogKey.allFromPem(successor.key().pem() + LOG.key().pem());
        var verifier = new CheckpointVerifier(both);

        assertThat(both).containsExactly(successor.key(), LOG.key());
        assertThat(verifier.read(LOG.note(3))).isInstanceOf(NoteReading.Signed.class);
        assertThat(verifier.read(successor.note(3))).isInstanceOf(NoteReading.Signed.class);
        assertThat(verifier.read(TestingLog.of(3).note(3))).isInstanceOf(NoteReading.ForeignKey.class);
    }

    @Test
    void logKey_refusesWhatIsNoEd25519PublicKey() throws GeneralSecurityException {
        byte[] curve = KeyPairGenerator.getInstance("Ed448")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String ed448 = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(curve));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogKey.fromPem(ed448))
                .withMessageContaining("Ed25519");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogKey.fromPem(LOG.key().pem().replace("PUBLIC", "PRIVATE")))
                .withMessageContaining("no public key");
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.fromPem(""));
    }

    /** Another key that signs the same text. */
    private record SigningAs(String name) {

        String line(String note) {
            Checkpoint same = ((NoteReading.Signed) VERIFIER.read(note)).checkpoint();
            String signed = TestingLog.of(1).sign(new Checkpoint(name, same.size(), same.root()));
            return signed.substring(signed.indexOf('—'));
        }
    }
}
