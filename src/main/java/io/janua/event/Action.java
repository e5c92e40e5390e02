package io.janua.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can happen. The names stand in audit logs and in hooks, so the list only ever grows. */
public enum Action {
    IDENTIFY("identify"),
    VERIFY("verify"),
    COMPARE("compare"),

    FACE_ENROLLED("face.enroll"),
    FACE_DELETED("face.delete"),
    FACE_VIEWED("face.view"),
    SUBJECT_CREATED("subject.create"),
    SUBJECT_CHANGED("subject.change"),
    SUBJECT_ERASED("subject.erase"),
    SUBJECT_EXPORTED("subject.export"),
    CONSENT_GIVEN("consent.give"),
    CONSENT_WITHDRAWN("consent.withdraw"),
    INVITATION_CREATED("invitation.create"),
    INVITATION_REVOKED("invitation.revoke"),
    GALLERY_CREATED("gallery.create"),
    GALLERY_CHANGED("gallery.change"),
    GALLERY_DELETED("gallery.delete"),

    /** What a gallery's recognitions are like was compared: outcome {@code drifted} or {@code steady}. */
    MODEL_WATCHED("model.watch"),
    /** Somebody chose the days with which they are compared. */
    BASELINE_TAKEN("baseline.take"),

    IMPORT_STARTED("import.start"),
    IMPORT_CANCELLED("import.cancel"),
    IMPORT_FINISHED("import.finish"),
    IMPORT_DELETED("import.delete"),

    /** With the decision as outcome: granted, denied or blocked. */
    ACCESS_DECIDED("access.decide"),
    /** Whether somebody who may pass has passed: outcome {@code taken} or {@code not_taken}. */
    ACCESS_FOLLOWED("access.follow"),
    /** A point was locked down, released, or is as usual again. */
    ACCESS_MODE_CHANGED("access.mode"),
    /** A point, group, rule or schedule; outcome {@code created}, {@code changed} or {@code deleted}. */
    ACCESS_CONFIGURED("access.configure"),
    ACCESS_MEMBER_CHANGED("access.member"),
    ACCESS_BLOCK_CHANGED("access.block"),
    ACCESS_CREDENTIAL_CHANGED("access.credential"),
    ACCESS_PRESENCE_RESET("access.presence.reset"),

    /** Outcome {@code created}, {@code changed} or {@code deleted}. */
    HOOK_CONFIGURED("hook.configure"),
    /** Its receiver said that it is gone. */
    HOOK_DISABLED("hook.disable"),
    HOOK_REPLAYED("hook.replay"),

    API_KEY_CREATED("api-key.create"),
    API_KEY_CHANGED("api-key.change"),
    API_KEY_ROTATED("api-key.rotate"),
    API_KEY_REVOKED("api-key.revoke"),
    TENANT_CREATED("tenant.create"),
    TENANT_CHANGED("tenant.change"),
    TENANT_REKEYED("tenant.rekey"),
    AUDIT_EXPORTED("audit.export"),
    AUDIT_VERIFIED("audit.verify"),

    /** Credentials that are not good. */
    LOGIN_REFUSED("login.refuse"),
    /** Good credentials, but not for this, or too often. */
    REQUEST_REFUSED("request.refuse");

    private final String wireName;

    Action(String wireName) {
        this.wireName = wireName;
    }

    /** The name as it stands in JSON and in filters, for example {@code subject.erase}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
