package io.janua.gallery;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** The only way to a gallery: it checks that the gallery exists for this tenant and that the caller may use it. */
@ApplicationScoped
public class Galleries {

    private final GalleryRepository galleries;
    private final RunningModel runningModel;
    private final Caller caller;

    Galleries(GalleryRepository galleries, RunningModel runningModel, Caller caller) {
        this.galleries = galleries;
        this.runningModel = runningModel;
        this.caller = caller;
    }

    /** @throws Problem {@code gallery_not_permitted} or {@code gallery_not_found} */
    public GalleryRef open(String name) {
        return QuarkusTransaction.joiningExisting().call(() -> find(name).ref());
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
        if (!caller.mayUse(name)) {
            throw notPermitted();
        }
        return galleries
                .named(name)
                .orElseThrow(() -> new Problem(
                        ProblemCode.GALLERY_NOT_FOUND,
                        "There is no gallery '%s'.".formatted(name),
                        "gallery",
                        "Create it with POST /v1/galleries, or list the galleries with GET /v1/galleries."));
    }

    static Problem notPermitted() {
        return new Problem(
                ProblemCode.GALLERY_NOT_PERMITTED,
                "The API key is not good for this gallery.",
                "gallery",
                "Use a key that has the gallery in its 'galleries'.");
    }
}
