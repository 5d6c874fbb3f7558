package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.DemandNotMet;
import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.Issuable;
import dev.grantkeep.domain.authorization.ClientCredentialsOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ClientCredentialsRequestTest {
    private static final TokenWish WISH = TokenWish.of(Durations.ofSeconds(5, 0, 0), null);
    private static final Properties PROPERTIES = new Properties(List.of(new Property("a", "b", false)));

    private final Map<String, List<String>> parameters = new HashMap<>();
    private final Map<String, Object> ofService =
            new HashMap<>(Map.of("supportedScopes", List.of(Map.of("name", "read"), Map.of("name", "write"))));
    private final Map<String, Object> ofClient = new HashMap<>(
            Map.of("clientType", ClientType.CONFIDENTIAL, "tokenAuthMethod", ClientAuthMethod.CLIENT_SECRET_BASIC));
    private RequestedDetails details = new RequestedDetails.None();

    @Nested
    class AnOrder {
        @Test
        void isForTheClientItself() {
            IssueOrder order = order();
            assertThat(order.service()).isEqualTo(service());
            assertThat(order.client()).isEqualTo(client());
            assertThat(order.grantType()).isEqualTo(GrantType.CLIENT_CREDENTIALS);
            assertThat(order.subject()).isNull();
            assertThat(order.wish()).isEqualTo(WISH);
            assertThat(order.properties()).isEqualTo(PROPERTIES);
            assertThat(order.details().namedBy()).isEqualTo(NamedBy.ALIAS);
        }

        @Test
        void isForWhatWasAskedFor() {
            parameters.put("scope", List.of("write unknown"));
            parameters.put("resource", List.of("https://api.example.com/"));
            ofService.put("supportedAuthorizationDetailsTypes", List.of("account"));
            details = new RequestedDetails.Asked("[]", Set.of("account"));
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("write"));
            assertThat(order().remembered()).isEqualTo(ScopeSet.of("write"));
            assertThat(order().details().targets().resources()).containsExactly("https://api.example.com/");
            assertThat(order().details().targets().authorizationDetails()).isEqualTo("[]");
            assertThat(order().details().scopesDenied()).isFalse();
        }

        @Test
        void tellsThatAllScopesWereDenied() {
            parameters.put("scope", List.of("unknown"));
            assertThat(order().scopes()).isEqualTo(ScopeSet.EMPTY);
            assertThat(order().details().scopesDenied()).isTrue();
            parameters.remove("scope");
            assertThat(order().details().scopesDenied()).isFalse();
        }
    }

    @Nested
    class IsRefused {
        @Test
        void toAClientThatCannotKeepASecret() {
            ofClient.put("tokenAuthMethod", ClientAuthMethod.NONE);
            assertThat(decide()).isEqualTo(Refused.PUBLIC_CLIENT);
            ofClient.put("tokenAuthMethod", ClientAuthMethod.CLIENT_SECRET_BASIC);
            ofClient.put("clientType", ClientType.PUBLIC);
            assertThat(decide()).isEqualTo(Refused.PUBLIC_CLIENT);
        }

        @Test
        void forWhatIsMalformed() {
            parameters.put("scope", List.of("\""));
            assertThat(decide()).isEqualTo(Refused.SCOPE_MALFORMED);
            parameters.remove("scope");
            parameters.put("resource", List.of("no-uri"));
            assertThat(decide()).isEqualTo(Refused.RESOURCE_MALFORMED);
            parameters.remove("resource");
            details = new RequestedDetails.Malformed();
            assertThat(decide()).isEqualTo(Refused.DETAILS_MALFORMED);
        }

        @Test
        void forDetailsOfATypeThatTheServiceOrTheClientDoesNotHave() {
            details = new RequestedDetails.Asked("[]", Set.of("account"));
            assertThat(decide()).isEqualTo(Refused.DETAILS_TYPE_REFUSED);
            ofService.put("supportedAuthorizationDetailsTypes", List.of("account", "payment"));
            assertThat(decide()).isInstanceOf(Issuable.class);
            ofClient.put("authorizationDetailsTypes", List.of("payment"));
            assertThat(decide()).isEqualTo(Refused.DETAILS_TYPE_REFUSED);
        }

        @Test
        void withoutAScopeWhereTheServiceRequiresOne() {
            ofService.put("scopeRequired", true);
            assertThat(decide()).isEqualTo(Refused.SCOPE_REQUIRED);
            parameters.put("scope", List.of("read"));
            assertThat(decide()).isInstanceOf(Issuable.class);
        }

        @Test
        void forAScopeThatDemandsWhatIsNotGiven() {
            ofService.put(
                    "supportedScopes",
                    List.of(
                            Map.of("name", "write"),
                            Map.of("name", "read", "attributes", List.of(Map.of("key", "fapi", "value", "rw")))));
            parameters.put("scope", List.of("read"));
            assertThat(decide()).isInstanceOf(DemandNotMet.class);
            parameters.put("scope", List.of("write"));
            assertThat(decide()).isInstanceOf(Issuable.class);
        }
    }

    private IssueOrder order() {
        return ((Issuable) decide()).order();
    }

    private ClientCredentialsOutcome decide() {
        return new ClientCredentialsRequest(
                        service(),
                        client(),
                        NamedBy.ALIAS,
                        new Parameters(parameters),
                        details,
                        WISH,
                        PROPERTIES,
                        Members.NONE)
                .decide();
    }

    private Service service() {
        return Samples.service()
                .update(new ServiceSettings(Members.of(ofService), Set.of()), NOW)
                .state();
    }

    private Client client() {
        return Samples.client()
                .update(new ClientSettings(Members.of(ofClient), Set.of()), NOW)
                .state();
    }
}
