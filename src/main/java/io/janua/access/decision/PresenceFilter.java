package io.janua.access.decision;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Who is looked for; what is left out does not narrow. */
public class PresenceFilter {

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "Only people of this gallery")
    public String gallery;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "Only who is in this zone")
    public String zone;

    String list() {
        return "presence:%s:%s".formatted(gallery, zone);
    }
}
