package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.Server;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The service of a running Grantkeep into which things are moved. */
record Target(Server server, String service) {
    /** The service itself; whoever may not see it learns so here, before anything is written. */
    Members settings() {
        return Members.of(server.get(service + "/service/get"));
    }

    void replaceSettings(Members settings) {
        server.post(service + "/service/update", settings.tree());
    }

    /** A client by its id or alias. */
    Optional<Members> client(String name) {
        try {
            return Optional.of(Members.of(server.get(service + "/client/get/" + Server.encoded(name))));
        } catch (CommandFailed e) {
            if (e.code() == ExitCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Members post(String endpoint, Map<String, ?> members) {
        return Members.of(server.post(service + "/" + endpoint, members));
    }

    /** Members of a request, without what is null. */
    static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return members;
    }
}
