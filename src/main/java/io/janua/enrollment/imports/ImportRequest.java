package io.janua.enrollment.imports;

import io.janua.privacy.ConsentChannel;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What may be said of an archive beside its bytes. */
public class ImportRequest {

    @RestQuery
    @Size(min = 1, max = 200)
    @Parameter(description = "Your own name for the import, for example the archive's file name")
    public String name;

    @RestQuery
    @Size(min = 1, max = 100)
    @Parameter(
            description = "Your name for the text that these people agreed to: recorded for each subject of the archive"
                    + " that has no consent in force; together with channel")
    public String textVersion;

    @RestQuery
    @Parameter(description = "How they agreed; together with textVersion")
    public ConsentChannel channel;
}
