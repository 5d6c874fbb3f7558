package dev.grantkeep.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.service.AuthorizationPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that were pushed (RFC 9126), and requests whose response is to be a JWT (JARM). */
final class SecuredRequestTest {
    private static final String URI = "https://client.example.org/cb";
    private static final String OTHER = "https://client.example.org/other";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>(Map.of(
            "client_id", List.of(Samples.CLIENT.toString()),
            "response_type", List.of("code"),
            "redirect_uri", List.of(URI)));
    private final Map<String, Object> ofService = new HashMap<>(Map.of(
            "supportedGrantTypes", List.of("AUTHORIZATION_CODE", "IMPLICIT"),
            "supportedResponseTypes", List.of("CODE", "TOKEN")));
    private final Map<String, Object> ofClient = new HashMap<>(Map.of(
            "redirectUris", List.of(URI),
            "clientType", "CONFIDENTIAL",
            "grantTypes", List.of("AUTHORIZATION_CODE", "IMPLICIT"),
            "responseTypes", List.of("CODE", "TOKEN")));
    private RequestOrigin origin = RequestOrigin.BROWSER;

    @ParameterizedTest
    @CsvSource({
        "code, jwt, QUERY_JWT",
        "token, jwt, FRAGMENT_JWT",
        "code, query.jwt, QUERY_JWT",
        "code, fragment.jwt, FRAGMENT_JWT",
        "token, form_post.jwt, FORM_POST_JWT"
    })
    void aResponseIsAJwtWhereThatIsAsked(String type, String asked, ResponseMode mode) {
        ofClient.put("authorizationSignAlg", "ES256");
        asking(type, asked);
        assertThat(decide()).isInstanceOf(RequestVerdict.Valid.class);
        assertThat(decide().target()).isEqualTo(new ResponseTarget(URI, true, mode, null));
    }

    @Test
    void aTokenIsInNoQueryThatOthersCanRead() {
        ofClient.put("authorizationSignAlg", "ES256");
        asking("token", "query.jwt");
        assertThat(decide()).isEqualTo(refused(AuthorizationRefusal.RESPONSE_MODE_INVALID, ResponseMode.FRAGMENT_JWT));
        ofClient.put("authorizationEncryptionAlg", "ECDH_ES");
        assertThat(decide().target()).isEqualTo(new ResponseTarget(URI, true, ResponseMode.QUERY_JWT, null));
    }

    @ParameterizedTest
    @CsvSource({"code, jwt, QUERY", "token, jwt, FRAGMENT", "token, query.jwt, FRAGMENT", "code, form_post.jwt, QUERY"})
    void whoHasNoSignatureIsToldPlainly(String type, String asked, ResponseMode mode) {
        asking(type, asked);
        assertThat(decide()).isEqualTo(refused(AuthorizationRefusal.RESPONSE_NOT_SIGNED, mode));
        ofClient.put("authorizationSignAlg", "NONE");
        assertThat(decide()).isEqualTo(refused(AuthorizationRefusal.RESPONSE_NOT_SIGNED, mode));
    }

    @ParameterizedTest
    @CsvSource({"jwt, QUERY_JWT", "fragment.jwt, FRAGMENT_JWT", "form_post, QUERY", "x, QUERY"})
    void anUnknownResponseTypeIsToldAsTheClientWantsIt(String asked, ResponseMode mode) {
        ofClient.put("authorizationSignAlg", "ES256");
        asking("x", asked);
        assertThat(decide().target()).isEqualTo(new ResponseTarget(URI, true, mode, null));
    }

    @Test
    void onlyAPushedRequestIsTakenWhereThatIsRequired() {
        for (Map<String, Object> whose : List.of(ofService, ofClient)) {
            whose.put("parRequired", true);
            origin = RequestOrigin.BROWSER;
            assertThat(decide()).isEqualTo(refused(AuthorizationRefusal.PUSHED_REQUEST_REQUIRED, ResponseMode.QUERY));
            origin = RequestOrigin.PUSHED;
            assertThat(decide()).isInstanceOf(RequestVerdict.Valid.class);
            whose.remove("parRequired");
        }
    }

    @Test
    void anotherRedirectUriIsForWhoeverPushesAndAuthenticates() {
        parameters.put("redirect_uri", List.of(OTHER));
        origin = RequestOrigin.PUSHED;
        assertNotRegistered();
        ofService.put(
                "attributes", List.of(Map.of("key", AuthorizationPolicy.NEW_REDIRECT_URIS_PUSHED, "value", "true")));
        assertThat(decide()).isInstanceOf(RequestVerdict.Valid.class);
        origin = RequestOrigin.BROWSER;
        assertNotRegistered();
        origin = RequestOrigin.PUSHED;
        ofClient.put("clientType", "PUBLIC");
        assertNotRegistered();
        ofClient.put("clientType", "CONFIDENTIAL");
        parameters.put("redirect_uri", List.of("http://client.example.org/other"));
        assertNotRegistered();
    }

    private void assertNotRegistered() {
        assertThat(decide())
                .isEqualTo(new RequestVerdict.Refused(
                        AuthorizationRefusal.REDIRECT_URI_NOT_REGISTERED,
                        parameters.get("redirect_uri").get(0),
                        null));
    }

    private void asking(String type, String mode) {
        parameters.put("response_type", List.of(type));
        parameters.put("response_mode", List.of(mode));
    }

    private static RequestVerdict refused(AuthorizationRefusal why, ResponseMode mode) {
        return new RequestVerdict.Refused(why, null, new ResponseTarget(URI, true, mode, null));
    }

    private RequestVerdict decide() {
        Service service = new Service(
                Samples.SERVICE,
                1,
                new Secret("secret"),
                Samples.KEY,
                new ServiceSettings(Members.of(ofService), Set.of()),
                Samples.NOW,
                Samples.NOW,
                Version.FIRST);
        Client client = Samples.client()
                .update(new ClientSettings(Members.of(ofClient), Set.of()), Samples.NOW)
                .state();
        return new ReceivedRequest(
                        service,
                        client,
                        origin,
                        new Parameters(parameters),
                        false,
                        new RequestedDetails.None(),
                        AskedClaims.NONE,
                        IdTokenHint.NONE,
                        null)
                .decide();
    }
}
