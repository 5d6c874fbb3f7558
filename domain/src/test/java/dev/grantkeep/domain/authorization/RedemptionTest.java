package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.RedemptionOutcome.Redeemable;
import dev.grantkeep.domain.authorization.RedemptionOutcome.Refused;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import dev.grantkeep.domain.value.Generation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RedemptionTest {
    private static final String URI = "https://client.example.org/cb";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final CodeChallenge CHALLENGE =
            new CodeChallenge(CodeChallenge.Method.S256, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    private static final String RESOURCE = "https://api.example.com/";
    private static final String OTHER_RESOURCE = "https://other.example.com/";
    private static final String DETAILS = "[{\"type\":\"account\"}]";
    private static final Instant EXPIRY = NOW.plusSeconds(600);
    private static final TokenId BECAME = TokenId.create(NOW, new byte[10]);

    private final Map<String, List<String>> parameters = new LinkedHashMap<>(Map.of("redirect_uri", List.of(URI)));
    private Service service = Samples.service();
    private Client client = Samples.client();
    private RequestedDetails details = new RequestedDetails.None();
    private Properties added = Properties.NONE;

    private GrantHead head = Samples.head();
    private boolean redirectUriGiven = true;
    private @Nullable CodeChallenge challenge;
    private Targets targets = Targets.NONE;
    private ScopeSet scopes = ScopeSet.of("read", "write");
    private Properties properties = Properties.NONE;
    private @Nullable TokenId became;

    @Nested
    class AnOrder {
        @Test
        void isOfWhatTheCodeWasGivenFor() {
            IssueOrder order = order();
            assertThat(order.service()).isEqualTo(service);
            assertThat(order.client()).isEqualTo(client);
            assertThat(order.grantType()).isEqualTo(GrantType.AUTHORIZATION_CODE);
            assertThat(order.subject()).isEqualTo(Samples.SUBJECT);
            assertThat(order.scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(order.remembered()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(order.wish().durations()).isEqualTo(Durations.ofSeconds(5, 0, 0));
            assertThat(order.details().scopesDenied()).isFalse();
        }

        @Test
        void namesTheClientAsTheTokenRequestDid() {
            assertThat(order().details().namedBy()).isEqualTo(NamedBy.ALIAS);
        }

        @Test
        void hasTheScopesThatTheClientMayHaveNowAndRemembersAll() {
            client = Samples.client(Durations.UNSET, ScopeSet.of("read"));
            assertThat(order().scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(order().remembered()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(order().details().scopesDenied()).isFalse();
        }

        @Test
        void tellsThatAllScopesWereDenied() {
            client = Samples.client(Durations.UNSET, ScopeSet.EMPTY);
            assertThat(order().scopes()).isEqualTo(ScopeSet.EMPTY);
            assertThat(order().details().scopesDenied()).isTrue();
        }

        @Test
        void deniesNothingOfACodeWithoutScopes() {
            scopes = ScopeSet.EMPTY;
            assertThat(order().details().scopesDenied()).isFalse();
        }

        @Test
        void hasTheScopesThatTheGrantWasRewrittenTo() {
            head = head.rewriteScopes(ScopeSet.of("read"), NOW).state();
            assertThat(order(Samples.head()).remembered()).isEqualTo(ScopeSet.of("read"));
        }

        @Test
        void hasThePropertiesOfTheCodeAndThoseThatAreAdded() {
            properties = new Properties(List.of(new Property("a", "1", false), new Property("b", "1", false)));
            added = new Properties(List.of(new Property("b", "2", false)));
            assertThat(order().properties().list())
                    .containsExactly(new Property("a", "1", false), new Property("b", "2", false));
        }

        @Test
        void isForTheTargetsThatTheTokenRequestNarrowsTo() {
            targets = Targets.of(List.of(RESOURCE, OTHER_RESOURCE), null);
            assertThat(order().details().targets().ofAccessToken()).containsExactly(RESOURCE, OTHER_RESOURCE);
            parameters.put("resource", List.of(RESOURCE));
            assertThat(order().details().targets().ofAccessToken()).containsExactly(RESOURCE);
            assertThat(order().details().targets().resources()).containsExactly(RESOURCE, OTHER_RESOURCE);
        }
    }

    @Nested
    class ACode {
        @Test
        void isOfOneClient() {
            client = new Client(
                    new ClientId(1),
                    Samples.SERVICE,
                    1,
                    client.secret(),
                    client.settings(),
                    false,
                    Samples.CLIENT_GENERATION,
                    NOW,
                    NOW,
                    client.version());
            became = BECAME;
            assertThat(decide()).isEqualTo(Refused.OF_ANOTHER_CLIENT);
        }

        @Test
        void thatIsUsedAgainEndsWhatItBecame() {
            became = BECAME;
            head = head.revoke(new Generation(43), NOW).state();
            assertThat(decide()).isEqualTo(new RedemptionOutcome.UsedAgain(BECAME));
        }

        @Test
        void endsWithItsGrant() {
            AuthorizationCode code = code(head);
            GrantHead revoked = head.revoke(new Generation(43), NOW).state();
            assertThat(decide(new CodeInContext(code, HeadState.of(revoked)), NOW))
                    .isEqualTo(Refused.ENDED);
            assertThat(decide(new CodeInContext(code, null), NOW)).isEqualTo(Refused.ENDED);
        }

        @Test
        void outlivesAnotherTokenOfItsGrant() {
            CodeInContext found = new CodeInContext(
                    code(head),
                    HeadState.of(head.supersede(new Generation(43), NOW).state()));
            assertThat(decide(found, NOW)).isInstanceOf(Redeemable.class);
        }

        @Test
        void endsWithItsClient() {
            client = client.cutOff(new Generation(5), NOW).state();
            assertThat(decide()).isEqualTo(Refused.ENDED);
        }

        @Test
        void expires() {
            CodeInContext found = new CodeInContext(code(head), HeadState.of(head));
            assertThat(decide(found, EXPIRY.minusMillis(1))).isInstanceOf(Redeemable.class);
            assertThat(decide(found, EXPIRY)).isEqualTo(Refused.EXPIRED);
        }
    }

    @Nested
    class ARedirectUri {
        @Test
        void hasToBeNamedAgainIfItWas() {
            parameters.remove("redirect_uri");
            assertThat(decide()).isEqualTo(Refused.REDIRECT_URI_MISSING);
            redirectUriGiven = false;
            assertThat(decide()).isInstanceOf(Redeemable.class);
        }

        @Test
        void hasToBeTheSame() {
            parameters.put("redirect_uri", List.of(URI + "/"));
            assertThat(decide()).isEqualTo(Refused.REDIRECT_URI_DIFFERS);
            redirectUriGiven = false;
            assertThat(decide()).isEqualTo(Refused.REDIRECT_URI_DIFFERS);
        }
    }

    @Nested
    class AVerifier {
        @Test
        void isNeededExactlyIfThereIsAChallenge() {
            parameters.put("code_verifier", List.of(VERIFIER));
            assertThat(decide()).isEqualTo(Refused.VERIFIER_UNEXPECTED);
            challenge = CHALLENGE;
            assertThat(decide()).isInstanceOf(Redeemable.class);
            parameters.remove("code_verifier");
            assertThat(decide()).isEqualTo(Refused.VERIFIER_MISSING);
        }

        @Test
        void meetsTheChallenge() {
            challenge = CHALLENGE;
            parameters.put("code_verifier", List.of(VERIFIER.replace('d', 'e')));
            assertThat(decide()).isEqualTo(Refused.VERIFIER_WRONG);
        }
    }

    @Nested
    class Narrowing {
        @Test
        void isToResourcesThatWereGranted() {
            targets = Targets.of(List.of(RESOURCE), null);
            parameters.put("resource", List.of(RESOURCE, OTHER_RESOURCE));
            assertThat(decide()).isEqualTo(Refused.RESOURCE_NOT_GRANTED);
        }

        @Test
        void isToResourcesThatAreSome() {
            parameters.put("resource", List.of("no-uri"));
            assertThat(decide()).isEqualTo(Refused.RESOURCE_MALFORMED);
            parameters.put("resource", List.of(RESOURCE + "#fragment"));
            assertThat(decide()).isEqualTo(Refused.RESOURCE_MALFORMED);
        }

        @Test
        void isToTheDetailsThatWereGrantedOrToNone() {
            targets = Targets.of(List.of(), DETAILS);
            assertThat(decide()).isInstanceOf(Redeemable.class);
            details = new RequestedDetails.Asked(DETAILS, Set.of("account"));
            assertThat(decide()).isInstanceOf(Redeemable.class);
            details = new RequestedDetails.Asked("[{\"type\":\"payment\"}]", Set.of("payment"));
            assertThat(decide()).isEqualTo(Refused.DETAILS_NOT_GRANTED);
            details = new RequestedDetails.Malformed();
            assertThat(decide()).isEqualTo(Refused.DETAILS_MALFORMED);
        }
    }

    @Test
    void aDemandOfAScopeIsNotPassedOver() {
        service = Samples.service(
                RefreshPolicy.DEFAULT, Durations.UNSET, Samples.scope("read", "fapi", "rw"), Scope.named("write"));
        assertThat(decide()).isEqualTo(new RedemptionOutcome.DemandNotMet(demandOfRead()));
        scopes = ScopeSet.of("write");
        assertThat(decide()).isInstanceOf(Redeemable.class);
    }

    @Test
    void propertiesHaveALimitTogether() {
        Property half = new Property("a", "x".repeat(Properties.MAX_BYTES / 5 * 2), false);
        properties = new Properties(List.of(half));
        added = new Properties(List.of(new Property("b", half.value(), false)));
        assertThat(decide()).isEqualTo(Refused.PROPERTIES_TOO_LARGE);
    }

    private Demand demandOfRead() {
        return service.settings().scopes().demand(ScopeSet.of("read")).orElseThrow();
    }

    private IssueOrder order() {
        return ((Redeemable) decide()).order();
    }

    /** With the grant as it is now, of a code that was made when it was so. */
    private IssueOrder order(GrantHead then) {
        return ((Redeemable) decide(new CodeInContext(code(then), HeadState.of(head)), NOW)).order();
    }

    private RedemptionOutcome decide() {
        return decide(new CodeInContext(code(head), HeadState.of(head)), NOW);
    }

    private RedemptionOutcome decide(CodeInContext found, Instant now) {
        TokenWish wish = TokenWish.of(Durations.ofSeconds(5, 0, 0), null);
        return new Redemption(service, client, NamedBy.ALIAS, new Parameters(parameters), details, wish, added)
                .decide(found, now);
    }

    private AuthorizationCode code(GrantHead given) {
        return new AuthorizationCode(
                new TokenValue("code").hash(),
                Samples.SERVICE,
                Samples.request(URI, redirectUriGiven, scopes, challenge, targets),
                Samples.SUBJECT,
                scopes,
                new Standing(Samples.CLIENT_GENERATION, given.codeStanding()),
                properties,
                TokenDetails.NONE.withTargets(targets),
                IdTokenContent.NONE,
                NOW,
                EXPIRY,
                became);
    }
}
