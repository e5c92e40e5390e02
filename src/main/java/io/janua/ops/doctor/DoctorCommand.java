package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;

import io.janua.ops.offline.CommandLog;
import io.janua.ops.offline.Installation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The part of {@code ./janua doctor} that needs Java. It changes nothing. */
public final class DoctorCommand {

    private static final int HEALTHY = 0;
    private static final int SICK = 1;

    private static final String JSON = "--json";
    /** PostgreSQL is this machine's own, and was stopped. */
    private static final String NO_DATABASE = "--no-database";
    /** There is none yet, and the first start draws one. */
    private static final String NO_MASTER_KEY = "--no-master-key";
    /** It is this machine's own, too, and was stopped. */
    private static final String NO_SIGN_IN = "--no-sign-in";
    /** And the port of its health: the service runs. */
    private static final String HEALTH = "--health=";

    private final Supplier<Installation> configured;
    private final PrintStream out;

    DoctorCommand(Supplier<Installation> configured, PrintStream out) {
        this.configured = configured;
        this.out = out;
    }

    public static void main(String[] arguments) {
        CommandLog.silence();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new DoctorCommand(Installation::configured, out).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        boolean json = arguments.contains(JSON);
        boolean[] sick = {false};
        Consumer<Finding> found = finding -> {
            sick[0] |= finding.level() == Finding.Level.FAIL;
            out.println(json ? finding.asJson() : finding.asText());
        };
        examine("settings", found, () -> examine(configured.get(), arguments, found));
        return sick[0] ? SICK : HEALTHY;
    }

    private static void examine(Installation installation, List<String> arguments, Consumer<Finding> found) {
        boolean[] database = {false};
        if (!arguments.contains(NO_DATABASE)) {
            examine("database", found, () -> database[0] = new DatabaseCheckup(installation, found).look());
        }
        if (database[0]) {
            examine("schema", found, () -> new SchemaCheckup(
                            installation.asOwner(), installation.asService().user(), found)
                    .look());
        }
        if (!arguments.contains(NO_MASTER_KEY)) {
            examine("master key", found, () -> new SecretsCheckup(installation, found).look(database[0]));
        }
        examine("secret files", found, new FilesCheckup(installation, found)::look);
        examine("models", found, new ModelsCheckup(installation, found)::look);
        var network = new NetworkCheckup(installation, found);
        if (!arguments.contains(NO_SIGN_IN)) {
            examine("identity provider", found, network::lookAtIdentityProvider);
        }
        arguments.stream()
                .filter(argument -> argument.startsWith(HEALTH))
                .map(argument -> Integer.parseInt(argument.substring(HEALTH.length())))
                .forEach(port -> examine("service", found, () -> network.lookAtService(port)));
    }

    /** Whatever ends one look, the others go on: who asks a doctor has something that is not as anybody foresaw. */
    private static void examine(String about, Consumer<Finding> found, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException unforeseen) {
            String says = Optional.ofNullable(unforeseen.getMessage())
                    .orElse(unforeseen.getClass().getSimpleName());
            found.accept(fail(about, says, "correct that, and ask again"));
        }
    }
}
