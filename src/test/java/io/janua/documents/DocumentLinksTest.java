package io.janua.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows a link arrives, and whoever begins at the index can reach every page. */
class DocumentLinksTest {

    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+(?:Test|IT)\\b");

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatExist() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path page : Documents.pages()) {
            for (Link link : Link.in(page)) {
                link.fault().ifPresent(fault -> broken.add("%s: %s: %s".formatted(page, link.text(), fault)));
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        Set<Path> pages = files(Predicate.not(DocumentLinksTest::isImage));
        pages.removeAll(targets(Stream.of(Documents.INDEX)));

        assertThat(pages).as("not in %s", Documents.INDEX).isEmpty();
    }

    @Test
    void everyImageIsShown() throws IOException {
        Set<Path> images = files(DocumentLinksTest::isImage);
        images.removeAll(targets(Documents.pages().stream()));

        assertThat(images).as("on no page").isEmpty();
    }

    @Test
    void everyTestThatIsNamedInsteadOfABlockExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            tests = sources.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(Documents.pages().stream()
                        .flatMap(page -> Page.read(page).excuses())
                        .flatMap(excuse -> TEST.matcher(excuse).results())
                        .map(MatchResult::group))
                .isNotEmpty()
                .allMatch(tests::contains);
    }

    private static Set<Path> files(Predicate<Path> kind) {
        return Documents.files().stream()
                .filter(kind)
                .filter(file -> !file.equals(Documents.INDEX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> targets(Stream<Path> pages) throws IOException {
        Set<Path> targets = new TreeSet<>();
        for (Path page : pages.toList()) {
            Link.in(page).stream().map(Link::target).forEach(targets::add);
        }
        return targets;
    }

    private static boolean isImage(Path file) {
        return file.startsWith("docs/images");
    }
}
