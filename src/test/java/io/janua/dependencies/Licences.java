package io.janua.dependencies;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Licences under which a library may be part of Janua, which is under Apache-2.0 and runs in the houses of others. New ones
 * are a decision, and belong into this list by a pull request of their own.
 */
final class Licences {

    /** SPDX ids, and the names that older descriptions have instead. */
    private static final Set<String> FINE = Set.of(
            "apache-2.0",
            "the apache software license, version 2.0",
            "apache license, version 2.0",
            "mit",
            "mit-0",
            "mit license",
            "bsd-2-clause",
            "bsd-3-clause",
            "0bsd",
            "isc",
            "bsd",
            "go license",
            "unlicense",
            "cc0-1.0",
            "public domain",
            "unicode-3.0",
            "bsl-1.0",
            "postgresql",
            "python-2.0",
            "blueoak-1.0.0",
            "cc-by-4.0",
            "ofl-1.1",
            // Weak copyleft: used unchanged, as libraries of their own.
            "epl-1.0",
            "epl-2.0",
            "edl 1.0",
            "eclipse distribution license - v 1.0",
            "mpl-2.0",
            "lgpl-2.1-only",
            "lgpl-2.1-or-later",
            "lgpl-2.1",
            "lgpl-3.0-only",
            // GPL with the class path exception binds nobody who only calls it.
            "gpl-2.0-with-classpath-exception");

    private Licences() {}

    /** @param alternatives any of which may be chosen */
    static boolean allow(Collection<String> alternatives) {
        return alternatives.stream().anyMatch(Licences::allow);
    }

    /** @param licence an SPDX id or expression, or a name */
    private static boolean allow(String licence) {
        String plain = licence.toLowerCase(Locale.ROOT).replaceAll("[()]", " ").strip();
        return Stream.of(plain.split(" or "))
                .anyMatch(choice ->
                        Stream.of(choice.split(" and ")).map(String::strip).allMatch(FINE::contains));
    }
}
