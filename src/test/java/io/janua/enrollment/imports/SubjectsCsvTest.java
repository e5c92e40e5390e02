package io.janua.enrollment.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.gallery.SubjectDescription;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsCsvTest {

    private static SubjectsCsv parse(String text) {
        return SubjectsCsv.parse(text.getBytes(UTF_8), 10);
    }

    @Test
    void readsSubjectsFilesAndAttributes() {
        var table = parse("""
                subject,file,name,validFrom,validUntil,department
                p-1,photos/ada.jpg,Ada Lovelace,2026-01-31,2027-01-31T08:00:00+01:00,engines
                p-2,,"Hopper, Grace",,,
                """);

        assertThat(table.subjects())
                .containsEntry(
                        "p-1",
                        new SubjectDescription(
                                "Ada Lovelace",
                                Map.of("department", "engines"),
                                Instant.parse("2026-01-31T00:00:00Z"),
                                Instant.parse("2027-01-31T07:00:00Z")))
                .containsEntry("p-2", new SubjectDescription("Hopper, Grace", Map.of(), null, null));
        assertThat(table.subjectsByFile()).containsExactly(Map.entry("photos/ada.jpg", "p-1"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        var table = parse("\ufeffsubject;name\r\np-1;Müller; Ada\r\n".replace("Müller; Ada", "\"Müller; Ada\""));

        assertThat(table.subjects().get("p-1").name()).isEqualTo("Müller; Ada");
    }

    @Test
    void severalRowsOfOneSubjectAreItsPictures() {
        var table = parse("subject,file,name\np-1,a.jpg,Ada\np-1,b.jpg,Ada\n");

        assertThat(table.contradicted()).isEmpty();
        assertThat(table.subjectsByFile()).containsOnlyKeys("a.jpg", "b.jpg");
    }

    @Test
    void rowsThatContradictEachOtherAreTwoPeople() {
        assertThat(parse("subject,name\np-1,Ada\np-1,Grace\n").contradicted()).containsExactly("p-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name\nAda",
                "subject,subject\na,b",
                "subject,\na,b",
                "subject,name\np-1",
                "subject,name\np-1,Ada,more",
                "subject,name\n,Ada",
                "subject\na/b",
                "subject,validFrom\np-1,yesterday",
                "subject,validFrom,validUntil\np-1,2026-01-02,2026-01-01",
                "subject,file\np-1,a.jpg\np-2,a.jpg",
                "subject,name\np-1,\"Ada",
                "subject,name\np-1,A\0da",
                "subject,name\np-1,\"Ada\nLovelace\"",
                "subject,team\np-1,a\tb",
                "subject,te\0am\np-1,a",
                "subject,file\np-1,../a.jpg",
                "subject,file\np-1,a\\b.jpg"
            })
    void refusesWhatIsMissingOrMalformed(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.SUBJECTS_CSV_INVALID));
    }

    @Test
    void namesTheLine() {
        assertThatThrownBy(() -> parse("subject,validFrom\np-1,2026-01-01\np-2,soon\n"))
                .hasMessageContaining("Line 3");
    }

    @Test
    void refusesOtherEncodingsAndTooManyRows() {
        assertThatThrownBy(() -> SubjectsCsv.parse("subject\nM\u00fcller".getBytes(ISO_8859_1), 10))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> parse("subject\n" + "p\n".repeat(11))).hasMessageContaining("10 rows");
    }
}
