package io.janua.ops.health;

import io.janua.gallery.resident.ResidentGalleries;
import io.janua.gallery.resident.ResidentView;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Which large galleries are in memory. The database searches the others, with the same answers: always up. */
@Wellness
@ApplicationScoped
class SearchCheck implements HealthCheck {

    private static final String NAME = "search";

    private final ResidentGalleries resident;

    SearchCheck(ResidentGalleries resident) {
        this.resident = resident;
    }

    @Override
    public HealthCheckResponse call() {
        return of(resident.all());
    }

    static HealthCheckResponse of(List<ResidentView> galleries) {
        var response = Findings.up(NAME);
        for (ResidentView.State state : ResidentView.State.values()) {
            response.withData(
                    state.name().toLowerCase(Locale.ROOT),
                    galleries.stream()
                            .filter(gallery -> gallery.state() == state)
                            .count());
        }
        return galleries.stream().allMatch(gallery -> gallery.state() == ResidentView.State.READY)
                ? response.build()
                : response.withData("note", "those that are not ready are searched in the database, more slowly")
                        .build();
    }
}
