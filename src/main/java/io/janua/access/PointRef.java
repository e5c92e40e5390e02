package io.janua.access;

import io.janua.gallery.GalleryRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access point as other features see it: it exists, it is the tenant's, and the caller may use its gallery.
 *
 * @param zoneFrom where people are before they pass; null for outside
 * @param zoneTo where people are when they have passed; null for outside
 * @param modeReason null in normal mode
 */
public record PointRef(
        UUID id,
        String name,
        GalleryRef gallery,
        PointKind kind,
        @Nullable String zoneFrom,
        @Nullable String zoneTo,
        boolean enabled,
        PointSettings settings,
        PointMode mode,
        @Nullable String modeReason) {}
