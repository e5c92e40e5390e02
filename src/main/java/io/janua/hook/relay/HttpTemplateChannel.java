package io.janua.hook.relay;

import io.janua.hook.Attempt;
import io.janua.hook.HookChannel;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.HttpCall;
import io.janua.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Any device that opens by one HTTP request. */
@Singleton
class HttpTemplateChannel implements HookChannel {

    /** What an event of a point can say; what one does not say is empty. */
    private static final Set<String> PLACEHOLDERS = new TreeSet<>(Set.of(
            "decision",
            "expiresAt",
            "gallery",
            "hook",
            "id",
            "name",
            "onvifReason",
            "openSeconds",
            "point",
            "reason",
            "rule",
            "schedule",
            "score",
            "subject",
            "tenant",
            "threshold",
            "timestamp",
            "type",
            "wiegandBits",
            "wiegandFacility",
            "wiegandFormat",
            "wiegandNumber",
            "zone"));

    private static final Set<String> NOT_FOR_USERS =
            Set.of("host", "content-length", "connection", "transfer-encoding", "upgrade", "te", "trailer");
    private static final String CONTENT_TYPE = "Content-Type";

    private final DeviceCaller devices;

    HttpTemplateChannel(DeviceCaller devices) {
        this.devices = devices;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.Http;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return true;
    }

    @Override
    public void check(HookTarget target) {
        var http = (HookTarget.Http) target;
        checkPlaceholders("target.url", http.url());
        String server = http.url().replaceFirst("^(https?://[^/?#]*).*$", "$1");
        if (!new Template(server).names().isEmpty()) {
            throw Problems.invalid(
                    "target.url", "A placeholder stands in the server's name.", "Write the server's name itself.");
        }
        devices.check(new Template(http.url()).fill(_ -> "0", Template.Escape.URL));
        if (http.body() != null) {
            checkPlaceholders("target.body", http.body());
        }
        headers(http).forEach(HttpTemplateChannel::checkHeader);
    }

    /** A test is sent as a grant is: of an unknown device nothing is known that would move less. */
    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        return Events.refusal(outgoing).orElseGet(() -> move(outgoing, limit));
    }

    private Attempt move(Outgoing outgoing, Duration limit) {
        var http = (HookTarget.Http) outgoing.hook().target();
        String url = new Template(http.url()).fill(name -> value(name, outgoing), Template.Escape.URL);
        Map<String, String> headers = headers(http);
        Optional<String> body = Optional.ofNullable(http.body()).map(text -> new Template(text)
                .fill(name -> value(name, outgoing), Template.Escape.of(headers.getOrDefault(CONTENT_TYPE, ""))));
        if (body.isPresent()) {
            headers.putIfAbsent(CONTENT_TYPE, "application/json");
        }
        Attempt attempt = devices.attempt(
                new HttpCall(http.method(), url, headers, body), Optional.empty(), limit, _ -> Optional.empty());
        return new Attempt(
                attempt.verdict(),
                attempt.request().map(HttpTemplateChannel::withoutCredentials),
                attempt.answer(),
                attempt.error(),
                attempt.retryAfter(),
                attempt.took());
    }

    private static String value(String name, Outgoing outgoing) {
        Object value =
                switch (name) {
                    case "type" -> outgoing.type();
                    case "id" -> outgoing.event();
                    case "timestamp" -> outgoing.at();
                    case "point" -> outgoing.point().orElse("");
                    case "hook" -> outgoing.hook().name();
                    case "tenant" -> outgoing.hook().tenant();
                    case "openSeconds" -> Events.openSeconds(outgoing);
                    case "wiegandBits" -> wiegand(outgoing, "bits");
                    case "wiegandFacility" -> wiegand(outgoing, "facility");
                    case "wiegandFormat" -> wiegand(outgoing, "format");
                    case "wiegandNumber" -> wiegand(outgoing, "number");
                    default -> outgoing.data().getOrDefault(name, "");
                };
        return value.toString();
    }

    private static Object wiegand(Outgoing outgoing, String part) {
        Object value = outgoing.data().get("wiegand") instanceof Map<?, ?> frame ? frame.get(part) : null;
        return value == null ? "" : value;
    }

    private static void checkPlaceholders(String field, String text) {
        Set<String> unknown = new Template(text).names();
        unknown.removeAll(PLACEHOLDERS);
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    field,
                    "There is no placeholder %s.".formatted(String.join(", ", unknown)),
                    "These are known: %s.".formatted(String.join(", ", PLACEHOLDERS)));
        }
    }

    private static void checkHeader(String name, String value) {
        if (NOT_FOR_USERS.contains(name.toLowerCase(Locale.ROOT)) || value.matches("(?s).*\\p{Cntrl}.*")) {
            throw Problems.invalid(
                    "target.headers",
                    "The header '%s' cannot be set, or has a line break.".formatted(name),
                    "Leave it out, or write its value in one line.");
        }
    }

    /** Whichever way their names are written. */
    private static Map<String, String> headers(HookTarget.Http http) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (http.headers() != null) {
            headers.putAll(http.headers());
        }
        return headers;
    }

    /** Which of a user's headers is a credential, only the user knows. */
    private static Attempt.Request withoutCredentials(Attempt.Request request) {
        var shown = new LinkedHashMap<String, String>();
        request.headers().forEach((name, value) -> shown.put(name, name.equalsIgnoreCase(CONTENT_TYPE) ? value : "…"));
        return new Attempt.Request(request.method(), request.url(), shown, request.body());
    }
}
