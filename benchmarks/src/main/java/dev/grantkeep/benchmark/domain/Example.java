package dev.grantkeep.benchmark.domain;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Rewrite;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.AccessPart;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A live token of an ordinary service, whose scopes set durations of their own. */
final class Example {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Generation GENERATION = new Generation(1);
    private static final TokenId ID = TokenId.create(NOW, new byte[10]);

    private static final Secret KEY = new Secret("0123456789012345678901234567890123456789012");

    static final TokenValue ACCESS = TokenValues.access(ID, new byte[TokenValues.SECRET_BYTES], KEY);

    static final TokenValue REFRESH = TokenValues.refresh(ID, new byte[TokenValues.SECRET_BYTES], KEY);

    private Example() {}

    static Service service() {
        Map<String, Object> members = Map.of(
                "serviceName",
                "Example",
                "supportedScopes",
                List.of(lasting("read", 3_600), lasting("write", 600), Map.of("name", "payment")),
                "supportedGrantTypes",
                List.of(GrantType.values()),
                "accessTokenDuration",
                86_400,
                "refreshTokenDuration",
                864_000);
        ServiceSettings settings = new ServiceSettings(Members.of(members), Set.of());
        Secret secret = new Secret("0123456789012345678901234567890123456789012");
        return new Service(new ServiceId(1), 1, secret, secret, settings, NOW, NOW, Version.FIRST);
    }

    static Client client() {
        return new Client(
                new ClientId(2),
                new ServiceId(1),
                2,
                new Secret("0123456789012345678901234567890123456789012"),
                ClientSettings.EMPTY,
                false,
                GENERATION,
                NOW,
                NOW,
                Version.FIRST);
    }

    static TokenInContext token() {
        ScopeSet scopes = ScopeSet.of("read", "write");
        TokenRecord record = new TokenRecord(
                ID,
                new ServiceId(1),
                new ClientId(2),
                new Subject("user"),
                GrantType.AUTHORIZATION_CODE,
                new Standing(GENERATION, new GrantStanding(GENERATION, 0)),
                new AccessPart(ACCESS.hash(), NOW.plus(Duration.ofDays(1))),
                new RefreshPart(REFRESH.hash(), NOW.plus(Duration.ofDays(10)), scopes, null),
                scopes,
                Properties.NONE,
                TokenDetails.NONE,
                NOW,
                null,
                NOW,
                Version.FIRST);
        return new TokenInContext(
                record,
                new HeadState(GENERATION, GENERATION, Rewrite.NONE),
                new ClientState(GENERATION, false, Version.FIRST));
    }

    private static Map<String, Object> lasting(String name, long seconds) {
        Map<String, String> attribute =
                Map.of("key", TokenKind.ACCESS.scopeAttribute(), "value", Long.toString(seconds));
        return Map.of("name", name, "attributes", List.of(attribute));
    }
}
