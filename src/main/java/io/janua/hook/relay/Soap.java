package io.janua.hook.relay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** Envelopes of SOAP 1.2, as ONVIF wants them. */
final class Soap {

    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String UTILITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private static final String BASE64 =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    private Soap() {}

    static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
                + "<s:Header>%s</s:Header><s:Body>%s</s:Body></s:Envelope>".formatted(header, body);
    }

    /**
     * The header of WS-Security's UsernameToken, whose password is Base64(SHA-1(nonce + created + password)).
     *
     * @param nonce never used before
     */
    static String usernameToken(Login login, byte[] nonce, Instant now) {
        String created = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String digest = Base64.getEncoder().encodeToString(sha1(nonce, utf8(created), utf8(login.password())));
        return "<w:Security xmlns:w=\"%s\" xmlns:u=\"%s\" s:mustUnderstand=\"true\"><w:UsernameToken>"
                        .formatted(SECURITY, UTILITY)
                + "<w:Username>%s</w:Username>".formatted(text(login.username()))
                + "<w:Password Type=\"%s\">%s</w:Password>".formatted(PROFILE, digest)
                + "<w:Nonce EncodingType=\"%s\">%s</w:Nonce>"
                        .formatted(BASE64, Base64.getEncoder().encodeToString(nonce))
                + "<u:Created>%s</u:Created></w:UsernameToken></w:Security>".formatted(created);
    }

    static String element(String name, String content) {
        return "<%1$s>%2$s</%1$s>".formatted(name, text(content));
    }

    /** What a device complains of, in its own words; empty for an answer that is no fault. */
    static Optional<String> fault(String answer) {
        if (!answer.contains("Fault>")) {
            return Optional.empty();
        }
        String reason = answer.replaceFirst("(?s).*<(?:\\w+:)?Text[^>]*>([^<]{1,200}).*", "$1");
        return Optional.of(reason.equals(answer) ? "it does not say why" : reason.strip());
    }

    private static String text(String content) {
        return Template.Escape.XML.apply(content);
    }

    private static byte[] sha1(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
