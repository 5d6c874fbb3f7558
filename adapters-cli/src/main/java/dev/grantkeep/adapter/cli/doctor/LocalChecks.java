package dev.grantkeep.adapter.cli.doctor;

import dev.grantkeep.adapter.cli.program.Configuration;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** What can be seen on the machine of the server, whether it runs or not. */
public final class LocalChecks {
    private static final String CONFIGURATION = "configuration";
    private static final String DATABASE = "database";
    private static final String DATA = "data directory";

    private final Surroundings around;

    public LocalChecks(Surroundings around) {
        this.around = around;
    }

    /** Of the configuration, the data directory and the database. */
    public List<Finding> findings() {
        Configuration configuration = around.program().configuration();
        List<Finding> findings = new ArrayList<>(ofConfiguration(configuration));
        if (configuration.refusal() == null) {
            findings.addAll(ofDataDirectory());
            DatabaseReport database = around.program().database();
            findings.add(ofDatabase(database));
            if (database.clock() != null) {
                findings.add(Clocks.compared(
                        "the database", database.clock(), around.clock().now()));
            }
        }
        return findings;
    }

    private static List<Finding> ofConfiguration(Configuration configuration) {
        List<Finding> findings = new ArrayList<>();
        configuration
                .unknown()
                .forEach((name, meant) -> findings.add(Finding.warning(
                        CONFIGURATION,
                        name + " is no setting, and has no effect",
                        meant.isEmpty() ? "Remove it." : "Is " + meant + " meant?")));
        if (configuration.refusal() != null) {
            findings.add(Finding.mend(
                    CONFIGURATION, configuration.refusal(), "The server does not start until this is right."));
        } else if (findings.isEmpty()) {
            findings.add(Finding.ok(CONFIGURATION, "every setting can be used"));
        }
        return findings;
    }

    private List<Finding> ofDataDirectory() {
        List<String> troubles = around.program().dataDirectoryTroubles();
        return troubles.isEmpty()
                ? List.of(Finding.ok(DATA, "kept, and closed to others"))
                : troubles.stream().map(LocalChecks::ofDataDirectory).toList();
    }

    private static Finding ofDataDirectory(String trouble) {
        int colon = trouble.lastIndexOf(": ");
        return Finding.warning(DATA, trouble.substring(0, colon), trouble.substring(colon + 2));
    }

    private static Finding ofDatabase(DatabaseReport report) {
        return switch (report.state()) {
            case UP_TO_DATE -> Finding.ok(DATABASE, report.kind() + ", its schema is up to date");
            case IN_USE -> Finding.ok(DATABASE, report.kind() + ", in use by a process here, a server most likely");
            case EMPTY, PENDING -> Finding.warning(DATABASE, report.detail(), "grantkeep migrate");
            case NEWER -> Finding.mend(DATABASE, report.detail(), "Use the newer version of Grantkeep.");
            case HALF_DONE -> Finding.mend(DATABASE, report.detail(), "Restore the backup, then grantkeep migrate.");
            case DIFFERENT -> Finding.mend(DATABASE, report.detail(), "Restore the backup, or name another database.");
            case UNREACHABLE ->
                Finding.mend(
                        DATABASE,
                        report.detail(),
                        "Start it, or name it with DATASOURCES_DEFAULT_URL or MONGODB_URI ('grantkeep config' shows"
                                + " what is in force).");
            case FORBIDDEN ->
                Finding.mend(DATABASE, report.detail(), "Check the database user, its password and its rights.");
        };
    }
}
