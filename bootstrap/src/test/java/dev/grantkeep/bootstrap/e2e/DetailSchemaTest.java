package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9396 section 5: authorization details are checked against the schema of their type. */
@OnEveryStore
final class DetailSchemaTest {
    private static final String KEY = "grantkeep.authorization_details.schema.";
    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema",
             "type":"object",
             "required":["type","instructedAmount"],
             "properties":{
              "type":{"const":"payment"},
              "datatypes":{"items":{"enum":["balance"]}},
              "instructedAmount":{"$ref":"#/$defs/amount"}},
             "additionalProperties":false,
             "$defs":{"amount":{
              "type":"object",
              "required":["currency","amount"],
              "properties":{"currency":{"type":"string","pattern":"^[A-Z]{3}$"},"amount":{"type":"string"}}}}}
            """;
    private static final String GOOD =
            "[{\"type\":\"payment\",\"datatypes\":[\"balance\"],\"instructedAmount\":{\"currency\":\"EUR\",\"amount\":\"1\"}}]";
    private static final String BAD = "[{\"type\":\"payment\"}]";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    DetailSchemaTest(Stage stage) {
        this.stage = stage;
        List<String> grantTypes =
                List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS", "DEVICE_CODE", "PASSWORD");
        tenant = stage.tenant(Devices.settings(
                "supportedGrantTypes",
                grantTypes,
                "supportedAuthorizationDetailsTypes",
                List.of("payment", "free"),
                "attributes",
                List.of(schema("payment", SCHEMA), schema("unknown", "{\"required\":[\"x\"]}"))));
        client = tenant.client("grantTypes", grantTypes);
    }

    private static Map<String, Object> schema(String type, String text) {
        return Json.map("key", KEY + type, "value", text);
    }

    private Map<String, String> refusedWith(String details) {
        return Form.query(client.request("response_type", "code", "authorization_details", details)
                .says("A249303")
                .location());
    }

    @Nested
    class AnAuthorizationRequest {
        @Test
        void whoseDetailsFitGetsThem() {
            Tokens tokens = Tokens.of(client.exchange(client.code("anna", "authorization_details", GOOD)));
            assertThat(tokens.answer().content().get("authorization_details")).isEqualTo(Json.parse(GOOD));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"type":"payment"}                                                                         | required
                {"type":"payment","instructedAmount":"secret"}                                             | /instructedAmount
                {"type":"payment","instructedAmount":null}                                                 | /instructedAmount
                {"type":"payment","instructedAmount":{"currency":"secret","amount":"1"}}                   | pattern
                {"type":"payment","instructedAmount":{"currency":"EUR","amount":"1"},"more":"secret"}      | /more
                {"type":"payment","instructedAmount":{"currency":"EUR","amount":"1"},"more":null}          | /more
                {"type":"payment","instructedAmount":{"currency":"EUR","amount":"1"},"datatypes":["secret"]} | /datatypes/0
                """)
        void whoseDetailsDoNotIsRefusedAndToldWhy(String detail, String told) {
            Map<String, String> error = refusedWith("[" + detail + "]");
            assertThat(error).containsEntry("error", "invalid_authorization_details");
            assertThat(error.get("error_description"))
                    .contains("'payment'")
                    .contains(told)
                    .doesNotContain("secret")
                    .hasSizeLessThan(300);
        }

        @Test
        void isRefusedForOneOfManyDetails() {
            String free = "{\"type\":\"free\",\"whatever\":1}";
            refusedWith("[" + free + ",{\"type\":\"payment\"}]");
            client.ticket("response_type", "code", "authorization_details", "[" + free + "," + GOOD.substring(1));
        }

        @Test
        void ofATypeThatIsRefusedAnywayIsRefusedForIt() {
            String unknown = "[{\"type\":\"unknown\"},{\"type\":\"payment\"}]";
            client.request("response_type", "code", "authorization_details", unknown)
                    .says("A249302");
        }

        @Test
        void isCheckedWhenItIsPushed() {
            client.push("response_type", "code", "authorization_details", BAD)
                    .does("BAD_REQUEST", "invalid_authorization_details")
                    .says("A249303");
            client.use(client.handle("response_type", "code", "authorization_details", GOOD))
                    .does("INTERACTION");
        }

        @Test
        void isCheckedAgainWhenAPushedOneIsUsed() {
            String handle = client.handle("response_type", "code", "authorization_details", "[{\"type\":\"free\"}]");
            tenant.change("attributes", List.of(schema("free", "{\"required\":[\"x\"]}")));
            client.use(handle).says("A249303");
        }

        @Test
        void isCheckedInARequestObject() throws JOSEException {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
            OAuthClient signing =
                    tenant.client("jwks", new JWKSet(key.toPublicJWK()).toString(), "requestSignAlg", "ES256");
            asks(signing, object(signing, key, BAD)).says("A249303");
            asks(signing, object(signing, key, GOOD)).does("INTERACTION");
        }

        private Answer asks(OAuthClient by, String object) {
            return tenant.api()
                    .post("auth/authorization", "parameters", Form.of("client_id", by.id(), "request", object));
        }

        private String object(OAuthClient of, ECKey key, String details) throws JOSEException {
            String id = Long.toString(of.id());
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(id)
                            .audience(Tenant.ISSUER)
                            .expirationTime(new Date(stage.now() + 60_000))
                            .claim("client_id", id)
                            .claim("response_type", "code")
                            .claim("redirect_uri", OAuthClient.REDIRECT_URI)
                            .claim("authorization_details", Json.GSON.fromJson(details, List.class))
                            .build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        }
    }

    @Nested
    class OtherRequests {
        @Test
        void forATokenOfTheClientsOwn() {
            Answer refused = client.token("grant_type", "client_credentials", "authorization_details", BAD)
                    .does("BAD_REQUEST", "invalid_authorization_details")
                    .says("A051312");
            assertThat(refused.content("error_description")).contains("'payment'", "required");
            client.token("grant_type", "client_credentials", "authorization_details", GOOD)
                    .does("OK");
        }

        @Test
        void byAPassword() {
            Object[] ask = {"grant_type", "password", "username", "anna", "password", "p", "authorization_details", BAD
            };
            client.token(ask)
                    .does("BAD_REQUEST", "invalid_authorization_details")
                    .says("A051312");
            ask[ask.length - 1] = GOOD;
            client.token(ask).does("PASSWORD");
        }

        @Test
        void ofADevice() {
            Devices devices = new Devices(client);
            devices.ask("authorization_details", BAD)
                    .does("BAD_REQUEST", "invalid_authorization_details")
                    .says("A221313");
            devices.started("authorization_details", GOOD);
        }

        /** What the authorization server grants is its own business. */
        @Test
        void notWhatTheAuthorizationServerGives() {
            Map<String, Object> given = Json.map("elements", List.of(Json.map("type", "payment")));
            client.create("anna", "authorizationDetails", given).does("OK");
            String ticket = client.ticket("response_type", "code");
            tenant.api()
                    .post(
                            "auth/authorization/issue",
                            "ticket",
                            ticket,
                            "subject",
                            "anna",
                            "authorizationDetails",
                            given)
                    .does("LOCATION");
        }
    }

    @Nested
    class TheService {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "nonsense",
                    "{\"type\":\"objec\"}",
                    "{\"$ref\":\"https://example.com/schema\"}",
                    "{\"$ref\":\"#/nowhere\"}",
                    "{\"$ref\":\"#\"}",
                    "{\"pattern\":\"(?!a)\"}",
                    "{\"$schema\":\"http://json-schema.org/draft-04/schema#\"}"
                })
        void keepsWhatItHasIfASchemaCannotBeUsed(String text) {
            Answer before = current();
            Map<String, Object> members = Tenant.members(before);
            members.put("description", "changed");
            members.put("attributes", List.of(schema("free", text)));

            Answer refused = stage.owner()
                    .postJson(tenant.api().dialect().servicePath("update", tenant.id()), Json.text(members))
                    .refused(400);

            assertThat(refused.text("resultMessage")).contains(KEY + "free");
            assertThat(current().json()).isEqualTo(before.json());
            refusedWith(BAD);
        }

        @Test
        void isNotCreatedWithOneThatCannotBeUsed() {
            String members = Json.text(
                    Json.map("serviceName", "A service", "attributes", List.of(schema("free", "{\"type\":1}"))));
            assertThat(stage.owner()
                            .postJson("/api/service/create", members)
                            .refused(400)
                            .text("resultMessage"))
                    .contains(KEY + "free");
        }

        @Test
        void namesAType() {
            Map<String, Object> members = Tenant.members(current());
            members.put("attributes", List.of(schema("", "{}")));
            stage.owner()
                    .postJson(tenant.api().dialect().servicePath("update", tenant.id()), Json.text(members))
                    .refused(400);
        }

        @Test
        void changesItsSchemas() {
            tenant.change("attributes", List.of(schema("payment", "{}")));
            client.ticket("response_type", "code", "authorization_details", BAD);
            tenant.change("attributes", List.of(schema("payment", "{\"required\":[\"x\"]}")));
            refusedWith(BAD);
            tenant.change("attributes", List.of());
            client.ticket("response_type", "code", "authorization_details", BAD);
        }

        private Answer current() {
            return stage.owner()
                    .get(tenant.api().dialect().servicePath("get", tenant.id()))
                    .ok();
        }
    }
}
