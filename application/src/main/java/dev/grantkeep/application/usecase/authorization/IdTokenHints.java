package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessTokenContent;
import dev.grantkeep.domain.value.Members;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies the parameter {@code id_token_hint}: whether it is an ID token that the service made. */
@Wired
public final class IdTokenHints {
    private final Signatures signatures;
    private final Keys keys;

    public IdTokenHints(Signatures signatures, Keys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    IdTokenHint read(Parameters parameters, Service service, Client client) {
        return parameters
                .value("id_token_hint")
                .map(jwt -> client.settings()
                        .idToken()
                        .signature()
                        .flatMap(algorithm -> verified(jwt, algorithm, service, client))
                        .flatMap(claims -> hint(claims, service))
                        .orElse(IdTokenHint.INVALID))
                .orElse(IdTokenHint.NONE);
    }

    private Optional<Members> verified(String jwt, SignatureAlgorithm algorithm, Service service, Client client) {
        @Nullable
        SignatureCheck check = algorithm.isSymmetric()
                ? signatures.verify(jwt, Set.of(algorithm), new SharedSecret(client.secret()))
                : switch (keys.of(service)) {
                    case Keys.Found(KeySet set) -> signatures.verify(jwt, Set.of(algorithm), set);
                    case Keys.Missing missing -> null;
                };
        return check instanceof SignatureCheck.Verified verified
                        && !verified.header().isOfType(AccessTokenContent.TYPE)
                ? Optional.of(verified.claims())
                : Optional.empty();
    }

    private static Optional<IdTokenHint> hint(Members claims, Service service) {
        @Nullable String issuer = service.settings().issuer();
        @Nullable String subject = claims.text("sub");
        return issuer != null && issuer.equals(claims.text("iss")) && subject != null
                ? Optional.of(new IdTokenHint(true, subject))
                : Optional.empty();
    }
}
