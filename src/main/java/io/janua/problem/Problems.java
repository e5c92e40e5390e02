package io.janua.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The refusals that more than one feature needs, worded once. */
public final class Problems {

    private Problems() {}

    public static Problem imageMissing(String field) {
        return new Problem(
                ProblemCode.IMAGE_MISSING,
                "The request has no image in '%s'.".formatted(field),
                field,
                "Send a JPEG, PNG or WebP as the multipart field '%1$s', as the raw body, or as JSON {\"%1$s\": \"<base64>\"}."
                        .formatted(field));
    }

    public static Problem imageTooLarge(String field, long maxBytes) {
        return new Problem(
                ProblemCode.IMAGE_TOO_LARGE,
                "The image is larger than %.1f MB.".formatted(maxBytes / 1e6),
                field,
                "Send a smaller image: a longer side of 1280 pixels is plenty.");
    }

    public static Problem archiveTooLarge(long maxBytes) {
        return new Problem(
                ProblemCode.ARCHIVE_TOO_LARGE,
                "The archive is larger than %.1f GB.".formatted(maxBytes / 1e9),
                "archive",
                "Split it into several archives, or scale the pictures down: a longer side of 1280 pixels is plenty.");
    }

    public static Problem imageTypeUnsupported() {
        return new Problem(
                ProblemCode.IMAGE_TYPE_UNSUPPORTED,
                "The first bytes are not those of a JPEG, PNG or WebP file.",
                "image",
                "Convert the picture to JPEG, PNG or WebP.");
    }

    public static Problem imageCorrupt() {
        return new Problem(
                ProblemCode.IMAGE_CORRUPT,
                "The image file is damaged: it cannot be decoded.",
                "image",
                "Save or take the picture again.");
    }

    public static Problem imageTruncated() {
        return new Problem(
                ProblemCode.IMAGE_TRUNCATED,
                "The image file ends before its last pixel.",
                "image",
                "The upload was probably cut off: send the whole file.");
    }

    public static Problem imageTooSmall(int width, int height, int minSide) {
        return new Problem(
                ProblemCode.IMAGE_TOO_SMALL,
                "The image has %d x %d pixels; each side needs at least %d.".formatted(width, height, minSide),
                "image",
                "Send the picture in its original size.");
    }

    public static Problem imageTooManyPixels(long width, long height, long maxPixels) {
        return new Problem(
                ProblemCode.IMAGE_TOO_MANY_PIXELS,
                "The image has %d x %d pixels; at most %d million are taken."
                        .formatted(width, height, maxPixels / 1_000_000),
                "image",
                "Scale the picture down: a longer side of 1280 pixels is plenty.");
    }

    public static Problem imageCompressionSuspicious() {
        return new Problem(
                ProblemCode.IMAGE_COMPRESSION_SUSPICIOUS,
                "The file expands far more than a photograph does.",
                "image",
                "Send a photograph as the camera wrote it.");
    }

    public static Problem noFace() {
        return new Problem(
                        ProblemCode.NO_FACE,
                        "No face was found in the image.",
                        "image",
                        "Face the camera, come closer, and see to even light on the face.")
                .with("facesFound", 0);
    }

    public static Problem manyFaces(int found) {
        return new Problem(
                        ProblemCode.MANY_FACES,
                        "%d faces were found where one is wanted.".formatted(found),
                        "image",
                        "Only one person may be in the picture.")
                .with("facesFound", found);
    }

    public static Problem poorQuality(List<String> advice, List<String> codes) {
        return new Problem(
                        ProblemCode.POOR_QUALITY,
                        "The face is not good enough to be used.",
                        "image",
                        String.join(". ", advice) + ".")
                .with("advice", List.copyOf(advice))
                .with("adviceCodes", List.copyOf(codes));
    }

    public static Problem spoofSuspected() {
        return new Problem(
                ProblemCode.SPOOF_SUSPECTED,
                "The picture looks like a photograph or a screen held before the camera.",
                "image",
                "Take the picture of the person directly, without glare and without a frame around the face.");
    }

    public static Problem invalid(String field, String detail, String remedy) {
        return new Problem(ProblemCode.VALIDATION_FAILED, detail, field, remedy);
    }

    public static Problem bodyInvalid(String detail, String remedy) {
        return new Problem(ProblemCode.BODY_INVALID, detail, null, remedy);
    }

    public static Problem modelMismatch(String galleryModel, String runningModel) {
        return new Problem(
                ProblemCode.MODEL_MISMATCH,
                "The gallery is bound to the model '%s', the service runs '%s'.".formatted(galleryModel, runningModel),
                "model",
                "Run the service with a pack that has the gallery's model (JANUA_MODEL_PACK; GET /v1/models lists what"
                        + " there is), or enrol into a gallery of the running model. Scores of two models never compare.");
    }

    /** No answer at all rather than one that takes a face nobody could judge for a living one. */
    public static Problem livenessUnavailable() {
        return new Problem(
                ProblemCode.LIVENESS_UNAVAILABLE,
                "The model pack that runs cannot tell a living face from a picture of one.",
                "liveness",
                "Run a pack with a presentation attack detector (JANUA_MODEL_PACK; GET /v1/models says which runs), or"
                        + " do not ask for liveness: in the gallery's policy, the access point's settings or the request.");
    }

    public static Problem busy() {
        return new Problem(
                ProblemCode.BUSY,
                "As many images as the service can take are being worked on already.",
                null,
                "Try again after the seconds in Retry-After.");
    }

    /** A search without some of the templates could call somebody unknown who is enrolled. */
    public static Problem templateShardUnavailable() {
        return new Problem(
                ProblemCode.TEMPLATE_SHARD_UNAVAILABLE,
                "The templates are spread over several servers, and one that is needed does not answer.",
                null,
                "Try again after the seconds in Retry-After; nothing was changed.");
    }

    public static Problem databaseUnavailable() {
        return new Problem(
                ProblemCode.DATABASE_UNAVAILABLE,
                "The database does not answer at the moment; nothing was changed.",
                null,
                "Try again after the seconds in Retry-After.");
    }

    public static Problem tokenInvalid() {
        return new Problem(
                ProblemCode.TOKEN_INVALID,
                "The bearer token is not accepted.",
                HttpHeaders.AUTHORIZATION,
                "Sign in again, with the identity provider of this service.");
    }

    public static Problem tokenExpired() {
        return new Problem(
                ProblemCode.TOKEN_EXPIRED,
                "The bearer token has expired.",
                HttpHeaders.AUTHORIZATION,
                "Refresh the token, or sign in again.");
    }

    public static Problem identityProviderUnavailable() {
        return new Problem(
                ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE,
                "The identity provider does not answer at the moment, so the token cannot be checked.",
                null,
                "Try again after the seconds in Retry-After. API keys work meanwhile.");
    }

    public static Problem invitationUsed() {
        return invitation(ProblemCode.INVITATION_USED, "The invitation was used: the face is enrolled.");
    }

    public static Problem invitationExpired() {
        return invitation(ProblemCode.INVITATION_EXPIRED, "The invitation has expired.");
    }

    public static Problem invitationRevoked() {
        return invitation(ProblemCode.INVITATION_REVOKED, "The invitation was revoked.");
    }

    private static Problem invitation(ProblemCode code, String detail) {
        return new Problem(code, detail, "X-Invitation", "Ask whoever invited you for a new invitation.");
    }
}
