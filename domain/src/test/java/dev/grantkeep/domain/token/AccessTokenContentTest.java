package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 9068 section 2.2. */
final class AccessTokenContentTest {
    private static final UserAuthentication LOGIN = new UserAuthentication("gold", 1_700_000_000L, null);
    private static final String RESOURCE = "https://rs.example.com/";

    private final Service service = Samples.service()
            .update(new ServiceSettings(Members.of(Map.of("issuer", "https://as.example.com")), Set.of()), NOW)
            .state();

    @Test
    void saysWhatTheRecordSays() {
        TokenDetails details = TokenDetails.NONE
                .withTargets(Targets.of(List.of(RESOURCE, "urn:other"), null)
                        .narrowed(List.of(RESOURCE), new RequestedDetails.None()))
                .withAuthentication(LOGIN);

        Members claims = claims(record(details, Properties.NONE, "write", "read"));

        assertThat(claims.tree())
                .containsExactly(
                        Map.entry("iss", "https://as.example.com"),
                        Map.entry("sub", Samples.SUBJECT.value()),
                        Map.entry("aud", List.of(RESOURCE)),
                        Map.entry("exp", NOW.getEpochSecond() + 3_600),
                        Map.entry("iat", NOW.getEpochSecond()),
                        Map.entry("jti", Samples.ACCESS.value()),
                        Map.entry("client_id", Samples.CLIENT.toString()),
                        Map.entry("scope", "write read"),
                        Map.entry("grant_type", "authorization_code"),
                        Map.entry("acr", "gold"),
                        Map.entry("auth_time", 1_700_000_000L));
    }

    @Test
    void saysNothingOfWhatIsNotThere() {
        assertThat(claims(Samples.tokenOfNobody()).tree().keySet())
                .containsExactly("iss", "exp", "iat", "jti", "client_id", "grant_type");
    }

    @Test
    void hasAuthorizationDetailsAsClientsSeeThem() {
        List<Members> details = List.of(Members.of(Map.of("type", "payment", "datatypes", List.of("x"))));
        Members claims = new AccessTokenContent(service, Samples.tokenOfNobody(), Samples.ACCESS, details).claims(NOW);
        assertThat(claims.objects("authorization_details")).isEqualTo(details);
    }

    @Test
    void aPersistentTokenExpiresInTheLastSecondThatThereIs() {
        TokenRecord record = new IssueOrder(
                        Samples.service(),
                        Samples.client(),
                        GrantType.AUTHORIZATION_CODE,
                        Samples.SUBJECT,
                        ScopeSet.EMPTY,
                        ScopeSet.EMPTY,
                        new TokenWish(Durations.UNSET, true, null, null),
                        Properties.NONE,
                        TokenDetails.NONE)
                .mint(HeadState.of(Samples.head()), Samples.FRESH, NOW)
                .token()
                .record();
        assertThat(claims(record).get("exp")).isEqualTo(253_402_300_799L);
    }

    @Test
    void theAuthorizationServerAddsClaimsAndTakesTheProtocolsFromNobody() {
        Members given = Members.of(Map.ofEntries(
                Map.entry("roles", List.of("admin")),
                Map.entry("nbf", 1L),
                Map.entry("iss", "evil"),
                Map.entry("sub", "evil"),
                Map.entry("exp", 9L),
                Map.entry("iat", 9L),
                Map.entry("jti", "evil"),
                Map.entry("client_id", "evil"),
                Map.entry("scope", "evil"),
                Map.entry("cnf", Map.of("jkt", "evil")),
                Map.entry("grant_id", "evil"),
                Map.entry("grant", Map.of()),
                Map.entry("grant_type", "evil"),
                Map.entry("authorization_details", List.of())));

        Members claims = claims(record(withClaims(given), Properties.NONE));

        assertThat(claims.texts("roles")).containsExactly("admin");
        assertThat(claims.get("nbf")).isEqualTo(1L);
        assertThat(claims.tree().toString()).doesNotContain("evil");
        assertThat(claims.tree()).doesNotContainKeys("scope", "cnf", "grant", "grant_id", "authorization_details");
        assertThat(claims.get("sub")).isEqualTo(Samples.SUBJECT.value());
    }

    @Test
    void aTokenOfNobodyGetsNoSubjectFromOthers() {
        TokenDetails details = TokenDetails.ofRequest(Targets.NONE, NamedBy.ID)
                .withIdentity(Identity.withClaims(Members.of(Map.of("sub", "root"))));
        TokenRecord record = new IssueOrder(
                        Samples.service(),
                        Samples.client(),
                        GrantType.CLIENT_CREDENTIALS,
                        null,
                        ScopeSet.EMPTY,
                        ScopeSet.EMPTY,
                        TokenWish.NONE,
                        new Properties(List.of(new Property("sub", "root", false))),
                        details)
                .mint(null, Samples.FRESH, NOW)
                .token()
                .record();
        assertThat(claims(record).get("sub")).isNull();
    }

    @Test
    void theAuthorizationServerSaysAudienceAndLoginWhereNothingIsKnownOfThem() {
        Members given = Members.of(Map.of("aud", "https://api.example.com", "acr", "silver", "auth_time", 5L));

        Members unknown = claims(record(withClaims(given), Properties.NONE));
        assertThat(unknown.text("aud")).isEqualTo("https://api.example.com");
        assertThat(unknown.text("acr")).isEqualTo("silver");
        assertThat(unknown.get("auth_time")).isEqualTo(5L);

        Members known = claims(record(
                withClaims(given)
                        .withTargets(Targets.of(List.of(RESOURCE), null))
                        .withAuthentication(LOGIN),
                Properties.NONE));
        assertThat(known.texts("aud")).containsExactly(RESOURCE);
        assertThat(known.text("acr")).isEqualTo("gold");
        assertThat(known.get("auth_time")).isEqualTo(1_700_000_000L);
    }

    @Test
    void visiblePropertiesAreClaimsUnlessTheyWouldMeanSomethingElse() {
        Properties properties = new Properties(List.of(
                new Property("plan", "gold", false),
                new Property("roles", "[]", false),
                new Property("secret", "x", true),
                new Property("sub", "root", false),
                new Property("aud", "evil", false),
                new Property("auth_time", "evil", false)));
        Members given = Members.of(Map.of("roles", List.of("reader")));

        Members claims = claims(record(withClaims(given), properties));

        assertThat(claims.text("plan")).isEqualTo("gold");
        assertThat(claims.texts("roles")).containsExactly("reader");
        assertThat(claims.tree()).doesNotContainKeys("secret", "aud", "auth_time");
        assertThat(claims.text("sub")).isEqualTo(Samples.SUBJECT.value());
    }

    private Members claims(TokenRecord record) {
        return new AccessTokenContent(service, record, Samples.ACCESS, List.of()).claims(NOW);
    }

    private static TokenDetails withClaims(Members claims) {
        return TokenDetails.NONE.withIdentity(
                new Identity(null, List.of(), List.of(), RequestedClaims.NONE, claims, Members.NONE));
    }

    private static TokenRecord record(TokenDetails details, Properties properties, String... scopes) {
        return new IssueOrder(
                        Samples.service(),
                        Samples.client(),
                        GrantType.AUTHORIZATION_CODE,
                        Samples.SUBJECT,
                        ScopeSet.of(scopes),
                        ScopeSet.of(scopes),
                        TokenWish.NONE,
                        properties,
                        details)
                .mint(HeadState.of(Samples.head()), Samples.FRESH, NOW)
                .token()
                .record();
    }
}
