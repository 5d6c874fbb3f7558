package dev.grantkeep.adapter.rest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.P256Keys;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.service.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    private static final Map<String, Object> KEY = P256Keys.privateKey("one");
    private static final String PRIVATE = P256Keys.set(KEY);
    private static final String PUBLIC = P256Keys.set(P256Keys.publicKey(KEY));

    private final RestServer server = RestServer.shared();

    private static String members(String jwks) {
        return JsonText.write(Map.of("jwks", jwks));
    }

    private Service stored(String jwks) {
        return server.given(Services.aService().withOpaque(members(jwks)).build());
    }

    @Nested
    class Get {
        private final Service service = stored(PRIVATE);

        private List<RestServer.Caller> callers() {
            return List.of(server.v2(service), server.v3(service));
        }

        @Test
        void theAnswerIsThePublicSetItself() {
            for (RestServer.Caller caller : callers()) {
                Answer answer = caller.get("/service/jwks/get");

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json()).isEqualTo(Json.read(PUBLIC));
                assertThat(answer.body()).doesNotContain("\n", "\"d\"");
            }
        }

        @Test
        void privateMembersAreInItIfTheyAreAskedFor() {
            for (RestServer.Caller caller : callers()) {
                assertThat(caller.get("/service/jwks/get?includePrivateKeys=true")
                                .body())
                        .isEqualTo(PRIVATE);
                assertThat(caller.get("/service/jwks/get?includePrivateKeys=false")
                                .json())
                        .isEqualTo(Json.read(PUBLIC));
            }
        }

        @Test
        void itIsIndentedIfThatIsAskedFor() {
            for (RestServer.Caller caller : callers()) {
                Answer answer = caller.get("/service/jwks/get?pretty=true&includePrivateKeys=false");

                assertThat(answer.body().lines()).hasSizeGreaterThan(5);
                assertThat(answer.json()).isEqualTo(Json.read(PUBLIC));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"pretty=maybe", "includePrivateKeys=yes", "pretty=true&pretty=true"})
        void aParameterThatIsNoneIsRefused(String query) {
            Answer answer = server.v2(service).get("/service/jwks/get?" + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("A125201");
        }

        @Test
        void othersGetNothing() {
            Service other = server.given(Services.aService().build());

            assertThat(server.anonymous().get("/service/jwks/get").status()).isEqualTo(401);
            assertThat(server.v3(other)
                            .at("/api/" + service.id())
                            .get("/service/jwks/get")
                            .status())
                    .isIn(401, 403);
        }

        @Test
        void aServiceWithoutASetHasNoContent() {
            Service without = server.given(Services.aService().build());

            assertThat(server.v2(without).get("/service/jwks/get").status()).isEqualTo(204);
            assertThat(server.v3(stored(""))
                            .get("/service/jwks/get?pretty=true")
                            .status())
                    .isEqualTo(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"?includePrivateKeys=true", "", "?pretty=true"})
        void whatWasStoredBeforeAndIsNoSetIsAClearError(String query) {
            Answer answer = server.v2(stored("garbage")).get("/service/jwks/get" + query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).startsWith("[A125210] The service's `jwks` is not a JWK Set (RFC 7517): ");
        }

        @Test
        void aNewKeyIsThereAtOnce() {
            Map<String, Object> next = P256Keys.privateKey("two");
            String both = P256Keys.set(KEY, next);

            Answer updated = server.owner().post("/service/update/" + service.id(), members(both));

            assertThat(updated.member("jwks")).isEqualTo(both);
            assertThat(server.v2(service).get("/service/jwks/get").json())
                    .isEqualTo(Json.read(P256Keys.set(P256Keys.publicKey(KEY), P256Keys.publicKey(next))));
        }
    }

    @Nested
    class Registering {
        @ParameterizedTest
        @ValueSource(strings = {"garbage", "[]", "{\"keys\":[{}]}"})
        void whatIsNoSetIsRefusedAndChangesNothing(String jwks) {
            Service service = stored(PRIVATE);

            for (Answer answer : List.of(
                    server.owner().post("/service/create", members(jwks)),
                    server.owner().post("/service/update/" + service.id(), members(jwks)))) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.message()).startsWith("[A130201] The value of 'jwks' must be a JWK Set (RFC 7517): ");
            }
            assertThat(server.stores().services().find(service.id())).contains(service);
        }

        @Test
        void aPrivateKeyThatDoesNotFitItsPublicPartIsRefused() {
            Map<String, Object> mixed = new HashMap<>(P256Keys.privateKey("two"));
            mixed.put("d", KEY.get("d"));
            Service service = stored(PRIVATE);

            for (Answer answer : List.of(
                    server.owner().post("/service/create", members(P256Keys.set(KEY, mixed))),
                    server.owner().post("/service/update/" + service.id(), members(P256Keys.set(KEY, mixed))))) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.message())
                        .isEqualTo("[A130201] The value of 'jwks' must be a JWK Set (RFC 7517):"
                                + " keys[1] has a private part that is not that of its public one.");
            }
            assertThat(server.stores().services().find(service.id())).contains(service);
        }

        @Test
        void aSymmetricKeyIsAServicesOwnAffair() {
            String jwks = P256Keys.set(KEY, Map.of("kty", "oct", "k", "AAAA"));

            assertThat(server.owner().post("/service/create", members(jwks)).member("jwks"))
                    .isEqualTo(jwks);
        }

        @Test
        void whatWasStoredBeforeStaysUntilItIsChanged() {
            Service service = stored("garbage");
            String kept = "{\"jwks\":\"garbage\",\"serviceName\":\"new\"}";

            assertThat(server.owner().get("/service/get/" + service.id()).member("jwks"))
                    .isEqualTo("garbage");
            assertThat(server.owner()
                            .post("/service/update/" + service.id(), kept)
                            .member("serviceName"))
                    .isEqualTo("new");
            assertThat(server.owner()
                            .post("/service/update/" + service.id(), members("other"))
                            .status())
                    .isEqualTo(400);
            assertThat(server.owner()
                            .post("/service/update/" + service.id(), "{}")
                            .member("jwks"))
                    .isNull();
        }
    }

    @Nested
    class RegisteringOfAClient {
        private final Service service = server.given(Services.aService().build());

        @Test
        void publicKeysAreKept() {
            for (RestServer.Caller caller : List.of(server.v2(service), server.v3(service))) {
                Answer created = caller.post("/client/create", members(PUBLIC));

                assertThat(created.member("jwks")).isEqualTo(PUBLIC);
                assertThat(caller.get("/client/get/" + created.member("clientId"))
                                .member("jwks"))
                        .isEqualTo(PUBLIC);
            }
        }

        @Test
        void privateAndSymmetricKeysAreRefused() {
            RestServer.Caller caller = server.v2(service);
            String id = caller.post("/client/create", members(PUBLIC)).member("clientId");

            for (String jwks : List.of(PRIVATE, P256Keys.set(Map.of("kty", "oct", "k", "AAAA")))) {
                for (Answer answer : List.of(
                        caller.post("/client/create", members(jwks)),
                        caller.post("/client/update/" + id, members(jwks)))) {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.message())
                            .endsWith("The value of 'jwks' must be a JWK Set of public keys: it has a private or"
                                    + " symmetric one.");
                }
            }
            assertThat(caller.get("/client/get/" + id).member("jwks")).isEqualTo(PUBLIC);
        }

        @ParameterizedTest
        @ValueSource(strings = {"garbage", "{}x", "{\"keys\":[{}]}"})
        void whatIsNoSetIsRefused(String jwks) {
            Answer answer = server.v3(service).post("/client/create", members(jwks));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).contains("The value of 'jwks' must be a JWK Set (RFC 7517): ");
        }
    }
}
