package dev.grantkeep.domain.service;

import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import java.util.List;

/** What a service supports of the protocol, in the order it was told. What is not listed is refused. */
public record Capabilities(
        List<GrantType> grantTypes, List<ResponseType> responseTypes, List<ClientAuthMethod> tokenAuthMethods) {
    public static final Capabilities NONE = new Capabilities(List.of(), List.of(), List.of());

    public Capabilities {
        grantTypes = List.copyOf(grantTypes);
        responseTypes = List.copyOf(responseTypes);
        tokenAuthMethods = List.copyOf(tokenAuthMethods);
    }

    public boolean supports(GrantType type) {
        return grantTypes.contains(type);
    }

    public boolean supports(ResponseType type) {
        return responseTypes.contains(type);
    }

    public boolean supports(ClientAuthMethod method) {
        return tokenAuthMethods.contains(method);
    }
}
