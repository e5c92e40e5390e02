package io.janua.vision.model;

import java.net.URI;

/**
 * The terms of a model's weights.
 *
 * @param spdx SPDX identifier
 * @param commercialUse false for weights that may only be used for research or evaluation: the operator has to accept
 *     that explicitly
 * @param address where the text stands
 */
public record Licence(String spdx, boolean commercialUse, URI address) {

    public Licence {
        if (spdx == null || spdx.isBlank() || address == null) {
            throw new IllegalArgumentException("a licence has an SPDX identifier and an address");
        }
    }
}
