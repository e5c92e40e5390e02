package io.janua.access;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which rules are listed. */
public class RuleFilter {

    @RestQuery
    @Parameter(description = "Only those of this gallery")
    public String gallery;

    @RestQuery
    @Parameter(description = "Only those that name this group, as those who may pass or as escorts")
    public String group;

    @RestQuery
    @Parameter(description = "Only those that name this access point")
    public String point;

    @RestQuery
    @Parameter(description = "Only those that name this schedule")
    public String schedule;

    /** For cursors: a page of one list does not continue in another. */
    String name() {
        return "%s:%s:%s:%s".formatted(gallery, group, point, schedule);
    }
}
