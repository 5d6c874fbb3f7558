package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.output.Format;
import dev.grantkeep.adapter.cli.output.Output;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.adapter.cli.server.Address;
import dev.grantkeep.adapter.cli.server.Credentials;
import dev.grantkeep.adapter.cli.server.Server;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has: where the server is, who asks, and how the result is printed. */
public final class GlobalOptions {
    private final Surroundings around;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Where the server is. Default: GRANTKEEP_URL, else http://127.0.0.1 and the port of"
                    + " MICRONAUT_SERVER_PORT or 8080.")
    private @Nullable String url;

    @Option(
            names = "--credentials",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "A file with an access token, or with accessToken= and the token; - is the standard input."
                    + " Default: GRANTKEEP_ACCESS_TOKEN, GRANTKEEP_OWNER_ACCESS_TOKEN, owner.properties in the data"
                    + " directory.")
    private @Nullable String credentials;

    @Option(
            names = "--data-directory",
            scope = ScopeType.INHERIT,
            paramLabel = "DIRECTORY",
            description = "Where a server here keeps its data and the owner's credentials. Default:"
                    + " GRANTKEEP_DATA_DIRECTORY, else ./data.")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: for people or for programs. Default: table.")
    private Format format = Format.TABLE;

    public GlobalOptions(Surroundings around) {
        this.around = around;
    }

    public Surroundings around() {
        return around;
    }

    public Output output() {
        return new Output(around, format);
    }

    public URI url() {
        return Address.of(url, around);
    }

    /** The server, with the credentials that were found. */
    public Server server() {
        return new Server(url(), Credentials.find(credentials, dataDirectory, around));
    }
}
