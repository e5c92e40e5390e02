package io.janua.gallery;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which subjects of a gallery are listed. */
public class SubjectFilter {

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "Part of the id or of the name")
    public String query;

    @RestQuery
    public SubjectStatus status;

    @RestQuery
    @Parameter(description = "Only those with a face, or only those without; all when left out")
    public Boolean enrolled;

    /** For cursors: a page of one list does not continue in another. */
    String name() {
        return "%s:%s:%s".formatted(status, enrolled, query);
    }
}
