package io.janua.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pairs of photographs in the form of LFW's pairs.txt. The first line says how many folds there are and how many pairs
 * of one person, and as many of two people, each of them holds ("10 300"), or that number alone ("500"); without such a
 * line, all pairs are one fold. Then "name number number" is a pair of one person and "name number name number" one of
 * two people, with tabs or spaces between; names with spaces need tabs.
 *
 * @param pairs those whose photographs are there
 * @param leftOut lines that are not used
 */
record PairsFile(List<Pair> pairs, List<LeftOut> leftOut) {

    private static final int MOST_FOLDS = 1000;

    /**
     * @param fold from 0
     * @param one place of a photograph in the set
     * @param other of another
     */
    record Pair(int fold, int one, int other, boolean mated) {}

    PairsFile {
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** @throws Refused when the file cannot be read or has no pair of the set's photographs */
    static PairsFile read(Path file, PhotographSet set) throws Refused {
        String shown = Shown.plain(file.toString());
        String text;
        try {
            // Names in another encoding than UTF-8 become names that nobody has, and are named so.
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refused("The pairs in %s cannot be read.".formatted(shown));
        }
        PairsFile read = parse(text, set);
        if (read.pairs().isEmpty()) {
            throw new Refused("""
                    %s has no pair of photographs that are there%s""".formatted(
                            shown,
                            read.leftOut().stream()
                                    .findFirst()
                                    .map(first -> "; %s: %s.".formatted(Shown.plain(first.what()), first.why()))
                                    .orElse(".")));
        }
        return read;
    }

    static PairsFile parse(String text, PhotographSet set) {
        var parsing = new Parsing(set.byNumber());
        parsing.parse(text.lines().toList());
        return new PairsFile(parsing.pairs, parsing.leftOut);
    }

    private static final class Parsing {

        private final Map<String, Map<Integer, Integer>> photographs;
        private final List<Pair> pairs = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private int folds = 1;
        private int foldLines = Integer.MAX_VALUE;

        Parsing(Map<String, Map<Integer, Integer>> photographs) {
            this.photographs = photographs;
        }

        void parse(List<String> lines) {
            int read = 0;
            for (int i = 0; i < lines.size(); i++) {
                String line = i == 0 ? lines.getFirst().replaceFirst("^\uFEFF", "") : lines.get(i);
                if (line.isBlank() || i == 0 && readHeader(fields(line))) {
                    continue;
                }
                // A line that is left out keeps its place: the others stay in their folds.
                int fold = read++ / foldLines;
                if (fold >= folds) {
                    leave(i, "beyond the folds that the first line announces");
                } else {
                    readPair(i, fold, fields(line));
                }
            }
            if (folds > 1 && read < (long) folds * foldLines) {
                leftOut.add(new LeftOut(
                        "the file's end",
                        "there are %d lines of pairs where the first line announces %d"
                                .formatted(read, (long) folds * foldLines)));
            }
        }

        private boolean readHeader(String[] fields) {
            if (fields.length > 2 || !IntStream.range(0, fields.length).allMatch(i -> isCount(fields[i]))) {
                return false;
            }
            if (fields.length == 2) {
                folds = Math.clamp(Integer.parseInt(fields[0]), 1, MOST_FOLDS);
                // Half of them are of one person, half of two.
                foldLines = Math.max(1, 2 * Integer.parseInt(fields[1]));
            }
            return true;
        }

        private void readPair(int line, int fold, String[] fields) {
            if (fields.length != 3 && fields.length != 4) {
                leave(line, "neither 'name number number' nor 'name number name number'");
                return;
            }
            boolean mated = fields.length == 3;
            String other = fields[mated ? 0 : 2];
            if (!mated && fields[0].equals(other)) {
                leave(line, "a pair of two people that names one");
                return;
            }
            Optional<Integer> first = find(line, fields[0], fields[1]);
            Optional<Integer> second = first.isEmpty() ? first : find(line, other, fields[mated ? 2 : 3]);
            if (second.isEmpty()) {
                return;
            }
            if (first.get().equals(second.get())) {
                leave(line, "compares a photograph with itself");
            } else {
                pairs.add(new Pair(fold, first.get(), second.get(), mated));
            }
        }

        private Optional<Integer> find(int line, String person, String number) {
            if (!isCount(number)) {
                leave(line, "a photograph's number is no number");
                return Optional.empty();
            }
            Map<Integer, Integer> numbers = photographs.get(person);
            if (numbers == null) {
                leave(line, "names a person who is not there", person);
                return Optional.empty();
            }
            Integer found = numbers.get(Integer.parseInt(number));
            if (found == null) {
                leave(line, "names a photograph that is not there", "%s %s".formatted(person, number));
            }
            return Optional.ofNullable(found);
        }

        private void leave(int line, String why) {
            leftOut.add(new LeftOut("line %d of the pairs".formatted(line + 1), why));
        }

        private void leave(int line, String why, String whom) {
            leftOut.add(new LeftOut("line %d of the pairs (%s)".formatted(line + 1, whom), why));
        }

        private static String[] fields(String line) {
            return line.strip().split(line.contains("\t") ? "\t+" : " +");
        }

        private static boolean isCount(String text) {
            return text.matches("[0-9]{1,9}");
        }
    }
}
