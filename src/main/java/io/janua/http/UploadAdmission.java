package io.janua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.problem.Problem;
import io.janua.problem.ProblemAnswered;
import io.janua.problem.ProblemCode;
import io.janua.problem.ProblemView;
import io.janua.problem.Problems;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at Content-Length before a body is read: refuses what is too large at once, and keeps the sum of all bodies in
 * memory below a bound.
 */
@ApplicationScoped
class UploadAdmission {

    private static final int BEFORE_EVERYTHING_ELSE = 1000;

    /** The framework sets its one limit at 2. */
    private static final int AFTER_THE_FRAMEWORKS_LIMIT = 1;

    /** Two images in base64 and some field names: what the largest lawful body needs. */
    private static final double LARGEST_BODY_FACTOR = 2 * 4 / 3.0 + 0.1;

    /** The same of one image. */
    private static final double LARGEST_PREVIEW_FACTOR = 4 / 3.0 + 0.1;

    private static final Pattern TAKES_PREVIEWS = Pattern.compile("/v1/self-enrollment/detect/?");
    private static final Pattern TAKES_IMAGES = Pattern.compile("/(detect|compare|verify|identify|faces|decisions)/?$");
    private static final Pattern TAKES_AN_ARCHIVE = Pattern.compile("/v1/galleries/[^/]+/imports/?");
    private static final long MAX_PLAIN_BYTES = 256_000;

    private final UploadLimits limits;
    private final long maxArchiveBytes;
    private final ObjectMapper json;
    private final Event<ProblemAnswered> answered;
    private final AtomicLong bytesInFlight = new AtomicLong();

    UploadAdmission(
            UploadLimits limits,
            @ConfigProperty(name = "janua.imports.max-archive-bytes") long maxArchiveBytes,
            ObjectMapper json,
            Event<ProblemAnswered> answered) {
        this.limits = limits;
        this.maxArchiveBytes = maxArchiveBytes;
        this.json = json;
        this.answered = answered;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING_ELSE);
        filters.register(this::bound, AFTER_THE_FRAMEWORKS_LIMIT);
    }

    /** A body that does not announce its length is cut off where its path's limit is, not at the longest of all. */
    private void bound(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null && !takesArchive(context)) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largestBody(context));
        }
        context.next();
    }

    private void admit(RoutingContext context) {
        long bytes = announcedBytes(context);
        if (takesArchive(context)) {
            if (bytes > maxArchiveBytes) {
                refuse(context, Problems.archiveTooLarge(maxArchiveBytes));
            } else {
                // It passes through for as long as its sender likes: few come in at a time, by a count of their own.
                context.next();
            }
            return;
        }
        boolean takesImages = TAKES_IMAGES.matcher(context.request().path()).find();
        if (!takesImages && bytes > MAX_PLAIN_BYTES) {
            refuse(context, bodyTooLarge());
            return;
        }
        if (bytes > largestBody(context)) {
            refuse(context, Problems.imageTooLarge("image", largestImage(context)));
            return;
        }
        admit(context, bytes);
    }

    /** @param bytes that the request will take in memory */
    private void admit(RoutingContext context, long bytes) {
        if (bytes > 0 && bytesInFlight.addAndGet(bytes) > limits.maxBytesInFlight()) {
            bytesInFlight.addAndGet(-bytes);
            refuse(context, Problems.busy());
            return;
        }
        if (bytes > 0) {
            context.addEndHandler(ended -> bytesInFlight.addAndGet(-bytes));
        }
        context.next();
    }

    private static boolean takesArchive(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && TAKES_AN_ARCHIVE.matcher(context.request().path()).matches();
    }

    private long announcedBytes(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            try {
                return Long.parseLong(length);
            } catch (NumberFormatException malformed) {
                return 0;
            }
        }
        // A chunked body may become as large as it is allowed to.
        return context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING) ? largestBody(context) : 0;
    }

    private long largestBody(RoutingContext context) {
        double factor = takesPreviews(context) ? LARGEST_PREVIEW_FACTOR : LARGEST_BODY_FACTOR;
        return (long) (factor * largestImage(context));
    }

    /** Whoever is not signed in sends frames of a camera, which are small. */
    private int largestImage(RoutingContext context) {
        return takesPreviews(context) ? limits.maxTurnBytes() : limits.maxImageBytes();
    }

    private static boolean takesPreviews(RoutingContext context) {
        return TAKES_PREVIEWS.matcher(context.request().path()).matches();
    }

    private static Problem bodyTooLarge() {
        return new Problem(
                ProblemCode.BODY_TOO_LARGE,
                "The body is larger than %d kB, or does not say how large it is.".formatted(MAX_PLAIN_BYTES / 1000),
                null,
                "Send less, and announce it with Content-Length; only images may be larger.");
    }

    private void refuse(RoutingContext context, Problem problem) {
        answered.fire(new ProblemAnswered(problem.code()));
        try {
            var response = context.response()
                    .setStatusCode(problem.code().status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.CONNECTION, "close");
            if (problem.code().status() == 503) {
                response.putHeader(HttpHeaders.RETRY_AFTER, ProblemView.RETRY_AFTER_SECONDS);
            }
            response.end(json.writeValueAsString(ProblemView.from(problem)))
                    .onComplete(_ -> LingeringClose.after(context));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain JSON", impossible);
        }
    }
}
