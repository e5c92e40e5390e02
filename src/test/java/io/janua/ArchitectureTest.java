package io.janua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who may know whom: the rooms of the design, kept. */
@AnalyzeClasses(packages = "io.janua", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_vision_onnx_knows_DJL_and_ONNX_Runtime = noClasses()
            .that()
            .resideOutsideOfPackage("io.janua.vision.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule only_vision_opencv_knows_OpenCV = noClasses()
            .that()
            .resideOutsideOfPackage("io.janua.vision.opencv..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.opencv..", "nu.pattern..");

    @ArchTest
    static final ArchRule vision_is_plain_Java = noClasses()
            .that()
            .resideInAPackage("io.janua.vision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..");

    @ArchTest
    static final ArchRule policies_and_views_know_no_database = noClasses()
            .that()
            .haveSimpleNameEndingWith("Policy")
            .or()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule http_stays_in_resources_http_problem_and_security = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .resideOutsideOfPackages("io.janua.http", "io.janua.problem", "io.janua.security")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule nothing_knows_ops = noClasses()
            .that()
            .resideOutsideOfPackage("io.janua.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.janua.ops..");

    @ArchTest
    static final ArchRule nothing_knows_who_counts = noClasses()
            .that()
            .resideOutsideOfPackages("io.janua.drift", "io.janua.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.janua.drift");

    @ArchTest
    static final ArchRule features_stand_on_each_other_in_one_direction = noClasses()
            .that()
            .resideInAnyPackage("io.janua.vision..", "io.janua.problem", "io.janua.http", "io.janua.tenant")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.janua.gallery..", "io.janua.enrollment..", "io.janua.recognition..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.janua.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_stay_in_their_package = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate();

    /** Where people sign in must be known before anybody has signed in. */
    private static final String FOR_EVERYBODY = "SignInResource";

    @ArchTest
    static final ArchRule resources_ask_for_a_permission_on_every_endpoint = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .doNotHaveSimpleName(FOR_EVERYBODY)
            .should()
            .beAnnotatedWith("io.quarkus.security.PermissionsAllowed")
            .orShould(new EveryEndpointHasAPermission());

    private static final class EveryEndpointHasAPermission extends ArchCondition<JavaClass> {

        EveryEndpointHasAPermission() {
            super("have @PermissionsAllowed on every endpoint method");
        }

        @Override
        public void check(JavaClass resource, ConditionEvents events) {
            resource.getMethods().stream()
                    .filter(method -> method.getAnnotations().stream()
                            .anyMatch(annotation ->
                                    annotation.getRawType().isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")))
                    .filter(method -> !method.isAnnotatedWith("io.quarkus.security.PermissionsAllowed"))
                    .forEach(method -> events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " has no @PermissionsAllowed")));
        }
    }
}
