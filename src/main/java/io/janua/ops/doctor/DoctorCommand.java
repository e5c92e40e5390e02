package io.janua.ops.doctor;

import io.janua.ops.offline.CommandLog;
import io.janua.ops.offline.Installation;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

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

    private final Installation installation;
    private final PrintStream out;

    DoctorCommand(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    public static void main(String[] arguments) {
        CommandLog.silence();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new DoctorCommand(Installation.configured(), out).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        boolean json = arguments.contains(JSON);
        boolean[] sick = {false};
        Consumer<Finding> found = finding -> {
            sick[0] |= finding.level() == Finding.Level.FAIL;
            out.println(json ? finding.asJson() : finding.asText());
        };
        boolean database = !arguments.contains(NO_DATABASE) && new DatabaseCheckup(installation, found).look();
        if (database) {
            new SchemaCheckup(installation.asOwner(), installation.asService().user(), found).look();
        }
        if (!arguments.contains(NO_MASTER_KEY)) {
            new SecretsCheckup(installation, found).look(database);
        }
        new ModelsCheckup(installation, found).look();
        var network = new NetworkCheckup(installation, found);
        if (!arguments.contains(NO_SIGN_IN)) {
            network.lookAtIdentityProvider();
        }
        arguments.stream()
                .filter(argument -> argument.startsWith(HEALTH))
                .forEach(argument -> network.lookAtService(Integer.parseInt(argument.substring(HEALTH.length()))));
        return sick[0] ? SICK : HEALTHY;
    }
}
