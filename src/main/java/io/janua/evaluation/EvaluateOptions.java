package io.janua.evaluation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of {@code ./janua evaluate}.
 *
 * @param photographs a folder with a folder a person, or with files as LFW names them
 * @param pairs in the form of LFW's pairs.txt
 * @param packs ids in the catalogue; empty means the one of JANUA_MODEL_PACK, or the catalogue's first
 * @param out the folder that is written
 * @param fmr false match rate of the operating point, above 0 and at most 0.5
 */
record EvaluateOptions(
        Path photographs, Optional<Path> pairs, List<String> packs, Optional<Path> out, double fmr, int threads) {

    static final String USAGE = """
            usage: ./janua evaluate --photos FOLDER [--pairs FILE] [--pack ID[,ID…]] [--fmr RATE] [--out FOLDER]
                                    [--threads NUMBER]

              --photos    a folder with a folder for each person, or with files like Name_0001.jpg
              --pairs     pairs to compare, as LFW's pairs.txt has them; beside every two photographs of the folder
              --pack      packs of the catalogue, side by side (the one of JANUA_MODEL_PACK, or the first)
              --fmr       the operating point: the false match rate that the catalogue's threshold promises (1e-3)
              --out       a folder that is not there yet, or empty (a new one in .janua/evaluations)
              --threads   as many as there are processors""";

    private static final double USUAL_FMR = 1e-3;
    private static final double MOST_FMR = 0.5;
    private static final int MOST_THREADS = 256;
    private static final Set<String> NAMED = Set.of("--photos", "--pairs", "--pack", "--fmr", "--out", "--threads");

    EvaluateOptions {
        packs = List.copyOf(packs);
    }

    /** @throws Refused when they make no sense; the message says how they would */
    static EvaluateOptions parse(List<String> arguments, int processors) throws Refused {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!NAMED.contains(name) || !rest.hasNext()) {
                throw misused("'%s' is not understood.".formatted(name));
            }
            if (given.putIfAbsent(name, rest.next()) != null) {
                throw misused("%s is given twice.".formatted(name));
            }
        }
        if (!given.containsKey("--photos")) {
            throw misused("--photos is missing.");
        }
        return new EvaluateOptions(
                path(given.get("--photos")),
                optionalPath(given.get("--pairs")),
                packs(given.getOrDefault("--pack", "")),
                optionalPath(given.get("--out")),
                fmr(given.getOrDefault("--fmr", Double.toString(USUAL_FMR))),
                threads(given.getOrDefault("--threads", Integer.toString(processors))));
    }

    private static List<String> packs(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<Path> optionalPath(String text) throws Refused {
        return text == null ? Optional.empty() : Optional.of(path(text));
    }

    private static Path path(String text) throws Refused {
        try {
            return Path.of(text);
        } catch (InvalidPathException unusable) {
            throw misused("'%s' is no path.".formatted(Shown.plain(text)));
        }
    }

    private static double fmr(String text) throws Refused {
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate <= MOST_FMR) {
                return rate;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as any other text that is no rate.
        }
        throw misused("--fmr is a rate above 0 and at most 0.5, for example 1e-3.");
    }

    private static int threads(String text) throws Refused {
        try {
            int threads = Integer.parseInt(text);
            if (threads >= 1 && threads <= MOST_THREADS) {
                return threads;
            }
        } catch (NumberFormatException noNumber) {
            // As above.
        }
        throw misused("--threads is a number from 1 to %d.".formatted(MOST_THREADS));
    }

    private static Refused misused(String why) {
        return new Refused(why + "\n\n" + USAGE);
    }
}
