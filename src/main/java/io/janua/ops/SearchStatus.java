package io.janua.ops;

import io.janua.gallery.Galleries;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.gallery.resident.ResidentView;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is in memory to be searched, as far as the caller may know. */
@ApplicationScoped
class SearchStatus {

    private final ResidentGalleries resident;
    private final Galleries galleries;
    private final CurrentTenant tenant;
    private final Caller caller;

    SearchStatus(ResidentGalleries resident, Galleries galleries, CurrentTenant tenant, Caller caller) {
        this.resident = resident;
        this.galleries = galleries;
        this.tenant = tenant;
        this.caller = caller;
    }

    SearchView view() {
        return new SearchView(resident.bytes(), resident.limit(), galleries());
    }

    private List<SearchView.Gallery> galleries() {
        List<ResidentView> found = resident.of(tenant.id());
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names =
                galleries.names(found.stream().map(ResidentView::gallery).collect(Collectors.toSet()));
        return found.stream()
                // A deleted gallery stays in memory for a little while, without a name.
                .filter(gallery -> names.containsKey(gallery.gallery()))
                .map(gallery -> SearchView.Gallery.from(names.get(gallery.gallery()), gallery))
                .filter(gallery -> caller.mayUse(gallery.name()))
                .sorted(Comparator.comparing(SearchView.Gallery::name).thenComparing(SearchView.Gallery::model))
                .toList();
    }
}
