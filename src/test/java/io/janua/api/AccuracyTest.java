package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.NeedsDefaultPack;
import io.janua.support.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How well real people are recognised: the first photograph of each of 112 is enrolled, the other 75 are probes. */
@QuarkusTest
@NeedsDefaultPack
class AccuracyTest {

    @Test
    void identify_recognisesPeopleInOtherPhotographs() {
        String gallery =
                newGallery(Map.of("duplicates", "off", "enrollmentFace", "largest", "enrollmentQuality", "off"));
        List<Path> people = SharedData.people();
        for (Path person : people) {
            enrolled(
                    gallery,
                    person.getFileName().toString(),
                    SharedData.read(SharedData.pictures(person).getFirst()));
        }

        int probes = 0;
        int ranked = 0;
        int identified = 0;
        int falsePositives = 0;
        int ambiguous = 0;
        int runnersUp = 0;
        for (Path person : people) {
            for (Path picture : SharedData.pictures(person).stream().skip(1).toList()) {
                var answer = asAdmin()
                        .contentType("image/jpeg")
                        .body(SharedData.read(picture))
                        .queryParam("fpir", "0.01")
                        .queryParam("belowThreshold", true)
                        .post("/v1/galleries/{gallery}/identify", gallery)
                        .then()
                        .statusCode(200)
                        .extract();
                String name = person.getFileName().toString();
                probes++;
                ranked += name.equals(answer.path("candidates[0].subject")) ? 1 : 0;
                identified += name.equals(answer.path("subject")) ? 1 : 0;
                List<String> accepted = answer.path("candidates.findAll { it.accepted }.subject");
                ambiguous += "ambiguous".equals(answer.path("outcome")) ? 1 : 0;
                runnersUp += accepted.size() > 1 ? 1 : 0;
                falsePositives += !accepted.isEmpty() && !accepted.getFirst().equals(name) ? 1 : 0;
            }
        }

        System.out.printf(
                "Accuracy: %d enrolled, %d probes, rank-1 %.1f %%, identified at FPIR 1e-2 %.1f %%, misses %d, false positives"
                        + " %d, ambiguous %d, with a second person above the threshold %d%n",
                people.size(),
                probes,
                100.0 * ranked / probes,
                100.0 * identified / probes,
                probes - identified,
                falsePositives,
                ambiguous,
                runnersUp);
        assertThat(probes).isEqualTo(75);
        assertThat(ranked / (double) probes).isGreaterThanOrEqualTo(0.98);
        assertThat(identified / (double) probes).isGreaterThanOrEqualTo(0.97);
        assertThat(falsePositives).isZero();
    }
}
