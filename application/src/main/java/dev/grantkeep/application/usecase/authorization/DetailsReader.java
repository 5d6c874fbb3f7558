package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.port.out.schema.DetailSchemas;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.DetailSchemaPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RequestedDetails;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the authorization details that a client asks for, and holds each against the schema of its type, if the service
 * gives one (RFC 9396 section 5).
 */
@Wired
public final class DetailsReader {
    private final DetailSchemas schemas;

    public DetailsReader(DetailSchemas schemas) {
        this.schemas = schemas;
    }

    /** What the request asks for. Details of a type that is refused in any case are not held against a schema. */
    public RequestedDetails read(Parameters parameters, Service service, Client client) {
        RequestedDetails details = DetailsParameter.read(parameters);
        DetailSchemaPolicy policy = service.settings().detailSchemas();
        return details instanceof RequestedDetails.Asked asked
                        && asked.types().stream().anyMatch(policy.texts()::containsKey)
                        && asked.refusedType(service, client).isEmpty()
                ? misfit(parameters, policy)
                        .<RequestedDetails>map(RequestedDetails.Unfit::new)
                        .orElse(asked)
                : details;
    }

    private Optional<String> misfit(Parameters parameters, DetailSchemaPolicy policy) {
        return DetailsParameter.sent(parameters).stream()
                .flatMap(detail -> misfit(detail, policy).stream())
                .findFirst();
    }

    private Optional<String> misfit(Map<String, @Nullable Object> detail, DetailSchemaPolicy policy) {
        String type = String.valueOf(detail.get("type"));
        return policy.of(type)
                .flatMap(schema -> schemas.misfit(schema, detail))
                .map(why -> "Of the type '" + type + "': " + why);
    }
}
