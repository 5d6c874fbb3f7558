package dev.grantkeep.domain.service;

import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.value.Members;
import java.util.List;

/**
 * What a service supports of the protocol, in the order it was told. What is not listed is refused.
 *
 * @param authorizationDetailsTypes the types of {@code authorization_details} (RFC 9396); empty restricts nothing
 */
public record Capabilities(
        List<GrantType> grantTypes,
        List<ResponseType> responseTypes,
        List<ClientAuthMethod> tokenAuthMethods,
        List<String> authorizationDetailsTypes) {
    static Capabilities of(Members members) {
        return new Capabilities(
                members.names("supportedGrantTypes", GrantType.class),
                members.names("supportedResponseTypes", ResponseType.class),
                members.names("supportedTokenAuthMethods", ClientAuthMethod.class),
                members.texts("supportedAuthorizationDetailsTypes"));
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
