package io.janua.support;

import static io.janua.support.TestPictures.turned;
import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Somebody with an invitation, before a camera. */
public record Applicant(String id, String secret) {

    public static Applicant invited(String gallery, String subject) {
        return invited(Api.FIRST_KEY, gallery, subject);
    }

    /** @param key who invites */
    public static Applicant invited(String key, String gallery, String subject) {
        var body = Api.as(key)
                .contentType(ContentType.JSON)
                .post("/v1/galleries/{g}/subjects/{s}/invitations", gallery, subject)
                .then()
                .statusCode(201)
                .extract();
        return new Applicant(body.path("id"), body.path("secret"));
    }

    public RequestSpecification request() {
        return given().header("X-Invitation", secret);
    }

    public Response look() {
        return request().get("/v1/self-enrollment");
    }

    public Response agree(String textVersion) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("textVersion", textVersion))
                .post("/v1/self-enrollment/consent");
    }

    /** One picture, without a challenge. */
    public Response enroll(byte[] picture) {
        return request().contentType("image/jpeg").body(picture).post("/v1/self-enrollment/faces");
    }

    /** What the challenge asks for, by somebody of synthetic-people-turns. */
    public Response enrollTurning(String person) {
        Response challenge = request().post("/v1/self-enrollment/challenges");
        challenge.then().statusCode(201);
        return frames(request(), person, challenge.path("turns"))
                .queryParam("challenge", challenge.<String>path("id"))
                .post("/v1/self-enrollment/faces");
    }

    /** @param turns as a challenge has them: {@code left} or {@code right} */
    public static RequestSpecification frames(RequestSpecification request, String person, List<String> turns) {
        return request.multiPart("image", "image.jpg", turned(person + "/front.jpg"), "image/jpeg")
                .multiPart("turn1", "turn1.jpg", turned(person + "/" + turns.get(0) + ".jpg"), "image/jpeg")
                .multiPart("turn2", "turn2.jpg", turned(person + "/" + turns.get(1) + ".jpg"), "image/jpeg");
    }
}
