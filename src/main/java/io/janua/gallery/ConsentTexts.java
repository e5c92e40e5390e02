package io.janua.gallery;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps what people were asked to agree to: a consent names a version, and so must always mean one text. */
@ApplicationScoped
public class ConsentTexts {

    private final ConsentTextRepository texts;

    ConsentTexts(ConsentTextRepository texts) {
        this.texts = texts;
    }

    /** The texts that the gallery has shown under these versions; a version that it has not shown is missing. */
    @Transactional
    public Map<String, String> of(GalleryRef gallery, Collection<String> versions) {
        return texts.of(gallery.id(), versions).stream()
                .collect(Collectors.toMap(kept -> kept.version, kept -> kept.text));
    }

    @Transactional
    Page<ConsentTextView> list(GalleryRef gallery, PageQuery query) {
        String list = "consent-texts:" + gallery.id();
        var found = texts.after(gallery.id(), query.lastId(list), query.size() + 1);
        return Page.of(list, found, query.size(), kept -> kept.id.toString()).map(ConsentTextView::from);
    }

    /**
     * Whoever calls holds the gallery's lock, or has just made it.
     *
     * @throws io.janua.problem.Problem {@code validation_failed}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Gallery gallery, GalleryPolicy policy) {
        requireBoth(policy);
        if (isBlank(policy.consentText())) {
            return;
        }
        Optional<ConsentText> shown = texts.of(gallery.id, List.of(policy.consentTextVersion())).stream()
                .findFirst();
        requireSame(shown.map(kept -> kept.text), policy);
        if (shown.isEmpty()) {
            ConsentText kept = new ConsentText();
            kept.galleryId = gallery.id;
            kept.version = policy.consentTextVersion();
            kept.text = policy.consentText();
            kept.since = Instant.now();
            texts.persist(kept);
        }
    }

    static void requireBoth(GalleryPolicy wanted) {
        if (isBlank(wanted.consentText()) != isBlank(wanted.consentTextVersion())) {
            throw Problems.invalid(
                    isBlank(wanted.consentText()) ? "policy.consentText" : "policy.consentTextVersion",
                    "'consentText' and 'consentTextVersion' belong together: one of them is missing.",
                    "Send both, or leave both out.");
        }
    }

    /** @param shown what the gallery has ever shown under the wanted version */
    static void requireSame(Optional<String> shown, GalleryPolicy wanted) {
        if (shown.filter(text -> !text.equals(wanted.consentText())).isPresent()) {
            throw Problems.invalid(
                    "policy.consentTextVersion",
                    "The consent text is another one than that of version '%s', to which people may have agreed."
                            .formatted(wanted.consentTextVersion()),
                    "Give the new text a version of its own.");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
