package io.janua.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/access/schedules")
@Tag(name = "Schedules", description = "When rules hold: times of every week, and special days")
@RunOnVirtualThread
class ScheduleResource {

    private final ScheduleService schedules;

    ScheduleResource(ScheduleService schedules) {
        this.schedules = schedules;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "createSchedule", summary = "Create a schedule")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScheduleView.class)))
    public RestResponse<ScheduleView> create(@Valid @NotNull NewSchedule body) {
        ScheduleView created = schedules.create(body);
        return RestResponse.ResponseBuilder.<ScheduleView>created(URI.create("/v1/access/schedules/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listSchedules", summary = "The schedules by name")
    public Page<ScheduleView> list(@Valid @BeanParam PageQuery page) {
        return schedules.list(page);
    }

    @GET
    @Path("/{schedule}")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getSchedule", summary = "One schedule")
    public ScheduleView get(@RestPath String schedule) {
        return schedules.get(schedule);
    }

    @GET
    @Path("/{schedule}/periods")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(
            operationId = "getSchedulePeriods",
            summary = "When the schedule holds on some days, as instants",
            description = "A time that the clocks leave out in spring counts by the offset before; one that comes twice"
                    + " in autumn is the first of the two (RFC 5545).")
    public SchedulePeriodsView periods(@RestPath String schedule, @Valid @BeanParam PeriodQuery query) {
        return schedules.periods(schedule, query);
    }

    @PATCH
    @Path("/{schedule}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "changeSchedule", summary = "Change a schedule (JSON Merge Patch)")
    public ScheduleView change(
            @RestPath String schedule,
            @RequestBody(content = @Content(schema = @Schema(implementation = ScheduleContent.class))) JsonNode patch) {
        return schedules.change(schedule, patch);
    }

    @DELETE
    @Path("/{schedule}")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "deleteSchedule", summary = "Delete a schedule that no rule names")
    public void delete(@RestPath String schedule) {
        schedules.delete(schedule);
    }
}
