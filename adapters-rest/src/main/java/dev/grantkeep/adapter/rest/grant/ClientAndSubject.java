package dev.grantkeep.adapter.rest.grant;

import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;

/** The pair that a call is about. */
record ClientAndSubject(ClientIdentifier client, Subject subject) {
    /** The client in the path, the subject among the parameters. */
    static ClientAndSubject ofParams(Call call, String prefix) {
        return new ClientAndSubject(
                new ClientIdentifier(call.tail(prefix)), call.params().subject("subject"));
    }

    /** Both in the path, the client first. */
    static ClientAndSubject ofPath(Call call, String prefix) {
        Call.Pair pair = call.pair(prefix);
        return new ClientAndSubject(new ClientIdentifier(pair.first()), Params.subjectOf("subject", pair.second()));
    }
}
