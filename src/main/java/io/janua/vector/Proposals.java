package io.janua.vector;

import java.util.List;
import java.util.UUID;

/**
 * Who may be nearest to a probe, to be scored exactly.
 *
 * @param owners without order; none twice
 * @param floor whoever is not among them has a score below this
 */
public record Proposals(List<UUID> owners, double floor) {

    public Proposals {
        owners = List.copyOf(owners);
    }
}
