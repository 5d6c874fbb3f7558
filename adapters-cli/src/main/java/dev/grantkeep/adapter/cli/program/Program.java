package dev.grantkeep.adapter.cli.program;

import java.nio.file.Path;
import java.util.List;

/** What commands need of the rest of Grantkeep, for which no server has to run. */
public interface Program {
    /** As it was built, such as {@code 1.2.0}. */
    String version();

    /** With what a server would start here. */
    Configuration configuration();

    /** Looks at the database that is configured, and changes nothing. */
    DatabaseReport database();

    /** Brings the database up to date; says how it is then. */
    DatabaseReport migrate();

    /** What is wrong with the data directory, each in one line with how to mend it. */
    List<String> dataDirectoryTroubles();

    /** Where the embedded database and the owner's credentials are. */
    Path dataDirectory();
}
