package io.janua.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes and lists galleries. */
@ApplicationScoped
class GalleryService {

    private static final String LIST = "galleries";

    private final GalleryRepository galleries;
    private final SubjectRepository subjects;
    private final ConsentTexts consentTexts;
    private final Galleries access;
    private final RunningModel runningModel;
    private final Caller caller;
    private final MergePatch mergePatch;
    private final Event<GalleryChanged> changes;
    private final Event<Happening> happenings;

    GalleryService(
            GalleryRepository galleries,
            SubjectRepository subjects,
            ConsentTexts consentTexts,
            Galleries access,
            RunningModel runningModel,
            Caller caller,
            MergePatch mergePatch,
            Event<GalleryChanged> changes,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.consentTexts = consentTexts;
        this.access = access;
        this.runningModel = runningModel;
        this.caller = caller;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.happenings = happenings;
    }

    @Transactional
    GalleryView create(NewGallery wanted) {
        if (!caller.mayUse(wanted.name())) {
            throw Galleries.notPermitted();
        }
        String model = Optional.ofNullable(wanted.model()).orElse(runningModel.id());
        if (!model.equals(runningModel.id())) {
            throw new Problem(
                    ProblemCode.MODEL_UNAVAILABLE,
                    "The service does not run the model '%s'.".formatted(model),
                    "model",
                    "Leave the model out to take the running one, '%s'.".formatted(runningModel.id()));
        }
        var policy = Optional.ofNullable(wanted.policy()).orElse(GalleryPolicy.DEFAULT);
        requireJudged(GalleryPolicy.DEFAULT, policy);
        Gallery gallery = new Gallery();
        gallery.name = wanted.name();
        gallery.description = wanted.description();
        gallery.model = model;
        gallery.policy = policy;
        gallery.createdAt = Instant.now();
        try {
            galleries.persistAndFlush(gallery);
        } catch (ConstraintViolationException taken) {
            throw new Problem(
                    ProblemCode.GALLERY_EXISTS,
                    "There is a gallery '%s' already.".formatted(wanted.name()),
                    "name",
                    "Choose another name, or use the gallery that exists.");
        }
        consentTexts.keep(gallery, policy);
        happenings.fire(Happening.of(Action.GALLERY_CREATED).in(gallery.name).with("model", model));
        return GalleryView.from(gallery, 0);
    }

    @Transactional
    Page<GalleryView> list(PageQuery query) {
        String last = query.lastKey(LIST).orElse("");
        var found = galleries.after(last, caller.galleries(), query.size() + 1);
        var counts = subjects.countsIn(found.stream().map(gallery -> gallery.id).toList());
        return Page.of(LIST, found, query.size(), gallery -> gallery.name)
                .map(gallery -> GalleryView.from(gallery, counts.getOrDefault(gallery.id, 0L)));
    }

    @Transactional
    GalleryView get(String name) {
        return view(access.find(name));
    }

    @Transactional
    GalleryView change(String name, JsonNode patch) {
        Gallery gallery = access.findForUpdate(name);
        var before = new GalleryChange(gallery.description, gallery.policy);
        var wanted = mergePatch.apply(before, patch, GalleryChange.class);
        var policy = Optional.ofNullable(wanted.policy()).orElse(GalleryPolicy.DEFAULT);
        if (gallery.model.equals(runningModel.id())) {
            requireJudged(gallery.policy, policy);
        }
        consentTexts.keep(gallery, policy);
        gallery.description = wanted.description();
        gallery.policy = policy;
        changes.fire(new GalleryChanged(name));
        var told = Happening.of(Action.GALLERY_CHANGED).in(name);
        happenings.fire(GalleryDifference.tell(told, before, new GalleryChange(gallery.description, gallery.policy)));
        return view(gallery);
    }

    /** A demand that was there before may stay, or become less: nobody has to give it up to change something else. */
    private void requireJudged(GalleryPolicy before, GalleryPolicy after) {
        if (after.liveness().isStricterThan(before.liveness()) && !runningModel.judgesLiveness()) {
            throw Problems.livenessUnavailable();
        }
    }

    private GalleryView view(Gallery gallery) {
        return GalleryView.from(gallery, subjects.countsIn(List.of(gallery.id)).getOrDefault(gallery.id, 0L));
    }
}
