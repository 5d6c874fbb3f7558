package dev.grantkeep.adapter.cli.program;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What commands need of the rest of Grantkeep, for which no server has to run. What cannot be done is a {@link
 * dev.grantkeep.adapter.cli.exit.CommandFailed}.
 */
public interface Program {
    /** As it was built, such as {@code 1.2.0}. */
    String version();

    /** With what a server would start here. */
    Configuration configuration();

    /** Looks at the database that is configured, and changes nothing. */
    DatabaseReport database();

    /** Brings the database up to date; says how it is then. */
    DatabaseReport migrate();

    /** What is dead in the database that is configured, a count for each kind. Changes nothing. */
    List<Dead> dead();

    /**
     * Reclaims what is dead until nothing is left.
     *
     * @param told is given the number of records that are gone so far, from time to time
     * @return how many records are gone
     */
    long sweep(LongConsumer told);

    /** What is wrong with the data directory, each in one line with how to mend it. */
    List<String> dataDirectoryTroubles();

    /** Where the embedded database and the owner's credentials are. */
    Path dataDirectory();
}
