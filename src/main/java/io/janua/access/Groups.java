package io.janua.access;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** The way to a group: it checks that the group exists for this tenant and that the caller may use its gallery. */
@ApplicationScoped
class Groups {

    private final GroupRepository groups;
    private final GalleryScope scope;

    Groups(GroupRepository groups, GalleryScope scope) {
        this.groups = groups;
        this.scope = scope;
    }

    /** A group, and what its gallery is called. */
    record Found(Group group, String gallery) {}

    /** @throws Problem {@code access_group_not_found} */
    Found find(String name) {
        return permitted(name, groups::named);
    }

    /**
     * Keeps the group as it is until the transaction ends.
     *
     * @throws Problem {@code access_group_not_found}
     */
    Found findForUpdate(String name) {
        return permitted(name, groups::namedForUpdate);
    }

    private Found permitted(String name, Function<String, Optional<Group>> query) {
        Group group = query.apply(name).orElseThrow(() -> notFound(name));
        return new Found(group, scope.permitted(group.galleryId).orElseThrow(() -> notFound(name)));
    }

    private static Problem notFound(String name) {
        return new Problem(
                ProblemCode.ACCESS_GROUP_NOT_FOUND,
                "There is no group '%s'.".formatted(name),
                "group",
                "Create it with POST /v1/access/groups, or list them with GET /v1/access/groups.");
    }
}
