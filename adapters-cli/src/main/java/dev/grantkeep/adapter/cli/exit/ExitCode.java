package dev.grantkeep.adapter.cli.exit;

/** What the exit code of a command says. Scripts depend on the numbers: none is ever given another meaning. */
public enum ExitCode {
    OK(0, "What was asked is done."),
    UNHEALTHY(1, "Only from health: the server is not healthy, or not there."),
    USAGE(2, "The command line is wrong, or something that it needs is missing. Nothing was done."),
    UNREACHABLE(3, "No server answers at the address."),
    NOT_GRANTKEEP(4, "Something answers at the address, but it is not Grantkeep."),
    CREDENTIALS(5, "There are no credentials, or they are wrong."),
    OTHER_TENANT(6, "The credentials are good, but for another service."),
    NOT_FOUND(7, "There is no such service, client, grant or token."),
    REFUSED(8, "The server refuses what was asked, because it is not valid or not possible now."),
    TROUBLE(9, "The server cannot answer: its database is away, it has too much to do, or it made an error."),
    FILE(10, "A file cannot be read or written, or is not what it should be, such as one that is cut off."),
    INCOMPLETE(11, "Some of it is done and some is not. The command says what is left, and can be repeated."),
    DATABASE(12, "The database cannot be reached or used, or another Grantkeep has it."),
    NEWER_DATABASE(13, "The database was made by a newer version of Grantkeep."),
    CONFIGURATION(14, "Grantkeep would not start as it is configured."),
    FINDINGS(20, "Only from doctor: something must be mended."),
    DEFECT(70, "An error in Grantkeep itself."),
    INTERRUPTED(130, "The command was interrupted, as by Ctrl-C.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** One sentence for whoever runs commands. */
    public String meaning() {
        return meaning;
    }
}
