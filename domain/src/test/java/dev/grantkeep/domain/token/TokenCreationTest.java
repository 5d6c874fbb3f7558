package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.CreationOutcome.Creatable;
import dev.grantkeep.domain.token.CreationOutcome.Refused;
import dev.grantkeep.domain.token.CreationOutcome.UnsupportedScopes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TokenCreationTest {
    private static final TokenWish WISH = new TokenWish(Durations.UNSET, true, new TokenValue("chosen"), null);
    private static final Properties PROPERTIES = new Properties(List.of(new Property("a", "b", false)));
    private static final UserAuthentication LOGIN = new UserAuthentication("acr", NOW.getEpochSecond(), "session");

    private Service service = Samples.service();
    private Client client = Samples.client();

    @Test
    void anOrderIsOfWhatIsWanted() {
        IssueOrder order = order(GrantType.AUTHORIZATION_CODE, Samples.SUBJECT, "read", "write");
        assertThat(order)
                .isEqualTo(new IssueOrder(
                        service,
                        client,
                        GrantType.AUTHORIZATION_CODE,
                        Samples.SUBJECT,
                        ScopeSet.of("read", "write"),
                        ScopeSet.of("read", "write"),
                        WISH,
                        PROPERTIES,
                        TokenDetails.NONE.withAuthentication(LOGIN)));
    }

    @Test
    void aTokenOfTheClientItselfHasNoUserAndNoneThatLoggedIn() {
        IssueOrder order = order(GrantType.CLIENT_CREDENTIALS, Samples.SUBJECT, "read");
        assertThat(order.subject()).isNull();
        assertThat(order.details().authentication()).isEqualTo(new UserAuthentication(null, null, "session"));
    }

    @ParameterizedTest
    @EnumSource
    void aUserIsNeededButForTheClientItselfAndForAnAssertion(GrantType type) {
        Refused expected = switch (type) {
            case REFRESH_TOKEN -> Refused.GRANT_TYPE_NOT_CREATABLE;
            case CLIENT_CREDENTIALS, JWT_BEARER -> null;
            default -> Refused.SUBJECT_MISSING;
        };
        assertThat(wanted(type, null, "read").refusal().orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyGrantTypeButARefreshMakesATokenOfAUser(GrantType type) {
        assertThat(wanted(type, Samples.SUBJECT, "read").refusal().isPresent())
                .isEqualTo(type == GrantType.REFRESH_TOKEN);
    }

    @Test
    void aLockedClientGetsNone() {
        client = client.withLock(true, NOW).state();
        assertThat(decide("read")).isEqualTo(new CreationOutcome.ClientLocked());
    }

    @Test
    void aDemandOfAScopeIsNotPassedOver() {
        service = Samples.service(RefreshPolicy.DEFAULT, Durations.UNSET, Samples.scope("read", "fapi", "rw"));
        assertThat(decide("read")).isEqualTo(Refused.DEMAND_NOT_MET);
        assertThat(decide()).isInstanceOf(Creatable.class);
    }

    @Test
    void scopesThatTheServiceDoesNotHaveAreAnError() {
        assertThat(decide("read", "a", "b")).isEqualTo(new UnsupportedScopes(ScopeSet.of("a", "b")));
    }

    private CreationOutcome decide(String... scopes) {
        return wanted(GrantType.AUTHORIZATION_CODE, Samples.SUBJECT, scopes).decide(client);
    }

    private IssueOrder order(GrantType type, @Nullable Subject subject, String... scopes) {
        return ((Creatable) wanted(type, subject, scopes).decide(client)).order();
    }

    private TokenCreation wanted(GrantType type, @Nullable Subject subject, String... scopes) {
        return new TokenCreation(
                service,
                type,
                subject,
                ScopeSet.of(scopes),
                WISH,
                PROPERTIES,
                TokenDetails.NONE.withAuthentication(LOGIN));
    }
}
