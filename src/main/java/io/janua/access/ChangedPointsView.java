package io.janua.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The access points that a change was about, by name. */
@Schema(name = "ChangedAccessPoints")
record ChangedPointsView(List<AccessPointView> points) {}
