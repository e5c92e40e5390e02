package io.janua.enrollment.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SubjectNamingTest {

    private final SubjectNaming naming = new SubjectNaming();

    private static EntryPath path(String text) {
        return EntryPath.of(text).orElseThrow();
    }

    private void archive(String... files) {
        Arrays.stream(files).map(SubjectNamingTest::path).forEach(naming::see);
    }

    private static SubjectsCsv table(String text) {
        return SubjectsCsv.parse(text.getBytes(StandardCharsets.UTF_8), 100);
    }

    private SubjectNaming.Owner owner(String file, SubjectsCsv table) {
        return naming.ownerOf(path(file), table);
    }

    @Test
    void theNearestFolderIsTheSubject() {
        archive("people/staff/ada/1.jpg", "grace.jpg");

        assertThat(owner("people/staff/ada/1.jpg", SubjectsCsv.NONE).subject()).isEqualTo("ada");
        assertThat(owner("grace.jpg", SubjectsCsv.NONE).subject()).isEqualTo("grace");
    }

    @Test
    void theTableGoesBeforeTheFolder() {
        archive("photos/1.jpg");

        assertThat(owner("photos/1.jpg", table("subject,file\np-1,photos/1.jpg\n"))
                        .subject())
                .isEqualTo("p-1");
    }

    @Test
    void twoFoldersOfOneNameAreTwoPeople() {
        archive("berlin/ada/1.jpg", "paris/ada/1.jpg", "paris/grace/1.jpg");

        assertThat(owner("berlin/ada/1.jpg", SubjectsCsv.NONE).objection().map(Problem::code))
                .contains(ProblemCode.SUBJECT_AMBIGUOUS);
        assertThat(owner("paris/ada/1.jpg", SubjectsCsv.NONE).objection()).isPresent();
        assertThat(owner("paris/grace/1.jpg", SubjectsCsv.NONE).objection()).isEmpty();
        // Unless the table says whose each file is.
        assertThat(owner("paris/ada/1.jpg", table("subject,file\nada,paris/ada/1.jpg\n"))
                        .objection())
                .isEmpty();
    }

    @Test
    void rowsThatContradictEachOtherAreTwoPeople() {
        archive("ada/1.jpg");

        assertThat(owner("ada/1.jpg", table("subject,name\nada,Ada\nada,Another Ada\n"))
                        .objection()
                        .map(Problem::code))
                .contains(ProblemCode.SUBJECT_AMBIGUOUS);
    }

    @Test
    void whatCannotBeAnIdNamesNobody() {
        String folder = "a".repeat(129);
        archive(folder + "/1.jpg", ".jpg");

        assertThat(owner(folder + "/1.jpg", SubjectsCsv.NONE).objection().map(Problem::code))
                .contains(ProblemCode.SUBJECT_ID_INVALID);
        assertThat(owner(".jpg", SubjectsCsv.NONE).subject()).isNull();
    }
}
