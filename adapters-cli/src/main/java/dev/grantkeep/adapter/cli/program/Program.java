package dev.grantkeep.adapter.cli.program;

/** What commands need of the rest of Grantkeep, for which no server has to run. */
public interface Program {
    /** As it was built, such as {@code 1.2.0}. */
    String version();
}
