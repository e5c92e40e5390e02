package io.janua.enrollment.imports;

import io.janua.problem.ProblemCode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One file of an import and what became of it. */
@Schema(name = "ImportItem")
record ImportItemView(
        @Schema(description = "Its place in the archive, from 1")
        int number,

        @Schema(description = "Its path in the archive; absent once the subject was erased") @Nullable
        String file,

        @Schema(description = "The subject's id; absent when the file names none") @Nullable
        String subject,

        ItemOutcome outcome,

        @Schema(description = "Why it was refused; absent unless it was", type = SchemaType.STRING) @Nullable
        ProblemCode code,

        @Schema(description = "What is wrong with it; absent unless it was refused") @Nullable
        String detail,

        @Schema(description = "What can be done; absent unless it was refused") @Nullable
        String remedy,

        @Schema(description = "Id of the enrolled face; absent unless it was enrolled") @Nullable
        UUID face,

        @Schema(description = "Other subjects of the gallery with this face")
        List<ImportDuplicate> duplicates,

        @Schema(description = "Whether …/image shows it: refused pictures, while they are kept")
        boolean hasImage) {

    @Schema(name = "ImportDuplicate")
    record ImportDuplicate(
            @Schema(description = "The other subject's id") String subject,

            @Schema(description = "Absent where it has none") @Nullable
            String name,

            @Schema(description = "Cosine similarity, -1 to 1")
            double score) {}
}
