package dev.grantkeep.adapter.cli.program;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The description of the API.
     *
     * @param dialect 2 or 3
     * @return null if this build has none
     */
    @Nullable
    String openApi(int dialect);
}
