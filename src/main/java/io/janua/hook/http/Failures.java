package io.janua.hook.http;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a call came to nothing, for the people who can mend it. */
final class Failures {

    private Failures() {}

    static String told(Throwable failed) {
        if (of(failed, SSLException.class).isPresent()
                || of(failed, CertificateException.class).isPresent()) {
            return tls(failed);
        }
        if (failed instanceof ConnectTimeoutException) {
            return "The receiver takes no connection.";
        }
        if (failed instanceof ConnectException) {
            return "The receiver refuses connections.";
        }
        if (failed instanceof IllegalStateException) {
            return "Janua stops.";
        }
        if (failed instanceof SocketException) {
            return "The connection to the receiver broke off.";
        }
        if (failed instanceof HttpClosedException) {
            return "The receiver closed the connection before it had answered.";
        }
        return "What the receiver answers is not HTTP.";
    }

    private static String tls(Throwable failed) {
        if (of(failed, NotSslRecordException.class).isPresent()) {
            return "The receiver does not speak TLS.";
        }
        if (of(failed, CertificateExpiredException.class).isPresent()) {
            return "The receiver's certificate has expired.";
        }
        if (of(failed, CertificateNotYetValidException.class).isPresent()) {
            return "The receiver's certificate is not valid yet.";
        }
        if (of(failed, CertPathBuilderException.class).isPresent()) {
            return "The receiver's certificate is of no authority that is trusted.";
        }
        if (of(failed, CertificateException.class).isPresent()) {
            return "The receiver's certificate is not for its name.";
        }
        return "No TLS connection can be agreed with the receiver.";
    }

    private static <T extends Throwable> Optional<T> of(Throwable failed, Class<T> type) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
