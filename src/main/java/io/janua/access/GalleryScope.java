package io.janua.access;

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** In which galleries the caller sees anything, and what they are called. */
@ApplicationScoped
class GalleryScope {

    private final Galleries galleries;
    private final Caller caller;

    GalleryScope(Galleries galleries, Caller caller) {
        this.galleries = galleries;
        this.caller = caller;
    }

    /**
     * Empty when every gallery counts.
     *
     * @param asked the only one that is asked for, by name
     */
    Optional<Set<UUID>> ids(Optional<String> asked) {
        if (asked.isPresent()) {
            return Optional.of(Set.of(galleries.open(asked.get()).id()));
        }
        return caller.galleries()
                .map(limited -> galleries.all().stream().map(GalleryRef::id).collect(Collectors.toSet()));
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : galleries.names(Set.copyOf(ids));
    }

    /** The gallery's name, or nothing where it is none of the caller's. */
    Optional<String> permitted(UUID gallery) {
        return Optional.ofNullable(names(Set.of(gallery)).get(gallery)).filter(caller::mayUse);
    }

    boolean mayUse(String gallery) {
        return caller.mayUse(gallery);
    }
}
