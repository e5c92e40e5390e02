package io.janua.compat.compreface;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of {@code ./janua compreface}.
 *
 * @param from CompreFace's address or its database's JDBC URL
 * @param to Janua's address
 */
record CompreFaceOptions(String gallery, String from, URI to, Optional<Consent> consent) {

    static final String USAGE = """
            usage: ./janua compreface GALLERY --from ADDRESS [--to ADDRESS] [--text-version TEXT --channel CHANNEL]

              GALLERY          of Janua, into which the subjects of one recognition service come
              --from           http(s)://… of CompreFace, or jdbc:postgresql://host:port/frs of its database
              --to             http(s)://… of Janua (http://127.0.0.1:8080)
              --text-version   with --channel: the consent that these people gave, recorded with each of them
              --channel        how they gave it: paper, web, kiosk, app, verbal or other

            Environment:
              COMPREFACE_API_KEY    key of the recognition service
              COMPREFACE_DB_USER, COMPREFACE_DB_PASSWORD   for its database
              JANUA_API_KEY         key of Janua with galleries.read, enroll and subjects.write (and consents.write
                                    for a consent); else the one that ./janua up wrote down""";

    private static final Set<String> NAMED = Set.of("--from", "--to", "--text-version", "--channel");
    private static final String DATABASE = "jdbc:postgresql:";

    record Consent(String textVersion, String channel) {}

    /** @throws Unusable when they make no sense; the message says how they would */
    static CompreFaceOptions parse(List<String> arguments, URI usualAddress) throws Unusable {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            boolean named = NAMED.contains(argument);
            if (!named && argument.startsWith("-") || named && !rest.hasNext()) {
                throw misused("'%s' is not understood.".formatted(argument));
            }
            if (given.putIfAbsent(named ? argument : "GALLERY", named ? rest.next() : argument) != null) {
                throw misused("%s is given twice.".formatted(named ? argument : "GALLERY"));
            }
        }
        if (given.containsKey("--text-version") != given.containsKey("--channel")) {
            throw misused("Of --text-version and --channel one is missing.");
        }
        String from = required(given, "--from");
        return new CompreFaceOptions(
                required(given, "GALLERY"),
                from.startsWith(DATABASE) ? from : address(from).toString(),
                given.containsKey("--to") ? address(given.get("--to")) : usualAddress,
                Optional.ofNullable(given.get("--text-version"))
                        .map(text -> new Consent(text, given.get("--channel"))));
    }

    boolean isFromDatabase() {
        return from.startsWith(DATABASE);
    }

    private static String required(Map<String, String> given, String name) throws Unusable {
        if (!given.containsKey(name) || given.get(name).isBlank()) {
            throw misused("%s is missing.".formatted(name));
        }
        return given.get(name);
    }

    private static URI address(String text) throws Unusable {
        try {
            var address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // Told below, as any other text that is no address.
        }
        throw misused("'%s' is no address of a service.".formatted(text));
    }

    private static Unusable misused(String why) {
        return new Unusable(why + "\n\n" + USAGE);
    }
}
