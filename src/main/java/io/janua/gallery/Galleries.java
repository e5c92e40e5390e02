package io.janua.gallery;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The only way to a gallery: it checks that the gallery exists for this tenant and that the caller may use it. */
@ApplicationScoped
public class Galleries {

    private final GalleryRepository galleries;
    private final RunningModel runningModel;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Cache remembered;

    Galleries(
            GalleryRepository galleries,
            RunningModel runningModel,
            Caller caller,
            CurrentTenant tenant,
            @CacheName("galleries") Cache remembered) {
        this.galleries = galleries;
        this.runningModel = runningModel;
        this.caller = caller;
        this.tenant = tenant;
        this.remembered = remembered;
    }

    private record Key(String tenant, String gallery) {}

    /**
     * Remembered for a second (application.properties), because every recognition begins here.
     *
     * @throws Problem {@code gallery_not_permitted} or {@code gallery_not_found}
     */
    public GalleryRef open(String name) {
        if (!caller.mayUse(name)) {
            throw notPermitted();
        }
        return remembered
                .get(new Key(tenant.id(), name), key -> QuarkusTransaction.joiningExisting()
                        .call(() -> find(name).ref()))
                .await()
                .indefinitely();
    }

    /** Every gallery that the caller may use, by name. */
    @Transactional
    public List<GalleryRef> all() {
        return galleries.after("", caller.galleries(), Integer.MAX_VALUE).stream()
                .map(Gallery::ref)
                .toList();
    }

    /** Of galleries by their ids, whether the caller may use them or not. */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> ids) {
        return galleries.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(gallery -> gallery.id, gallery -> gallery.name));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GalleryChanged changed) {
        remembered.invalidateAll().await().indefinitely();
    }

    /**
     * A gallery whose templates compare with what the service computes.
     *
     * @throws Problem {@code model_mismatch}, and those of {@link #open}
     */
    public GalleryRef openForRecognition(String name) {
        GalleryRef gallery = open(name);
        if (!gallery.model().equals(runningModel.id())) {
            throw Problems.modelMismatch(gallery.model(), runningModel.id());
        }
        return gallery;
    }

    Gallery find(String name) {
        return permitted(name, galleries::named);
    }

    Gallery findForUpdate(String name) {
        return permitted(name, galleries::namedForUpdate);
    }

    private Gallery permitted(String name, Function<String, Optional<Gallery>> query) {
        if (!caller.mayUse(name)) {
            throw notPermitted();
        }
        return query.apply(name).orElseThrow(() -> notFound(name));
    }

    static Problem notFound(String name) {
        return new Problem(
                ProblemCode.GALLERY_NOT_FOUND,
                "There is no gallery '%s'.".formatted(name),
                "gallery",
                "Create it with POST /v1/galleries, or list the galleries with GET /v1/galleries.");
    }

    static Problem notPermitted() {
        return new Problem(
                ProblemCode.GALLERY_NOT_PERMITTED,
                "The API key is not good for this gallery.",
                "gallery",
                "Use a key that has the gallery in its 'galleries'.");
    }
}
