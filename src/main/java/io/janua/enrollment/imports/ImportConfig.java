package io.janua.enrollment.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/** How much an import may bring, and how long what it leaves is kept. */
@ConfigMapping(prefix = "janua.imports")
interface ImportConfig {

    /** Bytes of one archive, as it is sent. */
    @WithDefault("4000000000")
    @Positive
    long maxArchiveBytes();

    /** Bytes of all files of one archive, as they are when unpacked. */
    @WithDefault("8000000000")
    @Positive
    long maxInflatedBytes();

    /** Files of one archive. */
    @WithDefault("50000")
    @Positive
    @Max(1_000_000)
    int maxPictures();

    /** Minutes in which all of an archive has to come; from the second minute on at 10 kB a second at least. */
    @WithDefault("60")
    @Positive
    @Max(10_000)
    int maxReceiveMinutes();

    /** Imports of a tenant that have not ended; one more gets 409 ({@code imports_unfinished}). */
    @WithDefault("3")
    @Positive
    int maxUnfinished();

    /** Bytes of all pictures that a tenant's imports keep; from there on none is begun ({@code imports_full}). */
    @WithDefault("20000000000")
    @Positive
    long maxKeptBytes();

    /** Days for which refused pictures are kept. */
    @WithDefault("7")
    @Positive
    int keepRefusedDays();

    /** Days for which the report of an import is kept. */
    @WithDefault("90")
    @Positive
    int keepReportDays();
}
