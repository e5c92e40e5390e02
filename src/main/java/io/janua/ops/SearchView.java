package io.janua.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.gallery.resident.ResidentView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which galleries the instance that answers searches in memory. */
@Schema(
        name = "SystemSearch",
        description =
                "Large galleries are kept in the memory of each instance that searches them. Whatever is not there"
                        + " is searched in the database: slower, with the same answers")
record SearchView(
        @Schema(
                description =
                        "Bytes in use for the galleries of all tenants together; absent for any but the platform's"
                                + " own")
        @Nullable
        Long memoryUsed,

        @Schema(
                description =
                        "How many bytes may be in use; 0 where every search is one in the database. Absent for any"
                                + " tenant but the platform's own")
        @Nullable
        Long memoryMax,

        @Schema(description = "Those in memory, and those that were to be, by name")
        List<Gallery> galleries) {

    @Schema(name = "SystemSearchGallery")
    record Gallery(
            String name,

            @Schema(description = "Of its templates") String model,

            State state,

            @Schema(description = "Templates that are in memory or, while it is filled, have been read")
            long templates,

            @Schema(description = "Templates that it had when they were last read; 0 before they are counted")
            long expected,

            @Schema(description = "Of memory, 0 until it is ready")
            long bytes) {

        static Gallery from(String name, ResidentView gallery) {
            return new Gallery(
                    name,
                    gallery.model(),
                    State.from(gallery.state()),
                    gallery.templates(),
                    gallery.expected(),
                    gallery.bytes());
        }
    }

    @Schema(name = "SystemSearchState", description = """
            Where the gallery is searched.
            - `ready`: in memory; in the database in every other state
            - `filling`: its templates are being read into memory
            - `no_room`: it does not fit into the memory that is left; it is tried again
            - `unprotected`: it has templates without a secret, as old releases left them; a re-keying gives them one
            - `failed`: reading it failed; it is tried again""")
    enum State {
        @JsonProperty("filling")
        FILLING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("no_room")
        NO_ROOM,
        @JsonProperty("unprotected")
        UNPROTECTED,
        @JsonProperty("failed")
        FAILED;

        static State from(ResidentView.State state) {
            return switch (state) {
                case FILLING -> FILLING;
                case READY -> READY;
                case NO_ROOM -> NO_ROOM;
                case UNPROTECTED -> UNPROTECTED;
                case FAILED -> FAILED;
            };
        }
    }

    SearchView withoutMemory() {
        return new SearchView(null, null, galleries);
    }
}
