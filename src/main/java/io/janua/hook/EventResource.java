package io.janua.hook;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/events")
@Tag(name = "Hooks")
@RunOnVirtualThread
class EventResource {

    private final EventStream stream;

    EventResource(EventStream stream) {
        this.stream = stream;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed(Operations.EVENTS_READ)
    @Operation(
            operationId = "followEvents",
            summary = "What happens, as it happens (server-sent events)",
            description = "Each event's name is its type, its id its place. Whoever comes back with the last id misses"
                    + " nothing, for as long as events are kept; later it is 410 events_gone. The stream ends with the"
                    + " caller's credentials, and after an hour. Subjects of those who were turned away, and scores,"
                    + " are for callers with 'access.read'.")
    @APIResponse(
            responseCode = "200",
            description = "Events whose data is an Event",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = EventView.class)))
    public void follow(
            @RestQuery @Parameter(description = "Only these types; all when left out") List<String> types,
            @RestQuery @Parameter(description = "Only at these access points; all when left out") List<String> points,
            @RestQuery @Parameter(description = "For those who cannot send the header Last-Event-ID")
                    String lastEventId,
            @RestHeader("Last-Event-ID") @Parameter(description = "The id of the last event that was received")
                    String lastEventIdHeader,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var listener = new EventStream.Listener(
                (position, event) -> send(
                        sink,
                        sse.newEventBuilder()
                                .id(Long.toString(position))
                                .name(event.type())
                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(event)),
                position -> send(
                        sink, sse.newEventBuilder().id(Long.toString(position)).comment("")),
                sink::isClosed);
        stream.follow(types, points, lastEventIdHeader == null ? lastEventId : lastEventIdHeader, listener);
        sink.close();
    }

    private static CompletableFuture<?> send(SseEventSink sink, OutboundSseEvent.Builder event) {
        try {
            return sink.send(event.build()).toCompletableFuture();
        } catch (IllegalStateException listenerGone) {
            return CompletableFuture.failedFuture(listenerGone);
        }
    }
}
