package dev.grantkeep.adapter.rest.device;

import static dev.grantkeep.adapter.rest.device.DeviceFlow.SERVER;
import static dev.grantkeep.adapter.rest.device.DeviceFlow.does;
import static dev.grantkeep.adapter.rest.device.DeviceFlow.form;
import static dev.grantkeep.adapter.rest.device.DeviceFlow.refused;
import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.GrantType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8628, the device authorization grant, section by section. */
class Rfc8628Test {
    private final DeviceFlow flow = new DeviceFlow();
    private final Client client = flow.provider().client();

    private static Object[] grantTypes(GrantType... types) {
        return new Object[] {"grantTypes", List.of(types)};
    }

    @Nested
    class Section3Dot1TheRequest {
        @Test
        void isAnsweredWithoutAnyParameter() {
            flow.started(client);
        }

        @Test
        void aClientThatIsNotAllowedTheGrantIsRefused() {
            refused(flow.ask(flow.provider().client(grantTypes(GrantType.AUTHORIZATION_CODE))), "unauthorized_client");
            DeviceFlow without = new DeviceFlow("supportedGrantTypes", List.of(GrantType.AUTHORIZATION_CODE));
            refused(without.ask(without.provider().client()), "unauthorized_client");
        }

        @ParameterizedTest
        @CsvSource({
            "scope, \", invalid_scope",
            "resource, relative, invalid_target",
            "resource, https://rs.example.com/#f, invalid_target",
            "authorization_details, [], ''",
            "authorization_details, {}, invalid_authorization_details",
            "authorization_details, '[{\"type\":\"unknown\"}]', invalid_authorization_details",
            "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_request",
            "request, e30.e30., invalid_request",
            "request_uri, urn:x, invalid_request",
            "dpop_jkt, x, invalid_request",
            "grant_id, x, invalid_request",
            "nonce, n, ''",
            "something_new, x, ''"
        })
        void aParameterThatIsWrongIsRefusedAndOneThatIsUnknownIsIgnored(String name, String value, String error) {
            Answer answer = flow.ask(client, name, value);
            if (error.isEmpty()) {
                does(answer, "OK");
            } else {
                refused(answer, error);
            }
        }

        @Test
        void aParameterThatStandsTwiceIsRefused() {
            refused(flow.ask(client, "scope", "read", "scope", "read"), "invalid_request");
            does(flow.ask(client, "resource", "https://a.example.com", "resource", "https://b.example.com"), "OK");
        }

        /** Section 3.1 takes client authentication from RFC 6749 section 3.2.1. */
        @Test
        void aConfidentialClientAuthenticates() {
            Answer byNameAlone = flow.provider()
                    .caller()
                    .post(
                            "/device/authorization",
                            Fields.of(
                                    "parameters", form("client_id", client.id().toString())));
            does(byNameAlone, "UNAUTHORIZED");
            assertThat(content(byNameAlone, "error")).isEqualTo("invalid_client");
            does(
                    flow.provider()
                            .caller()
                            .post(
                                    "/device/authorization",
                                    Fields.of(
                                            "parameters",
                                            "",
                                            "clientId",
                                            client.id().toString(),
                                            "clientSecret",
                                            "wrong")),
                    "UNAUTHORIZED");
            does(
                    flow.provider().caller().post("/device/authorization", Fields.of("parameters", "scope=read")),
                    "UNAUTHORIZED");
        }

        @Test
        void aPublicClientSaysItsName() {
            Client tv = flow.provider().client("clientType", "PUBLIC", "tokenAuthMethod", "NONE");
            Answer started = flow.provider()
                    .caller()
                    .post(
                            "/device/authorization",
                            Fields.of("parameters", form("client_id", tv.id().toString())));
            does(started, "OK");
            assertThat(started.member("clientAuthMethod")).isEqualTo("NONE");
        }

        @Test
        void scopesThatAreUnknownAreLeftOut() {
            flow.allow(flow.started(client, "scope", "read unknown"));
            Answer started = flow.started(client, "scope", "read unknown");
            assertThat(started.json().get("scopes").size()).isEqualTo(1);
            DeviceFlow strict = new DeviceFlow("scopeRequired", true);
            refused(strict.ask(strict.provider().client(), "scope", "unknown"), "invalid_scope");
        }
    }

    @Nested
    class Section3Dot2TheResponse {
        @Test
        void hasTheCodesAndTheAddressesAndTheTimes() {
            Answer started = flow.started(client, "scope", "read");
            String userCode = content(started, "user_code");
            assertThat(userCode).matches("[BCDFGHJKLMNPQRSTVWXZ]{10}");
            assertThat(content(started, "device_code")).matches("[A-Za-z0-9_-]{43}");
            assertThat(content(started, "verification_uri")).isEqualTo(DeviceFlow.PAGE);
            assertThat(content(started, "verification_uri_complete"))
                    .isEqualTo(DeviceFlow.PAGE + "?user_code=" + userCode);
            assertThat(content(started, "expires_in")).isEqualTo("600");
            assertThat(content(started, "interval")).isEqualTo("5");
        }

        @Test
        void followsTheSettings() {
            DeviceFlow other = new DeviceFlow(
                    "userCodeCharset", "NUMERIC",
                    "userCodeLength", 9L,
                    "deviceFlowCodeDuration", 60L,
                    "deviceFlowPollingInterval", 1L,
                    "deviceVerificationUriComplete", null);
            Answer started = other.started(other.provider().client());
            assertThat(content(started, "user_code")).matches("[0-9]{9}");
            assertThat(content(started, "expires_in")).isEqualTo("60");
            assertThat(content(started, "interval")).isEqualTo("1");
            assertThat(content(started, "verification_uri_complete")).isNull();
            assertThat(started.member("verificationUriComplete")).isNull();
        }

        @Test
        void needsAPageForTheUser() {
            DeviceFlow without = new DeviceFlow("deviceVerificationUri", null);
            Answer answer = does(without.ask(without.provider().client()), "INTERNAL_SERVER_ERROR");
            assertThat(answer.message()).contains("deviceVerificationUri");
            assertThat(content(answer, "error")).isEqualTo("server_error");
        }

        @Test
        void noTwoCodesAreTheSame() {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                Answer started = flow.started(client);
                codes.add(started.member("userCode"));
                codes.add(started.member("deviceCode"));
            }
            assertThat(codes).hasSize(100);
        }
    }

    @Nested
    class Section3Dot3TheUser {
        @Test
        void seesWhoAsksForWhat() {
            Answer started = flow.started(client, "scope", "openid email read");
            Answer verified = does(flow.verify(started.member("userCode")), "VALID");
            assertThat(verified.member("clientName")).isEqualTo("A client");
            assertThat(verified.json().get("scopes").size()).isEqualTo(3);
        }

        /** Section 6.1: whatever is done for readers is done by the page. */
        @Test
        void theCodeIsExact() {
            String code = flow.started(client).member("userCode");
            for (String other : List.of(
                    code.toLowerCase(java.util.Locale.ROOT),
                    code.substring(0, 5) + "-" + code.substring(5),
                    code + " ",
                    code.substring(1),
                    "é")) {
                does(flow.verify(other), "NOT_EXIST");
            }
            does(flow.verify(code), "VALID");
        }

        @Test
        void isAskedOnce() {
            Answer started = flow.started(client);
            flow.allow(started);
            does(flow.verify(started.member("userCode")), "NOT_EXIST");
            does(flow.complete(started, "ACCESS_DENIED"), "USER_CODE_NOT_EXIST");
            does(flow.poll(client, started), "OK");
        }

        @Test
        void isToldThatACodeHasExpired() {
            Answer started = flow.started(client);
            SERVER.clock().advance(Duration.ofSeconds(600));
            does(flow.verify(started.member("userCode")), "EXPIRED");
            does(flow.complete(started, "AUTHORIZED", "subject", "anna"), "USER_CODE_EXPIRED");
        }

        @Test
        void theCodeOfAnotherServiceIsNone() {
            Answer started = flow.started(client);
            does(new DeviceFlow().verify(started.member("userCode")), "NOT_EXIST");
        }
    }

    @Nested
    class Section3Dot4TheTokenRequest {
        @Test
        void givesTheTokens() {
            Answer started = flow.started(client, "scope", "read");
            flow.allow(started);
            Answer tokens = does(flow.poll(client, started), "OK");
            assertThat(content(tokens, "token_type")).isEqualTo("Bearer");
            assertThat(content(tokens, "scope")).isEqualTo("read");
            assertThat(content(tokens, "refresh_token")).isNotNull();
            assertThat(content(tokens, "id_token")).isNull();
            assertThat(tokens.member("grantType")).isEqualTo("DEVICE_CODE");
            assertThat(tokens.member("subject")).isEqualTo("anna");
            does(flow.provider().refresh(client, tokens), "OK");
        }

        /** A device may ask twice before it has its answer: the second is refused, and takes nothing away. */
        @Test
        void givesThemOnce() {
            Answer started = flow.started(client);
            flow.allow(started);
            Answer tokens = does(flow.poll(client, started), "OK");
            refused(flow.poll(client, started), "invalid_grant");
            does(
                    flow.provider()
                            .caller()
                            .post("/auth/introspection", Fields.of("token", tokens.member("accessToken"))),
                    "OK");
        }

        @Test
        void ofAnotherClientIsRefused() {
            Answer started = flow.started(client);
            Client other = flow.provider().client();
            refused(flow.poll(other, started), "invalid_grant");
            flow.allow(started);
            refused(flow.poll(other, started), "invalid_grant");
            does(flow.poll(client, started), "OK");
        }

        @Test
        void ofAConfidentialClientNeedsItsSecret() {
            Answer started = flow.started(client);
            flow.allow(started);
            String parameters = form(
                    "grant_type",
                    DeviceFlow.GRANT_TYPE,
                    "device_code",
                    started.member("deviceCode"),
                    "client_id",
                    client.id().toString());
            does(flow.provider().caller().post("/auth/token", Fields.of("parameters", parameters)), "INVALID_CLIENT");
            does(flow.poll(client, started), "OK");
        }

        @Test
        void withoutACodeIsRefused() {
            refused(flow.provider().token(client, form("grant_type", DeviceFlow.GRANT_TYPE)), "invalid_request");
            for (String code : List.of("x", "é", "with space", "a".repeat(5_000))) {
                refused(
                        flow.provider().token(client, form("grant_type", DeviceFlow.GRANT_TYPE, "device_code", code)),
                        "invalid_grant");
            }
        }

        @Test
        void aUserCodeIsNoDeviceCode() {
            Answer started = flow.started(client);
            flow.allow(started);
            refused(
                    flow.provider()
                            .token(
                                    client,
                                    form(
                                            "grant_type",
                                            DeviceFlow.GRANT_TYPE,
                                            "device_code",
                                            started.member("userCode"))),
                    "invalid_grant");
            refused(flow.provider().redeem(client, started.member("deviceCode")), "invalid_grant");
        }

        /** RFC 8707 section 2.2. */
        @Test
        void mayNarrowTheTargets() {
            Answer started =
                    flow.started(client, "resource", "https://a.example.com", "resource", "https://b.example.com");
            flow.allow(started);
            refused(flow.poll(client, started, "resource", "https://c.example.com"), "invalid_target");
            Answer tokens = does(flow.poll(client, started, "resource", "https://a.example.com"), "OK");
            assertThat(tokens.json().get("accessTokenResources").size()).isEqualTo(1);
        }
    }

    @Nested
    class Section3Dot5TheTokenResponse {
        @Test
        void saysThatNothingIsDecidedYet() {
            Answer pending = refused(flow.poll(client, flow.started(client)), "authorization_pending");
            assertThat(pending.code()).isEqualTo("A242307");
            assertThat(pending.message())
                    .isEqualTo("[A242307] The device authorization request has not been authorized yet.");
        }

        @Test
        void saysThatThePollsAreTooFastAndMakesTheIntervalLonger() {
            Answer started = flow.started(client);
            refused(flow.poll(client, started), "authorization_pending");
            refused(flow.poll(client, started), "slow_down");
            SERVER.clock().advance(Duration.ofSeconds(5));
            refused(flow.poll(client, started), "slow_down");
            SERVER.clock().advance(Duration.ofSeconds(8));
            refused(flow.poll(client, started), "slow_down");
            SERVER.clock().advance(Duration.ofMillis(6_000));
            refused(flow.poll(client, started), "authorization_pending");
        }

        /** A poll that was refused is not the last one: who waits the interval after one that counted is in time. */
        @Test
        void aPollThatWasTooFastDoesNotMoveTheLastOne() {
            Answer started = flow.started(client);
            refused(flow.poll(client, started), "authorization_pending");
            SERVER.clock().advance(Duration.ofSeconds(3));
            refused(flow.poll(client, started), "slow_down");
            SERVER.clock().advance(Duration.ofSeconds(7));
            refused(flow.poll(client, started), "authorization_pending");
        }

        /** What a network does to a client that keeps to the interval. */
        @Test
        void somewhatTooEarlyIsInTime() {
            Answer started = flow.started(client);
            for (int i = 0; i < 5; i++) {
                refused(flow.poll(client, started), "authorization_pending");
                SERVER.clock().advance(Duration.ofMillis(4_200));
            }
        }

        @Test
        void whoeverMayHaveTheTokenHasNotToWait() {
            Answer started = flow.started(client);
            refused(flow.poll(client, started), "authorization_pending");
            refused(flow.poll(client, started), "slow_down");
            flow.allow(started);
            does(flow.poll(client, started), "OK");
        }

        @Test
        void saysThatTheUserSaidNo() {
            Answer started = flow.started(client);
            does(flow.complete(started, "ACCESS_DENIED"), "SUCCESS");
            refused(flow.poll(client, started), "access_denied");
            refused(flow.poll(client, started), "access_denied");
        }

        @Test
        void saysItInTheWordsOfTheAuthorizationServer() {
            Answer started = flow.started(client);
            does(
                    flow.complete(
                            started,
                            "ACCESS_DENIED",
                            "errorDescription",
                            "Not \"this\" TV",
                            "errorUri",
                            "https://as.example.com/no"),
                    "SUCCESS");
            Answer denied = refused(flow.poll(client, started), "access_denied");
            assertThat(content(denied, "error_description")).isEqualTo("Not %22this%22 TV");
            assertThat(content(denied, "error_uri")).isEqualTo("https://as.example.com/no");
        }

        @Test
        void whatFailedIsOverForTheDevice() {
            Answer started = flow.started(client);
            does(flow.complete(started, "TRANSACTION_FAILED"), "SUCCESS");
            refused(flow.poll(client, started), "expired_token");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nothing", "AUTHORIZED", "ACCESS_DENIED"})
        void saysThatTheCodeHasExpired(String decided) {
            Answer started = flow.started(client);
            if (!decided.equals("nothing")) {
                does(flow.complete(started, decided, "subject", "anna"), "SUCCESS");
            }
            SERVER.clock().advance(Duration.ofMillis(599_999));
            assertThat(content(flow.poll(client, started), "error")).isNotEqualTo("expired_token");
            Answer other = flow.started(client);
            SERVER.clock().advance(Duration.ofSeconds(600));
            refused(flow.poll(client, other), "expired_token");
        }
    }

    @Nested
    class Section5Dot1UserCodesAreGuessed {
        private final DeviceFlow short8 = new DeviceFlow("userCodeCharset", "NUMERIC", "userCodeLength", 8L);
        private final Client tv = short8.provider().client();

        private void nextMinute() {
            SERVER.clock().advance(Duration.ofSeconds(61));
        }

        private void guess(int times) {
            for (int i = 0; i < times; i++) {
                does(short8.verify("no code " + i), "NOT_EXIST");
            }
        }

        @Test
        void onlySoManyCodesCanBeTriedInAMinute() {
            nextMinute();
            Answer started = short8.started(tv);
            guess(20);
            Answer verified = does(short8.verify(started.member("userCode")), "SERVER_ERROR");
            assertThat(verified.message()).contains("try again in a minute");
            does(short8.complete(started, "AUTHORIZED", "subject", "anna"), "SERVER_ERROR");
            nextMinute();
            does(short8.verify(started.member("userCode")), "VALID");
        }

        /** Whoever finds one, or has one of his own, gets nothing back for it. */
        @Test
        void aSuccessTakesNothingBack() {
            nextMinute();
            Answer started = short8.started(tv);
            guess(19);
            does(short8.verify(started.member("userCode")), "VALID");
            short8.allow(started);
            guess(1);
            does(short8.verify(short8.started(tv).member("userCode")), "SERVER_ERROR");
        }

        @Test
        void completionsCountToo() {
            nextMinute();
            Answer started = short8.started(tv);
            does(short8.complete(started, "ACCESS_DENIED"), "SUCCESS");
            for (int i = 0; i < 20; i++) {
                does(short8.complete(started, "ACCESS_DENIED"), "USER_CODE_NOT_EXIST");
            }
            does(short8.verify("x"), "SERVER_ERROR");
        }

        @Test
        void anotherServiceIsNotConcerned() {
            nextMinute();
            guess(20);
            does(flow.verify(flow.started(client).member("userCode")), "VALID");
        }

        /** A device that has its code polls on: only looking for codes is held up. */
        @Test
        void devicesAreNotConcerned() {
            nextMinute();
            Answer started = short8.started(tv);
            short8.allow(started);
            guess(20);
            does(short8.poll(tv, started), "OK");
        }

        @Test
        void longCodesLeaveRoomForManyMistakes() {
            for (int i = 0; i < 200; i++) {
                does(flow.verify("no code " + i), "NOT_EXIST");
            }
            does(flow.verify(flow.started(client).member("userCode")), "VALID");
        }
    }

    @Nested
    class Section4Discovery {
        @Test
        void namesTheEndpointAndTheGrant() {
            DeviceFlow named =
                    new DeviceFlow("deviceAuthorizationEndpoint", "https://as.example.com/device_authorization");
            var document = Json.read(
                    named.provider().caller().get("/service/configuration").body());
            assertThat(document.get("device_authorization_endpoint").getStringValue())
                    .isEqualTo("https://as.example.com/device_authorization");
            assertThat(document.get("grant_types_supported").values())
                    .anyMatch(type -> type.getStringValue().equals(DeviceFlow.GRANT_TYPE));
        }
    }
}
