package io.janua.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Photographs of known people: a folder with a folder a person, or a flat one with files named as those of LFW.
 *
 * @param people their names, by {@link Photograph#person()}
 * @param photographs by person, then by name
 * @param leftOut what else lies there
 */
record PhotographSet(List<String> people, List<Photograph> photographs, List<LeftOut> leftOut) {

    /** Name_0001.jpg. */
    private static final Pattern NUMBERED = Pattern.compile("(?<person>.+?)[_-]0*(?<number>[0-9]{1,9})(\\.[^.]*)?");

    /** 1.jpg, in a folder that says whose it is. */
    private static final Pattern ONLY_A_NUMBER = Pattern.compile("0*(?<number>[0-9]{1,9})(\\.[^.]*)?");

    /** What stands for bytes of a name that are none in the locale's encoding. */
    private static final String UNREADABLE = "\uFFFD";

    PhotographSet {
        people = List.copyOf(people);
        photographs = List.copyOf(photographs);
        leftOut = List.copyOf(leftOut);
    }

    /** @throws Refused when there is no photograph of anybody */
    static PhotographSet in(Path folder) throws Refused {
        if (!Files.isDirectory(folder)) {
            throw new Refused("There is no folder %s.".formatted(Shown.plain(folder.toString())));
        }
        var reading = new Reading(folder);
        reading.read();
        if (reading.photographs.isEmpty()) {
            throw new Refused("There is no photograph of anybody in %s.\n".formatted(Shown.plain(folder.toString()))
                    + "Each person has a folder of their own, or the files are called like Name_0001.jpg.");
        }
        return new PhotographSet(reading.people, reading.photographs, reading.leftOut);
    }

    /** By a person's name and the number of a photograph; of two with one number, the first. */
    Map<String, Map<Integer, Integer>> byNumber() {
        Map<String, Map<Integer, Integer>> numbers = new HashMap<>();
        people.forEach(person -> numbers.put(person, new HashMap<>()));
        for (int i = 0; i < photographs.size(); i++) {
            Photograph photograph = photographs.get(i);
            if (photograph.number().isPresent()) {
                numbers.get(people.get(photograph.person()))
                        .putIfAbsent(photograph.number().getAsInt(), i);
            }
        }
        return numbers;
    }

    /** How many people have at least so many photographs. */
    long peopleWith(int least) {
        int[] each = new int[people.size()];
        photographs.forEach(photograph -> each[photograph.person()]++);
        return IntStream.of(each).filter(count -> count >= least).count();
    }

    private static final class Reading {

        /** To read from a pipe or a device would not end. */
        private static final String NO_FILE = "no regular file, or a link to none";

        private final Path root;
        private final List<String> people = new ArrayList<>();
        private final List<Photograph> photographs = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        Reading(Path root) {
            this.root = root;
        }

        void read() throws Refused {
            List<Path> entries = children(root)
                    .orElseThrow(
                            () -> new Refused("The folder %s cannot be read.".formatted(Shown.plain(root.toString()))));
            boolean foldered = entries.stream().anyMatch(Reading::isPerson);
            for (Path entry : entries) {
                if (isHidden(entry)) {
                    leave(entry, "hidden");
                } else if (Files.isDirectory(entry)) {
                    readPerson(entry);
                } else if (foldered) {
                    leave(entry, "lies beside the people's folders");
                } else if (!Files.isRegularFile(entry)) {
                    leave(entry, NO_FILE);
                } else {
                    readFlat(entry);
                }
            }
        }

        private void readPerson(Path folder) {
            Optional<List<Path>> files = children(folder);
            if (files.isEmpty()) {
                leave(folder, "a folder that cannot be read");
                return;
            }
            int before = photographs.size();
            int person = people.size();
            for (Path file : files.get()) {
                if (isHidden(file)) {
                    leave(file, "hidden");
                } else if (Files.isDirectory(file)) {
                    leave(file, "a folder in a person's folder");
                } else if (!Files.isRegularFile(file)) {
                    leave(file, NO_FILE);
                } else {
                    add(person, file, number(file));
                }
            }
            if (photographs.size() == before) {
                leave(folder, "a person's folder without a file");
            } else {
                people.add(folder.getFileName().toString());
            }
        }

        private void readFlat(Path file) {
            // Different people would be taken for one.
            if (file.getFileName().toString().contains(UNREADABLE)) {
                leave(file, "its name is none in the encoding of this locale, so nobody knows whose it is");
                return;
            }
            Matcher numbered = NUMBERED.matcher(file.getFileName().toString());
            if (!numbered.matches()) {
                leave(file, "not called like Name_0001.jpg, so nobody knows whose it is");
                return;
            }
            int person = places.computeIfAbsent(numbered.group("person"), name -> {
                people.add(name);
                return people.size() - 1;
            });
            add(person, file, OptionalInt.of(Integer.parseInt(numbered.group("number"))));
        }

        private void add(int person, Path file, OptionalInt number) {
            photographs.add(new Photograph(person, shown(file), number, file));
        }

        private void leave(Path entry, String why) {
            leftOut.add(new LeftOut(shown(entry), why));
        }

        private String shown(Path entry) {
            return root.relativize(entry).toString();
        }

        private static OptionalInt number(Path file) {
            String name = file.getFileName().toString();
            for (Pattern pattern : List.of(ONLY_A_NUMBER, NUMBERED)) {
                Matcher matcher = pattern.matcher(name);
                if (matcher.matches()) {
                    return OptionalInt.of(Integer.parseInt(matcher.group("number")));
                }
            }
            return OptionalInt.empty();
        }

        private static boolean isPerson(Path entry) {
            return Files.isDirectory(entry) && !isHidden(entry);
        }

        private static boolean isHidden(Path entry) {
            return entry.getFileName().toString().startsWith(".");
        }

        /** By name; empty where the folder cannot be read. */
        private static Optional<List<Path>> children(Path folder) {
            try (Stream<Path> children = Files.list(folder)) {
                return Optional.of(children.sorted().toList());
            } catch (IOException | UncheckedIOException unreadable) {
                return Optional.empty();
            }
        }
    }
}
