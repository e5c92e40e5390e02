package io.janua.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Every way in which Janua refuses a request. Clients branch on these codes, so the list only ever grows: a code is
 * never renamed, never removed and never given another status.
 */
public enum ProblemCode {
    // The picture
    IMAGE_MISSING(400, "No image in the request"),
    IMAGE_TOO_LARGE(413, "The image file is too large"),
    IMAGE_TYPE_UNSUPPORTED(415, "The bytes are not a JPEG, PNG or WebP image"),
    IMAGE_CORRUPT(400, "The image cannot be decoded"),
    IMAGE_TRUNCATED(400, "The image ends too early"),
    IMAGE_TOO_SMALL(422, "The image has too few pixels"),
    IMAGE_TOO_MANY_PIXELS(413, "The image has too many pixels"),
    IMAGE_COMPRESSION_SUSPICIOUS(413, "The image expands implausibly"),

    // The face
    NO_FACE(422, "No face in the image"),
    MANY_FACES(422, "More than one face in the image"),
    POOR_QUALITY(422, "The face cannot be used"),
    SPOOF_SUSPECTED(422, "The face does not seem to be a living person before the camera"),

    // The request
    BODY_TOO_LARGE(413, "The body is too large"),
    BODY_INVALID(400, "The body cannot be read"),
    FIELD_UNKNOWN(400, "The body has a field that this operation does not know"),
    VALIDATION_FAILED(400, "A value is out of its range"),
    CURSOR_INVALID(400, "The cursor does not belong to this list"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    MEDIA_TYPE_UNSUPPORTED(415, "The Content-Type is not supported here"),
    NOT_ACCEPTABLE(406, "The answer has no such media type"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    ROUTE_NOT_FOUND(404, "There is nothing at this path"),
    REQUEST_REFUSED(400, "The request is refused"),

    // What it is about
    GALLERY_NOT_FOUND(404, "No such gallery"),
    SUBJECT_NOT_FOUND(404, "No such subject in the gallery"),
    FACE_NOT_FOUND(404, "No such face of the subject"),
    IMAGE_NOT_KEPT(404, "No image was kept of this face"),
    API_KEY_NOT_FOUND(404, "No such API key"),
    MODEL_NOT_FOUND(404, "No such model"),
    API_KEY_IS_LAST(409, "The last key that manages keys"),
    API_KEY_ENDED(409, "The API key was revoked or has expired"),
    GALLERY_EXISTS(409, "A gallery of this name exists"),
    SUBJECT_EXISTS(412, "A subject with this id exists"),
    SUBJECT_NOT_ENROLLED(409, "The subject has no face of the gallery's model"),
    SUBJECT_INACTIVE(409, "The subject is suspended or outside of its validity"),
    DUPLICATE_FACE(409, "The face belongs to another subject of the gallery"),
    MODEL_UNAVAILABLE(422, "The service does not run this model"),
    BASELINE_TOO_SMALL(409, "Too few were recognised on these days"),
    MODEL_MISMATCH(409, "The gallery is bound to another embedding model"),
    LIVENESS_UNAVAILABLE(409, "The models that run cannot judge liveness"),

    // The caller
    API_KEY_MISSING(401, "The request has no credentials"),
    API_KEY_UNKNOWN(401, "The API key is not known"),
    API_KEY_REVOKED(401, "The API key was revoked"),
    API_KEY_EXPIRED(401, "The API key has expired"),
    API_KEY_CERTIFICATE_REQUIRED(401, "The API key is good only with its certificate"),
    OPERATION_NOT_PERMITTED(403, "The credentials do not permit this operation"),
    GALLERY_NOT_PERMITTED(403, "The API key does not permit this gallery"),

    TOKEN_INVALID(401, "The bearer token is not accepted"),
    TOKEN_EXPIRED(401, "The bearer token has expired"),
    TOKEN_WITHOUT_TENANT(403, "The bearer token names no tenant of this service"),
    CREDENTIALS_AMBIGUOUS(400, "The request has an API key and a bearer token"),
    RATE_LIMITED(429, "Too many requests"),
    TOO_MANY_FAILURES(429, "Too many requests with wrong credentials"),

    // Trust and privacy
    TENANT_NOT_FOUND(404, "No such tenant"),
    TENANT_EXISTS(409, "A tenant with this id exists"),
    CONSENT_MISSING(409, "The subject has given no consent"),
    CONSENT_NOT_FOUND(404, "The subject has no consent in force"),
    REKEYING_NOT_FOUND(404, "No such re-keying"),
    REKEYING_RUNS(409, "A re-keying of this tenant runs already"),
    AUDIT_ENTRY_NOT_FOUND(404, "No such audit entry"),
    CHECKPOINT_NOT_FOUND(404, "No such checkpoint"),

    // Enrolment by oneself, and head turns
    CHALLENGE_MISSING(422, "The gallery asks for a head-turn challenge"),
    CHALLENGE_UNKNOWN(409, "The challenge is not open"),
    CHALLENGE_FAILED(422, "The head turns do not answer the challenge"),
    INVITATION_NOT_FOUND(404, "No such invitation of the subject"),
    INVITATION_UNKNOWN(401, "The invitation is not known"),
    INVITATION_USED(410, "The invitation was used"),
    INVITATION_EXPIRED(410, "The invitation has expired"),
    INVITATION_REVOKED(410, "The invitation was revoked"),
    CONSENT_TEXT_STALE(409, "The consent is not to the text that is in force"),
    CONSENT_TEXT_MISSING(409, "The gallery has no text that could be agreed to"),

    // Bulk imports: the archive
    ARCHIVE_TOO_LARGE(413, "The archive is too large"),
    ARCHIVE_INVALID(400, "The body is not a ZIP archive"),
    ARCHIVE_TRUNCATED(400, "The archive ends too early"),
    ARCHIVE_ENCRYPTED(422, "The archive is encrypted"),
    ARCHIVE_UNSUPPORTED(422, "The archive is packed in a way that cannot be read as it comes in"),
    ARCHIVE_EXPANDS_TOO_FAR(413, "The archive holds more than it may"),
    ARCHIVE_TOO_MANY_FILES(422, "The archive has too many files"),
    ARCHIVE_EMPTY(422, "The archive has no picture"),
    SUBJECTS_CSV_INVALID(422, "The archive's subjects.csv cannot be used"),
    IMPORT_NOT_FOUND(404, "No such import"),
    IMPORT_ITEM_NOT_FOUND(404, "No such file of the import"),
    IMPORT_RUNS(409, "The import has not ended"),
    IMPORT_NEEDS_CHALLENGE(409, "The gallery enrols nobody without a challenge"),
    IMPORT_CANCELLED(409, "The import was cancelled while its archive came in"),
    IMPORTS_UNFINISHED(409, "As many imports as may be have not ended"),
    IMPORTS_FULL(409, "Imports keep as many pictures as they may"),
    ARCHIVE_TOO_SLOW(408, "The archive comes in too slowly"),

    // Bulk imports: one of its files
    FILE_NAME_UNSAFE(422, "The file's name in the archive is not safe"),
    FILE_EMPTY(422, "The file is empty"),
    FILE_MISSING(422, "The archive lacks a file that subjects.csv names"),
    ARCHIVE_NESTED(422, "The file is an archive itself"),
    SUBJECT_ID_INVALID(422, "The file names no subject"),
    SUBJECT_AMBIGUOUS(422, "The archive has two subjects under one id"),
    SUBJECT_ERASED(409, "The subject was erased while the import ran"),
    CONSENT_WITHDRAWN(409, "The subject's consent was withdrawn"),
    FILE_UNWORKABLE(422, "The service went down each time it worked on the file"),

    // Access control
    ACCESS_POINT_NOT_FOUND(404, "No such access point"),
    ACCESS_POINT_EXISTS(409, "An access point of this name exists"),
    ACCESS_POINT_CONFLICT(422, "The access point leads from a zone into itself"),
    ACCESS_GROUP_NOT_FOUND(404, "No such group"),
    ACCESS_GROUP_EXISTS(409, "A group of this name exists"),
    ACCESS_GROUP_IN_USE(409, "A rule names the group"),
    ACCESS_MEMBER_NOT_FOUND(404, "The subject is no member of the group"),
    ACCESS_SCHEDULE_NOT_FOUND(404, "No such schedule"),
    ACCESS_SCHEDULE_EXISTS(409, "A schedule of this name exists"),
    ACCESS_SCHEDULE_IN_USE(409, "A rule names the schedule"),
    ACCESS_SCHEDULE_INVALID(422, "The schedule contradicts itself or names an impossible time"),
    ACCESS_RULE_NOT_FOUND(404, "No such rule"),
    ACCESS_RULE_EXISTS(409, "A rule of this name exists"),
    ACCESS_RULE_CONFLICT(422, "The rule can never permit anything, or reaches into another gallery"),
    ACCESS_REFERENCE_UNKNOWN(422, "The request names something that does not exist"),
    ACCESS_BLOCK_NOT_FOUND(404, "The subject is not blocked"),
    ACCESS_CREDENTIAL_NOT_FOUND(404, "The subject has no such credential"),
    ACCESS_CARD_TAKEN(409, "The card is another subject's"),
    ACCESS_DECISION_NOT_FOUND(404, "No such decision"),
    ACCESS_NOT_GRANTED(409, "The decision let nobody through"),
    ACCESS_OUTCOME_KNOWN(409, "It was reported otherwise before"),
    ACCESS_GRANT_OVER(409, "The grant cannot be used any more"),

    // Hooks and the event stream
    HOOK_NOT_FOUND(404, "No such hook"),
    HOOK_EXISTS(409, "A hook of this name exists"),
    HOOKS_FULL(409, "There are as many hooks as may be"),
    HOOK_ADDRESS_PRIVATE(422, "The hook's address is not public"),
    HOOK_UNSIGNED(409, "The hook signs nothing"),
    HOOK_SECRET_NOT_FOUND(404, "No such secret of the hook"),
    HOOK_SECRET_LAST(409, "The last secret of the hook"),
    HOOK_SECRETS_FULL(409, "The hook has as many secrets as it may"),
    DELIVERY_NOT_FOUND(404, "No such delivery of the hook"),
    EVENTS_GONE(410, "Events after this one are not kept any more"),

    // The service
    BUSY(503, "The service has as much work as it can take"),
    DATABASE_UNAVAILABLE(503, "The database does not answer"),
    TEMPLATE_SHARD_UNAVAILABLE(503, "A part of the templates cannot be reached"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "The identity provider does not answer"),
    MASTER_KEY_UNAVAILABLE(503, "The keeper of the master key does not answer"),
    INTERNAL_ERROR(500, "Something went wrong inside Janua");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that always comes with this code. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as it stands in JSON, for example {@code no_face}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
