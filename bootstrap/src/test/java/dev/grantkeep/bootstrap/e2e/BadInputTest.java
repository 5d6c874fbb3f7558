package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be right: each gets a clear no, with the right status, and changes nothing at all. */
@OnEveryStore
final class BadInputTest {
    private static final String LONGEST_LONG_AND_MORE = "99999999999999999999";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private final Api api;
    private final Tokens tokens;
    private String before = "";

    BadInputTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
        api = tenant.api();
        tokens = client.tokens("user", "read write");
    }

    @BeforeEach
    void rememberTheState() {
        before = state();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(state()).isEqualTo(before);
    }

    /** All that the API shows of the service. */
    private String state() {
        return Stream.of(
                        stage.owner().get(stage.dialect().servicePath("get", tenant.id())),
                        api.get("client/get/list"),
                        api.get("auth/token/get/list"),
                        api.get("client/granted_scopes/get/" + client.id() + "/user"),
                        tenant.introspect(tokens.access()),
                        api.post("auth/introspection/standard", "parameters", Form.of("token", tokens.refresh())))
                .map(answer -> answer.ok().text())
                .reduce("", String::concat);
    }

    @Nested
    class Credentials {
        @Test
        void thatAreMissingAre401() {
            Answer answer = api.as(null).get("client/get/list").refused(401).says("A001202");
            if (stage.dialect() == Dialect.V2) {
                assertThat(answer.text("resultMessage"))
                        .isEqualTo("[A001202] /client/get/list, Authorization header is missing.");
            }
            api.as(null)
                    .post("auth/token/update", "accessToken", tokens.access())
                    .refused(401);
            api.as(null).postJson("/api/service/create", "{}").refused(401);
        }

        @Test
        void thatAreWrongAre401() {
            String key = Long.toString(tenant.id());
            for (String secret :
                    List.of("wrong", tenant.secret() + "x", tenant.secret().substring(1), "\u00fc")) {
                api.as(stage.dialect().credentials(key, secret))
                        .get("client/get/list")
                        .refused(401);
            }
            api.as(Dialect.basic("1", tenant.secret())).get("client/get/list").refused(401);
            api.as(Dialect.basic(LONGEST_LONG_AND_MORE, "x"))
                    .get("client/get/list")
                    .refused(401);
            stage.owner()
                    .as(stage.dialect().credentials(RunningGrantkeep.OWNER_KEY, "wrong"))
                    .postJson("/api/service/create", "{}")
                    .refused(401);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic",
                    "Basic ",
                    "Basic !!!",
                    "Basic bm8tY29sb24=",
                    "Basic Og==",
                    "Bearer",
                    "Bearer ",
                    "Bearer a b",
                    "Digest username=x",
                    "x",
                    ":"
                })
        void thatAreMalformedAreRefused(String header) {
            Answer answer = api.as(header).get("client/get/list");

            assertThat(answer.status()).isIn(400, 401);
            answer.refused(answer.status());
        }

        @Test
        void ofAnotherServiceReachNothingHere() {
            Tenant other = stage.tenant();

            if (stage.dialect() == Dialect.V3) {
                other.api().of(tenant.id()).get("client/get/list").refused(403);
                other.api()
                        .of(tenant.id())
                        .delete("client/delete/" + client.id())
                        .refused(403);
            }
            for (String verb : List.of("get", "delete", "update")) {
                Answer answer = other.api()
                        .send(
                                verb.equals("get") ? "GET" : verb.equals("delete") ? "DELETE" : "POST",
                                stage.dialect().servicePath(verb, tenant.id()),
                                verb.equals("update") ? Api.JSON : null,
                                verb.equals("update") ? "{}".getBytes(UTF_8) : null);
                assertThat(answer.status()).isIn(401, 403);
            }
        }

        @Test
        void ofAServiceDoNotMakeServices() {
            Answer create = api.postJson("/api/service/create", "{\"serviceName\":\"x\"}");
            assertThat(create.status()).as(create.text()).isIn(401, 403);

            if (stage.dialect() == Dialect.V2) {
                Answer delete = api.delete("/api/service/delete/" + tenant.id());
                assertThat(delete.status()).as(delete.text()).isIn(401, 403);
            }
        }
    }

    @Nested
    class WhatBelongsToAnotherService {
        private final Api other = stage.tenant().api();

        @Test
        void isNoClientHere() {
            String id = Long.toString(client.id());
            other.get("client/get/" + id).refused(403);
            other.postJson("client/update/" + id, "{\"clientName\":\"taken over\"}")
                    .refused(403);
            other.delete("client/delete/" + id).refused(403);
            other.get("client/secret/refresh/" + id).refused(403);
            other.post("client/secret/update/" + id, "clientSecret", "abc").refused(403);
            other.post("client/lock_flag/update/" + id, "clientLocked", true).refused(403);
            other.get("client/extension/requestable_scopes/get/" + id).refused(403);
            other.post("client/extension/requestable_scopes/update/" + id, "requestableScopes", List.of())
                    .refused(403);
            other.delete("client/extension/requestable_scopes/delete/" + id).refused(403);
            other.post("client/authorization/update/" + id, "subject", "user", "scopes", List.of())
                    .refused(403);
            other.delete("client/authorization/delete/" + id + "/user").refused(403);
            other.get("client/granted_scopes/get/" + id + "/user").refused(403);
            other.delete("client/granted_scopes/delete/" + id + "/user").refused(403);
            other.get("auth/token/get/list?clientIdentifier=" + id).refused(403);
            other.post("auth/token/revoke", "clientIdentifier", id).refused(403);
            other.post("auth/token/create", "grantType", "AUTHORIZATION_CODE", "clientId", id, "subject", "user")
                    .does("FORBIDDEN");
        }

        @Test
        void isNoTokenHere() {
            other.post("auth/token/update", "accessToken", tokens.access(), "scopes", List.of())
                    .does("FORBIDDEN");
            noneOfIts(other.delete("auth/token/delete/" + tokens.access()));
            noneOfIts(other.post("auth/token/revoke", "accessTokenIdentifier", tokens.access()));
            noneOfIts(other.post("auth/token/revoke", "refreshTokenIdentifier", tokens.refresh()));
            assertThat(other.post("auth/token/revoke", "subject", "user").ok().number("count"))
                    .isZero();
            assertThat(other.get("client/authorization/get/list/user").ok().number("totalCount"))
                    .isZero();
            assertThat(other.get("auth/token/get/list?subject=user").ok().number("totalCount"))
                    .isZero();
        }

        private void noneOfIts(Answer answer) {
            assertThat(answer.status()).as(answer.text()).isIn(403, 404);
        }
    }

    @Nested
    class ASubject {
        /** Every call that takes a subject, as a function of the subject's JSON text. */
        private List<Function<String, Answer>> calls() {
            String id = Long.toString(client.id());
            return List.of(
                    s -> api.postJson("client/authorization/get/list", "{" + member(s) + "\"start\":0}"),
                    s -> api.postJson("client/authorization/update/" + id, "{" + member(s) + "\"scopes\":\"read\"}"),
                    s -> api.postJson("client/authorization/delete/" + id, "{" + member(s) + "\"x\":0}"),
                    s -> api.postJson("client/granted_scopes/get/" + id, "{" + member(s) + "\"x\":0}"),
                    s -> api.postJson("client/granted_scopes/delete/" + id, "{" + member(s) + "\"x\":0}"));
        }

        private static String member(String json) {
            return json.isEmpty() ? "" : "\"subject\":" + json + ",";
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "\"\"",
                    "\"us\u00e9r\"",
                    "\"\u7528\u6237\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"a\\nb\"",
                    "\"a\\u007fb\"",
                    "{}",
                    "[\"user\"]",
                    "[]"
                })
        void thatCannotBeIs400(String json) {
            assertThat(calls()).allSatisfy(call -> call.apply(json).refused(400));
        }

        @Test
        void of101CharactersIs400AndOf100IsNot() {
            assertThat(calls())
                    .allSatisfy(
                            call -> call.apply("\"" + "s".repeat(101) + "\"").refused(400));
            assertThat(calls())
                    .allSatisfy(
                            call -> call.apply("\"" + "s".repeat(100) + "\"").ok());
        }

        @Test
        void inAPathOrQueryIsCheckedToo() {
            String list = "client/authorization/get/list";
            String delete = "client/authorization/delete/" + client.id();
            for (String subject : List.of("us%C3%A9r", "%00", "%ff", "s".repeat(101), "a%0Ab")) {
                api.get(list + "/" + subject).refused(400);
                api.get(list + "?subject=" + subject).refused(400);
                api.delete(delete + "/" + subject).refused(400);
                api.delete(delete + "?subject=" + subject).refused(400);
                api.get("auth/token/get/list?subject=" + subject).refused(400);
            }
            api.get(list).refused(400);
            api.get(list + "?subject=").refused(400);
            api.delete(delete).refused(400);
        }

        @Test
        void isNeededToMakeAToken() {
            refusedByAction(create("\"grantType\":\"AUTHORIZATION_CODE\""));
            for (String subject : List.of("\"\"", "\"us\u00e9r\"", "\"" + "s".repeat(101) + "\"", "\"\\ud800\"")) {
                refusedByAction(create("\"grantType\":\"AUTHORIZATION_CODE\",\"subject\":" + subject));
            }
        }
    }

    @Nested
    class AnId {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "0",
                    "-1",
                    "1.5",
                    "1e3",
                    LONGEST_LONG_AND_MORE,
                    "9223372036854775807",
                    "9223372036854775808",
                    "%00",
                    "%20",
                    "%C3%BC",
                    "%ff",
                    "%EF%BC%91"
                })
        void thatNamesNoClientIsNotFound(String id) {
            List<Answer> answers = List.of(
                    api.get("client/get/" + id),
                    api.postJson("client/update/" + id, "{\"clientName\":\"x\"}"),
                    api.get("client/secret/refresh/" + id),
                    api.post("client/lock_flag/update/" + id, "clientLocked", true),
                    api.post("client/authorization/update/" + id, "subject", "user", "scopes", "read"),
                    api.delete("client/authorization/delete/" + id + "?subject=user"),
                    api.get("client/granted_scopes/get/" + id + "?subject=user"),
                    api.get("auth/token/get/list?clientIdentifier=" + id.replace("+", "%2B")));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.text()).isIn(400, 404);
                answer.refused(answer.status());
            });
        }

        @Test
        void thatIsNotEncodedMayHoldASlash() {
            api.get("client/get/abc+/=").refused(404);
            api.delete("client/delete/abc+/=").refused(404);
            api.get("client/secret/refresh/abc+/=").refused(404);
            api.post("client/secret/update/abc+/=", "clientSecret", "abc").refused(404);
            api.post("client/lock_flag/update/abc+/=", "clientLocked", true).refused(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "0", "-1", LONGEST_LONG_AND_MORE, "%00"})
        void thatNamesNoServiceIsRefused(String id) {
            String path = stage.dialect() == Dialect.V2 ? "/api/service/get/" + id : "/api/" + id + "/service/get";
            Answer answer = stage.owner().get(path);

            assertThat(answer.status()).as(answer.text()).isIn(400, 404);
            answer.refused(answer.status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"abc\"", LONGEST_LONG_AND_MORE, "1e400", "1.5", "-1", "[]", "{}", "true"})
        void ofAClientInABodyThatIsNoneIsRefused(String json) {
            refusedByAction(api.postJson(
                    "auth/token/create",
                    "{\"grantType\":\"AUTHORIZATION_CODE\",\"subject\":\"user\",\"clientId\":" + json + "}"));
        }
    }

    @Nested
    class ABody {
        static final List<String> ENDPOINTS = List.of(
                "client/create",
                "client/authorization/get/list",
                "auth/token/update",
                "auth/token/create",
                "auth/token/revoke",
                "auth/token",
                "auth/authorization",
                "auth/authorization/issue",
                "auth/authorization/fail",
                "auth/introspection",
                "auth/introspection/standard",
                "auth/userinfo",
                "auth/userinfo/issue",
                "auth/token/issue",
                "auth/token/fail",
                "device/authorization",
                "device/verification",
                "device/complete",
                "auth/revocation");

        @ParameterizedTest
        @FieldSource("ENDPOINTS")
        void thatIsNoJsonObjectIs400(String endpoint) {
            for (String body : List.of(
                    "{",
                    "}",
                    "null",
                    "[]",
                    "[{}]",
                    "\"text\"",
                    "42",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{} {}",
                    "{'a':1}",
                    "{a:1}",
                    "\uFEFF{}x",
                    "{\"a\":01}",
                    "{\"a\":\"\n\"}",
                    "NaN",
                    "{\"a\":tru}")) {
                Answer answer = api.postJson(endpoint, body);
                assertThat(answer.status()).as(endpoint + " " + body).isEqualTo(400);
                answer.refused(400);
            }
        }

        @ParameterizedTest
        @FieldSource("ENDPOINTS")
        void thatIsEmptyIsRefused(String endpoint) {
            refusedByAction(api.postJson(endpoint, ""));
            refusedByAction(api.postJson(endpoint, " "));
            refusedByAction(api.send("POST", endpoint, null, null));
        }

        @ParameterizedTest
        @FieldSource("ENDPOINTS")
        void thatIsNotUtf8OrDeeplyNestedOrHugeIs400(String endpoint) {
            byte[] notUtf8 = "{\"subject\":\"xx\"}".getBytes(UTF_8);
            notUtf8[12] = (byte) 0xC3;
            notUtf8[13] = (byte) 0x28;
            api.send("POST", endpoint, Api.JSON, notUtf8).refused(400);
            api.postJson(endpoint, "[".repeat(100_000)).refused(400);
            api.postJson(endpoint, "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000))
                    .refused(400);
        }

        @Test
        void of400KilobytesIsRefusedForWhatItSays() {
            String text = "x".repeat(400_000);
            api.postJson("client/authorization/get/list", "{\"subject\":\"" + text + "\"}")
                    .refused(400);
            api.postForm("client/authorization/get/list", "subject=" + text).refused(400);
            api.postJson("auth/introspection", "{\"token\":\"" + text + "\"}").does("UNAUTHORIZED");
            refusedByAction(api.postJson("auth/token/create", "{\"grantType\":\"" + text + "\"}"));
        }

        @ParameterizedTest
        @FieldSource("ENDPOINTS")
        void ofAMegabyteIs413(String endpoint) {
            String text = "x".repeat(1_000_000);
            api.postJson(endpoint, "{\"subject\":\"" + text + "\"}").refused(413);
            api.postForm(endpoint, "subject=" + text).refused(413);
        }

        @Test
        void ofThreeMegabytesIs413() {
            api.postJson("client/create", "{\"description\":\"" + "x".repeat(3_000_000) + "\"}")
                    .refused(413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense", "a/b/c"})
        void ofAnotherContentTypeIsRefused(String type) {
            for (String endpoint : List.of("client/authorization/get/list", "auth/token/update", "client/create")) {
                Answer answer = api.send("POST", endpoint, type, "{\"subject\":\"user\"}".getBytes(UTF_8));
                assertThat(answer.status()).as(answer.text()).isIn(400, 415);
                answer.refused(answer.status());
            }
        }

        @Test
        void withoutAContentTypeIsRefused() {
            Answer answer =
                    api.send("POST", "client/authorization/get/list", null, "{\"subject\":\"user\"}".getBytes(UTF_8));

            assertThat(answer.status()).as(answer.text()).isIn(400, 415);
            answer.refused(answer.status());
        }

        @Test
        void withACharsetIsRead() {
            api.send(
                            "POST",
                            "client/authorization/get/list",
                            "application/json;charset=UTF-8",
                            "{\"subject\":\"user\"}".getBytes(UTF_8))
                    .ok();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"scopes\":{\"a\":1}",
                    "\"scopes\":[1,{}]",
                    "\"scopes\":[[\"read\"]]",
                    "\"scopes\":[null]",
                    "\"scopes\":true",
                    "\"properties\":\"x\"",
                    "\"properties\":[1]",
                    "\"properties\":[{}]",
                    "\"properties\":[{\"key\":1,\"value\":{}}]",
                    "\"properties\":[{\"key\":\"k\",\"value\":\"v\",\"hidden\":\"maybe\"}]",
                    "\"accessTokenExpiresAt\":\"soon\"",
                    "\"accessTokenExpiresAt\":[]",
                    "\"accessTokenExpiresAt\":1.5",
                    "\"accessTokenPersistent\":\"maybe\"",
                    "\"accessTokenPersistent\":{}"
                })
        void withAMemberOfTheWrongTypeIsRefused(String member) {
            refusedByAction(
                    api.postJson("auth/token/update", "{\"accessToken\":\"" + tokens.access() + "\"," + member + "}"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"clientName\":{}",
                    "\"clientType\":\"SECRETIVE\"",
                    "\"clientType\":1",
                    "\"redirectUris\":\"\\ud800\"",
                    "\"redirectUris\":[{}]",
                    "\"grantTypes\":[\"NONSENSE\"]",
                    "\"responseTypes\":{}",
                    "\"tokenAuthMethod\":\"GUESS\"",
                    "\"extension\":\"x\"",
                    "\"extension\":{\"accessTokenDuration\":\"x\"}",
                    "\"attributes\":[{\"key\":{}}]",
                    "\"pkceRequired\":\"yes please\"",
                    "\"developer\":\"\\u0000\"",
                    "\"clientName\":\"a\\u0000b\"",
                    "\"clientName\":\"\\ud800\"",
                    "\"clientIdAlias\":\"\\udfff\"",
                    "\"defaultMaxAge\":-1"
                })
        void thatMakesNoClientIs400(String member) {
            api.postJson("client/create", "{" + member + "}").refused(400);
            api.postJson("client/update/" + client.id(), "{" + member + "}").refused(400);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"serviceName\":{}",
                    "\"serviceName\":\"a\\u0000b\"",
                    "\"serviceName\":\"\\ud800\"",
                    "\"supportedScopes\":\"read\"",
                    "\"supportedScopes\":[{\"name\":\"a b\"}]",
                    "\"supportedScopes\":[{\"name\":\"a\"},{\"name\":\"a\"}]",
                    "\"supportedGrantTypes\":[\"NONSENSE\"]",
                    "\"accessTokenDuration\":9223372036854775807",
                    "\"accessTokenDuration\":99999999999999999999",
                    "\"accessTokenDuration\":\"x\"",
                    "\"clientsPerDeveloper\":-1",
                    "\"attributes\":[{\"key\":\"grantkeep.duration_rule\",\"value\":\"longest\"}]"
                })
        void thatMakesNoServiceIs400(String member) {
            stage.owner().postJson("/api/service/create", "{" + member + "}").refused(400);
            stage.owner()
                    .postJson(stage.dialect().servicePath("update", tenant.id()), "{" + member + "}")
                    .refused(400);
        }
    }

    @Nested
    class AParameterThatStandsTwice {
        @Test
        void inAFormOrQueryIs400() {
            api.get("client/authorization/get/list?subject=user&subject=other").refused(400);
            api.postForm("client/authorization/get/list", "subject=user&subject=other")
                    .refused(400);
            api.delete("client/authorization/delete/" + client.id() + "?subject=user&subject=other")
                    .refused(400);
            api.postForm("client/authorization/delete/" + client.id(), "subject=user&subject=user")
                    .refused(400);
            api.get("auth/token/get/list?start=0&start=1").refused(400);
            refusedByAction(api.postForm(
                    "auth/token/update", "accessToken=" + tokens.access() + "&accessToken=" + tokens.access()));
        }

        @Test
        void inJsonIs400() {
            api.postJson("client/authorization/delete/" + client.id(), "{\"subject\":\"user\",\"subject\":\"other\"}")
                    .refused(400);
        }

        @Test
        void inAClientsRequestIsItsFault() {
            client.refresh(tokens.refresh(), "refresh_token", "x").does("BAD_REQUEST", "invalid_request");
            client.token("grant_type", "refresh_token", "grant_type", "refresh_token", "refresh_token", "x")
                    .does("BAD_REQUEST", "invalid_request");
        }
    }

    @Nested
    class AWindow {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "start=-1",
                    "end=-1",
                    "start=5&end=4",
                    "start=6",
                    "start=0&end=1001",
                    "start=abc",
                    "end=1.5",
                    "end=2147483648",
                    "end=" + LONGEST_LONG_AND_MORE,
                    "start=-9223372036854775808"
                })
        void thatCannotBeIs400(String window) {
            api.get("client/authorization/get/list/user?" + window).refused(400);
            api.postForm("client/authorization/get/list", "subject=user&" + window)
                    .refused(400);
            api.get("client/get/list?" + window).refused(400);
            api.get("auth/token/get/list?" + window).refused(400);
            stage.owner().get("/api/service/get/list?" + window).refused(400);
        }

        @Test
        void ofTokensOfAnUnknownStatusIs400() {
            api.get("auth/token/get/list?tokenStatus=NONSENSE").refused(400);
        }

        @Test
        void thatIsEmptyIsFine() {
            assertThat(api.get("client/get/list?start=3&end=3").ok().number("totalCount"))
                    .isEqualTo(1);
        }
    }

    @Nested
    class ADurationOrInstant {
        @ParameterizedTest
        @ValueSource(strings = {"3153600001", "9223372036854775807", LONGEST_LONG_AND_MORE, "\"x\"", "1.5", "1e30"})
        void thatIsAbsurdIsRefused(String seconds) {
            refusedByAction(create("\"grantType\":\"CLIENT_CREDENTIALS\",\"accessTokenDuration\":" + seconds));
            refusedByAction(create(
                    "\"grantType\":\"AUTHORIZATION_CODE\",\"subject\":\"user\",\"refreshTokenDuration\":" + seconds));
            refusedByAction(api.postJson(
                    "auth/token",
                    "{\"parameters\":\"grant_type=client_credentials\",\"clientId\":\"" + client.id()
                            + "\",\"clientSecret\":\"" + client.secret() + "\",\"accessTokenDuration\":" + seconds
                            + "}"));
            api.postJson("client/create", "{\"extension\":{\"accessTokenDuration\":" + seconds + "}}")
                    .refused(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"253402300799001", "9223372036854775807", LONGEST_LONG_AND_MORE, "1e30"})
        void thatNoCalendarKnowsIsRefused(String instant) {
            for (String member : List.of("accessTokenExpiresAt", "refreshTokenExpiresAt")) {
                refusedByAction(api.postJson(
                        "auth/token/update",
                        "{\"accessToken\":\"" + tokens.access() + "\",\"" + member + "\":" + instant + "}"));
            }
        }

        @Test
        void thatIsNegativeIsAsIfItWereNotThere() {
            api.post("auth/token/update", "accessToken", tokens.access(), "accessTokenExpiresAt", -1)
                    .does("OK");
        }

        @Test
        void ofAnAuthenticationBeforeTimeIsRefused() {
            refusedByAction(create("\"grantType\":\"AUTHORIZATION_CODE\",\"subject\":\"user\",\"authTime\":-1"));
        }
    }

    @Nested
    class Properties {
        @Test
        void ofMoreThan65535BytesAreRefused() {
            String large = "[{\"key\":\"k\",\"value\":\"" + "v".repeat(60_000) + "\"}]";

            refusedByAction(api.postJson(
                    "auth/token/update", "{\"accessToken\":\"" + tokens.access() + "\",\"properties\":" + large + "}"));
            refusedByAction(create("\"grantType\":\"CLIENT_CREDENTIALS\",\"properties\":" + large));
            refusedByAction(api.postJson(
                    "auth/token",
                    "{\"parameters\":\"" + Form.of("grant_type", "refresh_token", "refresh_token", tokens.refresh())
                            + "\",\"clientId\":\"" + client.id() + "\",\"clientSecret\":\"" + client.secret()
                            + "\",\"properties\":" + large + "}"));
            String ticket = client.ticket("response_type", "code");
            refusedByAction(api.postJson(
                    "auth/authorization/issue",
                    "{\"ticket\":\"" + ticket + "\",\"subject\":\"user\",\"properties\":" + large + "}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00"})
        void withTextThatNoStoreCanKeepAreRefused(String text) {
            for (String property : List.of(
                    "{\"key\":\"k\",\"value\":\"" + text + "\"}", "{\"key\":\"k" + text + "\",\"value\":\"v\"}")) {
                refusedByAction(api.postJson(
                        "auth/token/update",
                        "{\"accessToken\":\"" + tokens.access() + "\",\"properties\":[" + property + "]}"));
                refusedByAction(create("\"grantType\":\"CLIENT_CREDENTIALS\",\"properties\":[" + property + "]"));
            }
        }
    }

    @Nested
    class ARedirectUri {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://client.example.org/a b",
                    "relative/uri",
                    "/path",
                    "https://client.example.org/#fragment",
                    "https://client.example.org/%zz",
                    "https://[::1",
                    "",
                    "\u0000"
                })
        void thatIsNoneCannotBeRegistered(String uri) {
            api.post("client/create", "redirectUris", List.of(uri)).refused(400);
            api.post("client/update/" + client.id(), "redirectUris", List.of(uri))
                    .refused(400);
        }

        @Test
        void withARawSpaceIsNotRedirectedTo() {
            Answer answer = api.post(
                    "auth/authorization",
                    "parameters",
                    "response_type=code&client_id=" + client.id() + "&redirect_uri=https://client.example.org/a b");

            answer.does("BAD_REQUEST", "invalid_request");
        }
    }

    @Nested
    class AToken {
        @Test
        void ofAnUnknownOrUnsuitableGrantTypeIsNotMade() {
            refusedByAction(create("\"subject\":\"user\""));
            refusedByAction(create("\"subject\":\"user\",\"grantType\":\"REFRESH_TOKEN\""));
            refusedByAction(create("\"subject\":\"user\",\"grantType\":\"NONSENSE\""));
            refusedByAction(create("\"subject\":\"user\",\"grantType\":1"));
        }

        @Test
        void withAScopeThatTheServiceDoesNotHaveIsNotMade() {
            refusedByAction(create("\"subject\":\"user\",\"grantType\":\"IMPLICIT\",\"scopes\":[\"unknown\"]"));
        }

        @Test
        void withAValueInUseIsNotMade() {
            refusedByAction(create(
                    "\"subject\":\"user\",\"grantType\":\"IMPLICIT\",\"accessToken\":\"" + tokens.access() + "\""));
            refusedByAction(create("\"subject\":\"user\",\"grantType\":\"AUTHORIZATION_CODE\",\"refreshToken\":\""
                    + tokens.refresh() + "\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b", "\\u0000", "\u00fc", "\\ud800"})
        void withAValueThatIsNoneIsNotMade(String value) {
            refusedByAction(
                    create("\"subject\":\"user\",\"grantType\":\"IMPLICIT\",\"accessToken\":\"" + value + "\""));
        }

        @Test
        void thatIsUnknownIsNotFound() {
            api.delete("auth/token/delete/unknown").refused(404);
            api.delete("auth/token/delete/abc+/=").refused(404);
            api.delete("auth/token/delete/%00").refused(400);
            api.post("auth/token/revoke", "accessTokenIdentifier", "unknown").refused(404);
            api.post("auth/token/revoke", "refreshTokenIdentifier", "unknown").refused(404);
        }
    }

    @Nested
    class ASecret {
        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "\u00fc", "\u0000", "a+b", "a=b"})
        void thatIsNoneIs400(String secret) {
            api.post("client/secret/update/" + client.id(), "clientSecret", secret)
                    .refused(400);
        }

        @Test
        void thatIsMissingOrTooLongIs400() {
            api.post("client/secret/update/" + client.id()).refused(400);
            api.post("client/secret/update/" + client.id(), "clientSecret", "s".repeat(87))
                    .refused(400);
        }

        @Test
        void lockNeedsAFlag() {
            api.post("client/lock_flag/update/" + client.id()).refused(400);
            api.post("client/lock_flag/update/" + client.id(), "clientLocked", "maybe")
                    .refused(400);
        }
    }

    @Nested
    class APath {
        @Test
        void thatDoesNotExistIs404() {
            List<String> paths = List.of("nonsense", "auth", "auth/token/nonsense", "backchannel");

            assertThat(paths).allSatisfy(path -> {
                api.get(path).refused(404);
                api.postJson(path, "{}").refused(404);
            });
            api.get("/api/nonsense").refused(404);
            api.get("/api").refused(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
        void withAMethodItDoesNotHaveIsRefused(String method) {
            List<Answer> answers = new ArrayList<>();
            answers.add(api.send(method, "auth/introspection", Api.JSON, "{}".getBytes(UTF_8)));
            answers.add(api.send(method, "client/get/list", Api.JSON, "{}".getBytes(UTF_8)));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.text()).isIn(404, 405);
                answer.refused(answer.status());
            });
        }
    }

    @Nested
    class TheTransport {
        private static final byte[] BODY = "{\"subject\":\"user\"}".getBytes(UTF_8);
        private static final String LIST = "client/authorization/get/list";

        @Test
        void aBodyThatIsNotCompressedAsItSaysIs400() {
            api.send("POST", LIST, Api.JSON, BODY, "Content-Encoding", "gzip").refused(400);
        }

        @Test
        void aCompressedBodyIsReadButNotWithoutLimit() throws IOException {
            api.send("POST", LIST, Api.JSON, gzip(BODY), "Content-Encoding", "gzip")
                    .ok();
            byte[] bomb = gzip(("{\"subject\":\"user\"" + " ".repeat(20_000_000) + "}").getBytes(UTF_8));
            api.send("POST", LIST, Api.JSON, bomb, "Content-Encoding", "gzip").refused(413);
        }

        @Test
        void aHeaderOrUrlThatIsTooLongIsRefused() {
            List<Answer> answers = List.of(
                    api.as("Basic " + "A".repeat(20_000)).get("client/get/list"),
                    api.get("client/get/" + "a".repeat(20_000)));

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).isIn(400, 413, 414, 431);
                answer.refused(answer.status());
            });
        }

        @Test
        void aPercentEscapeThatIsNoneIs400() {
            api.postForm(LIST, "subject=%zz").refused(400);
            api.postForm(LIST, "subject=%ff").refused(400);
            api.postForm(LIST, "subject=a%").refused(400);
        }

        private static byte[] gzip(byte[] plain) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            }
            return bytes.toByteArray();
        }
    }

    /** As JSON allows them, but no reader could take them: refused by every call, in any place, at once. */
    @Nested
    class ANumberOutOfRange {
        @ParameterizedTest
        @ValueSource(strings = {"1e99999999999999999999", "-1e-99999999999999999999", "1e999999999", "7777"})
        void isRefusedByEveryCall(String number) {
            String given = number.equals("7777") ? number.repeat(100) : number;
            for (String endpoint : List.of(
                    "auth/authorization",
                    "auth/authorization/issue",
                    "auth/authorization/fail",
                    "auth/token",
                    "auth/introspection",
                    "auth/introspection/standard",
                    "auth/userinfo",
                    "auth/userinfo/issue",
                    "auth/token/issue",
                    "auth/token/fail",
                    "device/authorization",
                    "device/verification",
                    "device/complete",
                    "auth/revocation",
                    "auth/token/create",
                    "auth/token/update",
                    "auth/token/revoke",
                    "client/create",
                    "client/update/" + client.id(),
                    "client/lock_flag/update/" + client.id(),
                    "client/secret/update/" + client.id(),
                    "client/authorization/update/" + client.id(),
                    "client/granted_scopes/get/" + client.id(),
                    "client/extension/requestable_scopes/update/" + client.id())) {
                for (String body : List.of("{\"token\":%s}", "{\"unknown\":{\"a\":[[%s]]}}", "%s", "[%s]")) {
                    Answer answer = api.postJson(endpoint, body.formatted(given));

                    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                    answer.says("A001209");
                    assertThat(answer.text()).doesNotContain(given);
                }
            }
            stage.owner()
                    .postJson("/api/service/create", "{\"accessTokenDuration\":" + given + "}")
                    .refused(400);
            stage.owner()
                    .postJson(stage.dialect().servicePath("update", tenant.id()), "{\"description\":" + given + "}")
                    .refused(400);
        }
    }

    /** JSON that was taken for a form is one long name: it must not be stored as a member of nothing. */
    @Nested
    class ANameThatIsNone {
        @Test
        void inAFormIsRefused() {
            for (String name : List.of("x".repeat(50_001), "x".repeat(201), "%7B%22pkceRequired%22%3Atrue%7D")) {
                refusedByAction(api.postForm("auth/token/create", name));
                for (String endpoint : List.of("client/create", "client/update/" + client.id())) {
                    api.postForm(endpoint, name).refused(400);
                    api.postForm(endpoint, "clientName=a&" + name + "=1").refused(400);
                }
                Api owner = stage.owner();
                owner.postForm("/api/service/create", name).refused(400);
                owner.postForm(stage.dialect().servicePath("update", tenant.id()), name)
                        .refused(400);
            }
        }

        @Test
        void inJsonThatIsSentAsAFormIsRefusedAsInJson() {
            String body = "{\"" + "x".repeat(50_001) + "\":1}";
            api.postForm("client/create", body).refused(400);
            api.postJson("client/create", body).refused(400);
            api.postForm("client/create", "{\"pkceRequired\":tr").refused(400);
        }
    }

    @Nested
    class ALongText {
        @ParameterizedTest
        @ValueSource(strings = {"state", "login_hint", "nonce", "ui_locales", "acr_values", "unknown"})
        void inAnAuthorizationRequestIsKept(String parameter) {
            String text = "x".repeat(50_000);

            String ticket = client.ticket("response_type", "code", parameter, text);

            assertThat(ticket).hasSize(43);
        }

        @ParameterizedTest
        @ValueSource(strings = {"clientName", "description", "softwareId"})
        void ofAClientIsKept(String member) {
            Tenant other = stage.tenant();

            OAuthClient created = other.client(member, "x".repeat(50_000));

            assertThat(other.api().get("client/get/" + created.id()).text(member))
                    .hasSize(50_000);
        }

        @ParameterizedTest
        @ValueSource(strings = {"serviceName", "issuer", "description", "accessTokenType"})
        void ofAServiceIsKept(String member) {
            Tenant other = stage.tenant(member, "x".repeat(50_000));

            assertThat(stage.owner()
                            .get(stage.dialect().servicePath("get", other.id()))
                            .text(member))
                    .hasSize(50_000);
        }
    }

    private Answer create(String members) {
        return api.postJson("auth/token/create", "{\"clientId\":" + client.id() + "," + members + "}");
    }

    /** Refused by the action, or, if the request could not be read at all, by the status. */
    private static void refusedByAction(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        assertThat(answer.text("resultCode")).as(answer.text()).matches("A\\d{3}[1-9]\\d{2}");
        if (answer.status() == 200) {
            assertThat(answer.text("action"))
                    .isIn("BAD_REQUEST", "INTERNAL_SERVER_ERROR", "INVALID_REQUEST", "SERVER_ERROR");
        }
    }
}
