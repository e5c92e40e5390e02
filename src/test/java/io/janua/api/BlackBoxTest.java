package io.janua.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class BlackBoxTest {

    @Test
    void everyTestThatNeedsNothingFromWithinIsThere() {
        List<String> couldBe = new ClassFileImporter()
                .importPath("target/test-classes").stream()
                        .filter(test -> test.isAnnotatedWith(QuarkusTest.class))
                        .filter(test -> test.getAllFields().stream().noneMatch(BlackBoxTest::isGivenFromWithin))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(Arrays.stream(BlackBox.class.getDeclaredClasses())
                        .map(Class::getSuperclass)
                        .map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(couldBe);
    }

    private static boolean isGivenFromWithin(JavaField field) {
        return field.isAnnotatedWith(Inject.class) || field.isAnnotatedWith(ConfigProperty.class);
    }
}
