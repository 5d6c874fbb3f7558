package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.domain.client.Client;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Leads a user through an authorization request at one authorization server. */
public final class Browser {
    private final RestServer.Caller caller;

    public Browser(RestServer.Caller caller) {
        this.caller = caller;
    }

    /**
     * @param query what follows {@code client_id}, beginning with {@code &}, or nothing
     */
    public Answer ask(Client client, String query) {
        return caller.post("/auth/authorization", Fields.of("parameters", "client_id=" + client.id() + query));
    }

    /** The user allows it. */
    public Answer allow(Client client, String query, Object... more) {
        return issue(ask(client, query).member("ticket"), more);
    }

    public Answer issue(String ticket, Object... more) {
        List<Object> fields =
                new ArrayList<>(List.of("ticket", ticket, "subject", "user1", "accessTokenDuration", 0, "authTime", 0));
        fields.addAll(Arrays.asList(more));
        return caller.post("/auth/authorization/issue", Fields.of(fields.toArray()));
    }

    public Answer fail(String ticket, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("ticket", ticket));
        fields.addAll(Arrays.asList(more));
        return caller.post("/auth/authorization/fail", Fields.of(fields.toArray()));
    }
}
