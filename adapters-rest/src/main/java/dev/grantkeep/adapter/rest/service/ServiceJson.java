package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/** A service as the API shows it: its document, and what only Grantkeep writes. */
public final class ServiceJson {
    /** There is one owner of services. */
    private static final int OWNER_NUMBER = 1;

    private ServiceJson() {}

    /** A service within another answer, in 3.0 or where no {@code type} belongs. */
    public static JsonNode write(Service service) {
        return members(new Members(), service).build();
    }

    /** A service as the pages may see it: without secrets, because answers to pages end up in logs. */
    public static JsonNode writeWithoutSecrets(Service service) {
        return Members.without(write(service), ServiceMembers.table().secrets());
    }

    /** A service that is the whole answer. */
    static Members answer(Dialect dialect, Service service) {
        return members(Members.of(dialect, "service"), service);
    }

    /** A service that is the whole answer to a call about it. */
    static Members answer(Dialect dialect, Service service, int clientCount) {
        return answer(dialect, service)
                .nodes(
                        "metadata",
                        List.of(new Members()
                                .text("key", "clientCount")
                                .text("value", Integer.toString(clientCount))
                                .build()));
    }

    private static Members members(Members to, Service service) {
        return to.number("number", service.number())
                .number("serviceOwnerNumber", OWNER_NUMBER)
                .number("apiKey", service.id().value())
                .text("apiSecret", service.secret().value())
                .instant("createdAt", service.createdAt())
                .instant("modifiedAt", service.modifiedAt())
                .text("accessTokenType", service.tokenType())
                .tree(ServiceMembers.table().shown(service.settings().members()));
    }
}
