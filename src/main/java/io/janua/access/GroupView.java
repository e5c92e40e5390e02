package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccessGroup")
record GroupView(
        String name,
        @Nullable String description,
        String gallery,
        long members,

        @Schema(description = "How many rules name it, as those who may pass or as escorts")
        long rules,

        Instant createdAt) {

    static GroupView from(Group group, String gallery, long members, long rules) {
        return new GroupView(group.name, group.description, gallery, members, rules, group.createdAt);
    }
}
