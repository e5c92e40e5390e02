package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.SharedData.special;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.janua.support.NeedsDefaultPack;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real photographs that are hard in some way. */
@QuarkusTest
@NeedsDefaultPack
class SpecialPhotographsTest {

    @ParameterizedTest
    @CsvSource({"no_face, 0", "one_face, 1", "one_face_large, 1", "two_faces, 2", "group_5_faces, 5"})
    void detect_findsEveryFace(String photograph, int faces) {
        asAdmin()
                .contentType("image/jpeg")
                .body(special(photograph + ".jpg"))
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body("faces", hasSize(faces))
                .body("faces.box.width", everyItem(greaterThan(20f)));
    }

    @Test
    void detect_tellsALivingFaceFromAScreen() {
        asAdmin()
                .contentType("image/jpeg")
                .body(special("live_selfie.jpg"))
                .post("/v1/detect")
                .then()
                .body("faces[0].liveness.live", equalTo(true));
        asAdmin()
                .contentType("image/jpeg")
                .body(special("spoof_screen.jpg"))
                .post("/v1/detect")
                .then()
                .body("faces[0].liveness.live", equalTo(false))
                .body("faces[0].liveness.score", lessThan(0f));
    }

    @Test
    void aScreenIsASpoofWhateverItShows() {
        String gallery = newGallery(Map.of("liveness", "always"));
        enrolled(gallery, "person", special("live_selfie.jpg"));

        identify(gallery, special("live_selfie.jpg")).then().body("outcome", equalTo("identified"));
        identify(gallery, special("spoof_screen.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("spoof"))
                .body("candidates", hasSize(0));
        verify(gallery, "person", special("spoof_screen.jpg")).then().body("outcome", equalTo("spoof"));
        putSubject(gallery, "screen", "Screen");
        asAdmin()
                .contentType("image/jpeg")
                .body(special("spoof_screen.jpg"))
                .post("/v1/galleries/{g}/subjects/screen/faces", gallery)
                .then()
                .statusCode(422)
                .body("code", equalTo("spoof_suspected"));
    }

    @Test
    void thirtySixMegapixelsEnrolLikeAnyOther() {
        String gallery = newGallery();
        enrolled(gallery, "person", special("one_face_large.jpg"));

        identify(gallery, special("one_face_large.jpg")).then().body("outcome", equalTo("identified"));
        identify(gallery, special("one_face.jpg")).then().body("outcome", equalTo("unknown"));
    }
}
