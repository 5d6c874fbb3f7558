package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.ObjectParameters.Refusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectParametersTest {
    private static final String ID = Samples.CLIENT.toString();
    private static final String URI = "https://client.example.org/cb";

    private final Map<String, List<String>> inside = new LinkedHashMap<>();
    private final Map<String, List<String>> beside =
            new LinkedHashMap<>(Map.of("client_id", List.of(ID), "request", List.of("a.b.c")));
    private RequestOrigin origin = RequestOrigin.BROWSER;
    private boolean traditional;

    private ObjectParameters parameters() {
        return new ObjectParameters(
                new RequestObjectRules(service(), client(), origin), new Parameters(inside), new Parameters(beside));
    }

    private Service service() {
        Members members = Members.of(Map.of("traditionalRequestObjectProcessingApplied", traditional));
        return Samples.service()
                .update(new ServiceSettings(members, Set.of()), NOW)
                .state();
    }

    private static Client client() {
        Members members = Members.of(Map.of("redirectUris", List.of(URI)));
        return Samples.client()
                .update(new ClientSettings(members, Set.of()), NOW)
                .state();
    }

    private void assertRefused(@Nullable AuthorizationRefusal why, String parameter) {
        assertThat(parameters().refusal(Set.of(ID)).orElse(null))
                .isEqualTo(why == null ? null : new Refusal(why, parameter));
    }

    @Test
    void theObjectIsOfTheClientWhoseRequestItIsIn() {
        assertRefused(null, "");
        inside.put("client_id", List.of(ID));
        assertRefused(null, "");
        inside.put("client_id", List.of("4711"));
        for (boolean each : List.of(true, false)) {
            traditional = each;
            assertRefused(AuthorizationRefusal.REQUEST_OBJECT_CONTRADICTED, "client_id");
        }
    }

    @Nested
    class ByRfc9101 {
        @Test
        void nothingBesideTheObjectCounts() {
            beside.put("state", List.of("s"));
            beside.put("scope", List.of("write"));
            beside.put("resource", List.of("https://b.example/"));
            inside.put("scope", List.of("read"));
            inside.put("response_type", List.of("code"));
            assertThat(parameters().effective().byName())
                    .isEqualTo(Map.of(
                            "client_id", List.of(ID), "scope", List.of("read"), "response_type", List.of("code")));
        }

        @Test
        void nothingBesideTheObjectIsMissedOrMinded() {
            inside.put("response_type", List.of("code"));
            beside.put("response_type", List.of("token", "none"));
            assertRefused(null, "");
        }

        @Test
        void nothingBesideTheObjectSaysWhereAnErrorGoes() {
            beside.put("redirect_uri", List.of(URI));
            assertThat(ObjectParameters.errorTarget(service(), client(), new Parameters(beside)))
                    .isNull();
        }
    }

    @Nested
    class ByOpenIdConnectCore {
        @Test
        void whatTheObjectHasNotCounts() {
            traditional = true;
            beside.put("state", List.of("s"));
            beside.put("scope", List.of("openid write"));
            beside.put("request_uri", List.of(""));
            inside.put("scope", List.of("openid read"));
            assertThat(parameters().effective().byName())
                    .isEqualTo(
                            Map.of("client_id", List.of(ID), "scope", List.of("openid read"), "state", List.of("s")));
        }

        @Test
        void responseTypeAndOpenIdAreBesideTheObject() {
            traditional = true;
            inside.put("response_type", List.of("code"));
            assertRefused(AuthorizationRefusal.MISSING_BESIDE_REQUEST_OBJECT, "response_type");
            beside.put("response_type", List.of("code"));
            assertRefused(null, "");
            inside.put("scope", List.of("read openid"));
            assertRefused(AuthorizationRefusal.MISSING_BESIDE_REQUEST_OBJECT, "scope");
            beside.put("scope", List.of("read openidx"));
            assertRefused(AuthorizationRefusal.MISSING_BESIDE_REQUEST_OBJECT, "scope");
            beside.put("scope", List.of("openid"));
            assertRefused(null, "");
        }

        @ParameterizedTest
        @CsvSource({
            "code, code, true",
            "code, token, false",
            "code id_token, id_token code, true",
            "code id_token, code, false",
            "x y, x y, true",
            "x y, y x, false"
        })
        void theResponseTypeIsTheSame(String one, String other, boolean same) {
            traditional = true;
            beside.put("response_type", List.of(one));
            inside.put("response_type", List.of(other));
            assertRefused(same ? null : AuthorizationRefusal.REQUEST_OBJECT_CONTRADICTED, "response_type");
        }

        @ParameterizedTest
        @ValueSource(strings = {"state", "nonce", "response_type"})
        void nothingBesideTheObjectStandsTwice(String name) {
            traditional = true;
            beside.put(name, List.of("a", "b"));
            inside.put(name, List.of("c"));
            assertRefused(AuthorizationRefusal.PARAMETER_REPEATED, name);
        }

        /** RFC 9126 section 3. */
        @Test
        void aPushedRequestNeedsNothingBesideTheObject() {
            traditional = true;
            origin = RequestOrigin.PUSHED;
            beside.remove("client_id");
            inside.put("scope", List.of("openid"));
            inside.put("response_type", List.of("code"));
            assertRefused(null, "");
            assertThat(parameters().effective().byName())
                    .isEqualTo(Map.of(
                            "client_id", List.of(ID), "scope", List.of("openid"), "response_type", List.of("code")));
        }

        @Test
        void anErrorGoesWhereTheRequestSays() {
            traditional = true;
            beside.put("redirect_uri", List.of(URI));
            beside.put("response_type", List.of("token"));
            beside.put("state", List.of("s"));
            assertThat(ObjectParameters.errorTarget(service(), client(), new Parameters(beside)))
                    .isEqualTo(new ResponseTarget(URI, true, ResponseMode.FRAGMENT, "s"));
            beside.put("response_type", List.of("unknown"));
            beside.put("state", List.of("s", "t"));
            assertThat(ObjectParameters.errorTarget(service(), client(), new Parameters(beside)))
                    .isEqualTo(new ResponseTarget(URI, true, ResponseMode.QUERY, null));
            beside.put("redirect_uri", List.of("https://evil.example/"));
            assertThat(ObjectParameters.errorTarget(service(), client(), new Parameters(beside)))
                    .isNull();
        }
    }
}
