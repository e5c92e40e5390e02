package io.janua.api;

import io.janua.compat.compreface.CompreFaceMigrationTest;
import io.janua.hook.mqtt.MqttHookTest;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * What is asked and answered over HTTP, once more of a package that runs as a process of its own: every test of the
 * service that needs nothing from within it. {@code ./janua test native} runs it with the executable.
 */
final class BlackBox {

    private BlackBox() {}

    @QuarkusIntegrationTest
    static class AccessDecision extends AccessDecisionTest {}

    @QuarkusIntegrationTest
    static class AccessExplanation extends AccessExplanationTest {}

    @QuarkusIntegrationTest
    static class AccessGroups extends AccessGroupsTest {}

    @QuarkusIntegrationTest
    static class AccessPoints extends AccessPointsTest {}

    @QuarkusIntegrationTest
    static class AccessRules extends AccessRulesTest {}

    @QuarkusIntegrationTest
    static class AccessSchedules extends AccessSchedulesTest {}

    @QuarkusIntegrationTest
    static class Accuracy extends AccuracyTest {}

    @QuarkusIntegrationTest
    static class ApiKeys extends ApiKeysTest {}

    @QuarkusIntegrationTest
    static class AuditAtomicity extends AuditAtomicityTest {}

    @QuarkusIntegrationTest
    static class AuditReading extends AuditReadingTest {}

    @QuarkusIntegrationTest
    static class AuditTampering extends AuditTamperingTest {}

    @QuarkusIntegrationTest
    static class Audit extends AuditTest {}

    @QuarkusIntegrationTest
    static class Callers extends CallersTest {}

    @QuarkusIntegrationTest
    static class ComparedDuplicates extends ComparedDuplicatesTest {}

    @QuarkusIntegrationTest
    static class CompreFaceMigration extends CompreFaceMigrationTest {}

    @QuarkusIntegrationTest
    static class ConsentRace extends ConsentRaceTest {}

    @QuarkusIntegrationTest
    static class Consent extends ConsentTest {}

    @QuarkusIntegrationTest
    static class ConsentTextHistory extends ConsentTextHistoryTest {}

    @QuarkusIntegrationTest
    static class Edges extends EdgesTest {}

    @QuarkusIntegrationTest
    static class EndedSessions extends EndedSessionsTest {}

    @QuarkusIntegrationTest
    static class ErasuresAtOnce extends ErasuresAtOnceTest {}

    @QuarkusIntegrationTest
    static class ForgedTokens extends ForgedTokensTest {}

    @QuarkusIntegrationTest
    static class GalleriesAndSubjects extends GalleriesAndSubjectsTest {}

    @QuarkusIntegrationTest
    static class GalleryDeletion extends GalleryDeletionTest {}

    @QuarkusIntegrationTest
    static class HeadTurn extends HeadTurnTest {}

    @QuarkusIntegrationTest
    static class Health extends HealthTest {}

    @QuarkusIntegrationTest
    static class Holdings extends HoldingsTest {}

    @QuarkusIntegrationTest
    static class Hooks extends HooksTest {}

    @QuarkusIntegrationTest
    static class ImportFollowing extends ImportFollowingTest {}

    @QuarkusIntegrationTest
    static class ImportInterruption extends ImportInterruptionTest {}

    @QuarkusIntegrationTest
    static class ImportPrivacy extends ImportPrivacyTest {}

    @QuarkusIntegrationTest
    static class ImportReception extends ImportReceptionTest {}

    @QuarkusIntegrationTest
    static class Import extends ImportTest {}

    @QuarkusIntegrationTest
    static class ImportUpload extends ImportUploadTest {}

    @QuarkusIntegrationTest
    static class InvitationReach extends InvitationReachTest {}

    @QuarkusIntegrationTest
    static class Keycloak extends KeycloakTest {}

    @QuarkusIntegrationTest
    static class MqttHook extends MqttHookTest {}

    @QuarkusIntegrationTest
    static class OpenApiDocument extends OpenApiDocumentTest {}

    @QuarkusIntegrationTest
    static class OpenApiShapes extends OpenApiShapesTest {}

    @QuarkusIntegrationTest
    static class RecognitionJourney extends RecognitionJourneyTest {}

    @QuarkusIntegrationTest
    static class RefusalsInTheLog extends RefusalsInTheLogTest {}

    @QuarkusIntegrationTest
    static class RefusedImages extends RefusedImagesTest {}

    @QuarkusIntegrationTest
    static class RefusedRequests extends RefusedRequestsTest {}

    @QuarkusIntegrationTest
    static class Resilience extends ResilienceTest {}

    @QuarkusIntegrationTest
    static class Retention extends RetentionTest {}

    @QuarkusIntegrationTest
    static class SpecialPhotographs extends SpecialPhotographsTest {}

    @QuarkusIntegrationTest
    static class SubjectAccess extends SubjectAccessTest {}

    @QuarkusIntegrationTest
    static class SubjectExport extends SubjectExportTest {}

    @QuarkusIntegrationTest
    static class TenantIsolation extends TenantIsolationTest {}

    @QuarkusIntegrationTest
    static class TenantKeys extends TenantKeysTest {}
}
