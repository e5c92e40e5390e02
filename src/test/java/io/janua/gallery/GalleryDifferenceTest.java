package io.janua.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.GalleryPolicy.ConsentRule;
import io.janua.gallery.GalleryPolicy.LivenessChecks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GalleryDifferenceTest {

    private static final GalleryChange BEFORE = new GalleryChange("Main entrance", GalleryPolicy.DEFAULT);

    @Test
    void rulesAreToldByTheirOldAndNewValue() {
        var policy = new GalleryPolicy(
                1e-6,
                null,
                null,
                null,
                null,
                LivenessChecks.ALWAYS,
                null,
                null,
                ConsentRule.OPTIONAL,
                30,
                null,
                null,
                null,
                null);

        assertThat(facts(new GalleryChange("Main entrance", policy)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "fmr", "1.0E-4 -> 1.0E-6",
                        "liveness", "off -> always",
                        "consent", "required -> optional",
                        "retentionDays", "1095 -> 30"));
    }

    @Test
    void whatPeopleWroteIsNotRepeated() {
        var policy = new GalleryPolicy(
                null, null, null, null, null, null, null, null, null, null, "Ask Bob Smith", "Dear Bob", "2", null);

        assertThat(facts(new GalleryChange("Bob Smith's", policy)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "description", "changed",
                        "purpose", "changed",
                        "consentText", "changed",
                        "consentTextVersion", "null -> 2"));
    }

    @Test
    void whatStaysIsNotTold() {
        assertThat(facts(BEFORE)).isEmpty();
    }

    private static Map<String, Object> facts(GalleryChange after) {
        return GalleryDifference.tell(Happening.of(Action.GALLERY_CHANGED), BEFORE, after)
                .facts();
    }
}
