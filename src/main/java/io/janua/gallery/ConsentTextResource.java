package io.janua.gallery;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/galleries/{gallery}/consent-texts")
@Tag(name = "Galleries")
@RunOnVirtualThread
class ConsentTextResource {

    private final Galleries galleries;
    private final ConsentTexts texts;

    ConsentTextResource(Galleries galleries, ConsentTexts texts) {
        this.galleries = galleries;
        this.texts = texts;
    }

    @GET
    @PermissionsAllowed(Operations.GALLERIES_READ)
    @Operation(
            operationId = "listConsentTexts",
            summary = "Every consent text that the gallery has shown, by its version, oldest first")
    public Page<ConsentTextView> list(@RestPath String gallery, @Valid @BeanParam PageQuery page) {
        return texts.list(galleries.open(gallery), page);
    }
}
