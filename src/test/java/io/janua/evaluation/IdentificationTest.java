package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.vision.model.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentificationTest {

    /** The second photograph of person 0 looks like person 1, the second one of person 1 like themselves. */
    @Test
    void theFirstPhotographOfEach_isWhoIsSearched() {
        Identification found = identify(List.of(0, 0, 1, 1, 2), TestingFaces.at(0, 50, 60, 70, 180));

        assertThat(found.gallerySize()).isEqualTo(3);
        assertThat(found.probes()).isEqualTo(2);
        assertThat(found.within(1)).isEqualTo(new Rate(1, 2));
        assertThat(found.within(2)).isEqualTo(new Rate(2, 2));
    }

    @Test
    void whoeverScoresTheSame_standsBefore() {
        assertThat(identify(List.of(0, 0, 1), TestingFaces.at(0, 0, 0)).within(1))
                .isEqualTo(new Rate(0, 1));
    }

    @Test
    void aProbeWithoutAFace_isNotFound() {
        List<Sample> samples = List.of(TestingFaces.at(0), new Sample.NotAcquired(), TestingFaces.at(90));

        Identification found = identify(List.of(0, 0, 1), samples);

        assertThat(found.within(Identification.RANKS)).isEqualTo(new Rate(0, 1));
        assertThat(found.notAcquired()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoPicture_isNoProbe() {
        List<Sample> samples = List.of(TestingFaces.at(0), new Sample.Unusable("broken"));

        assertThat(identify(List.of(0, 0), samples).probes()).isZero();
    }

    /** Where the first photograph has none, the next one with a face is the gallery's. */
    @Test
    void aPersonWithoutAnyFace_isNotInTheGallery() {
        List<Sample> samples =
                List.of(new Sample.NotAcquired(), TestingFaces.at(0), TestingFaces.at(5), new Sample.NotAcquired());

        Identification found = identify(List.of(0, 0, 0, 1), samples);

        assertThat(found.gallerySize()).isEqualTo(1);
        assertThat(found.probes()).isEqualTo(2);
        assertThat(found.within(1)).isEqualTo(new Rate(1, 2));
    }

    private static Identification identify(List<Integer> people, List<Sample> samples) {
        List<Boolean> usable = samples.stream()
                .map(sample -> !(sample instanceof Sample.Unusable))
                .toList();
        return Identification.of(TestingFaces.templates(people, samples), usable, 2);
    }
}
