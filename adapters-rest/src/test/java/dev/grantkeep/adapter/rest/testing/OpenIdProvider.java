package dev.grantkeep.adapter.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.json.tree.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OpenID provider of a test's own: what its clients send to it, and what they get. */
public final class OpenIdProvider {
    public static final String ISSUER = "https://as.example.com";

    /** One key for each family of algorithms and each curve; each is named like its first algorithm. */
    public static final String KEYS = keys();

    private static final Pattern INPUT = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final RestServer server;
    private final Service service;
    private final Browser browser;

    public OpenIdProvider(RestServer server, Services service) {
        this.server = server;
        this.service = server.given(service.build());
        this.browser = new Browser(server.v2(this.service));
    }

    /** With the standard scopes and keys for every algorithm. */
    public static Services aService() {
        return Services.aService()
                .withIssuer(ISSUER)
                .withScopes("openid", "profile", "email", "address", "phone", "offline_access", "read")
                .with("jwks", KEYS);
    }

    public Service service() {
        return service;
    }

    public RestServer.Caller caller() {
        return server.v2(service);
    }

    /** A client that may do everything, has a secret as long as those of the API, and gets ID tokens signed with ES256. */
    public Client client() {
        return client("idTokenSignAlg", "ES256");
    }

    /** The same with other settings: names and values in turn. */
    public Client client(Object... settings) {
        Clients client = Clients.aClient()
                .of(service)
                .withSecret(new Secret(Unique.secret().value() + Unique.secret().value()))
                .with("idTokenSignAlg", "ES256");
        for (int i = 0; i < settings.length; i += 2) {
            client.with((String) settings[i], settings[i + 1]);
        }
        return server.given(client.build());
    }

    /** An authentication request for a code, which can be changed. */
    public Request request(Client client) {
        return new Request(client).with("response_type", "code").with("scope", "openid");
    }

    /** What a client's authentication request says. */
    public final class Request {
        private final Client client;
        private final Map<String, String> parameters = new LinkedHashMap<>();

        private Request(Client client) {
            this.client = client;
            with("redirect_uri", Clients.REDIRECT_URI).with("state", "a state");
        }

        /** The same with another value; null takes it away. */
        public Request with(String name, @Nullable String value) {
            if (value == null) {
                parameters.remove(name);
            } else {
                parameters.put(name, value);
            }
            return this;
        }

        public Answer ask() {
            return browser.ask(
                    client,
                    parameters.entrySet().stream()
                            .map(entry -> "&" + entry.getKey() + "=" + encoded(entry.getValue()))
                            .collect(Collectors.joining()));
        }

        /** The user allows it; names and values in turn of what the pages say. */
        public Answer allow(Object... decision) {
            Answer asked = ask();
            assertThat(asked.member("ticket")).as(asked.body()).isNotNull();
            return browser.issue(asked.member("ticket"), decision);
        }

        public Answer fail(String reason) {
            return browser.fail(ask().member("ticket"), "reason", reason);
        }

        public String code(Object... decision) {
            return allow(decision).member("authorizationCode");
        }

        /** What the client gets for the code. */
        public Answer tokens(Object... decision) {
            Answer answer = redeem(client, code(decision));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
            return answer;
        }
    }

    /** The token request for a code; further parameters are names and values in turn, over the usual ones. */
    public Answer redeem(Client client, String code, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", Clients.REDIRECT_URI);
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return token(
                client,
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /** The same refresh token may come again. */
    public Answer refresh(Client client, Answer tokens) {
        return token(client, "grant_type=refresh_token&refresh_token=" + tokens.member("refreshToken"));
    }

    /** A client that authenticates by HTTP Basic. */
    public Answer token(Client client, String parameters) {
        return caller().post(
                        "/auth/token",
                        Fields.of(
                                "parameters",
                                parameters,
                                "clientId",
                                client.id().toString(),
                                "clientSecret",
                                client.secret().value()));
    }

    /** What the userinfo endpoint answers; names and values in turn of what the pages say. */
    public Answer userInfo(Answer tokens, Object... told) {
        List<Object> fields = new ArrayList<>(List.of("token", tokens.member("accessToken")));
        fields.addAll(Arrays.asList(told));
        return caller().post("/auth/userinfo/issue", Fields.of(fields.toArray()));
    }

    /** The claims of a JWT that is signed with ES256. */
    public Members verified(String jwt) {
        return verified(jwt, SignatureAlgorithm.ES256);
    }

    public Members verified(String jwt, SignatureAlgorithm algorithm) {
        KeySetReading.Read keys =
                (KeySetReading.Read) server.bean(KeySets.class).read(KEYS);
        return claims(server.bean(Signatures.class).verify(jwt, Set.of(algorithm), keys.set()));
    }

    /** The claims of a JWT that is signed with the client's secret. */
    public Members verified(String jwt, SignatureAlgorithm algorithm, Client client) {
        return claims(server.bean(Signatures.class).verify(jwt, Set.of(algorithm), new SharedSecret(client.secret())));
    }

    private static Members claims(SignatureCheck check) {
        assertThat(check).isInstanceOf(SignatureCheck.Verified.class);
        return ((SignatureCheck.Verified) check).claims();
    }

    /** The parameters that the client's redirect URI gets, in whatever mode. */
    public static Map<String, String> response(Answer answer) {
        String content = answer.member("responseContent");
        if ("FORM".equals(answer.member("action"))) {
            Map<String, String> inputs = new LinkedHashMap<>();
            for (Matcher input = INPUT.matcher(content); input.find(); ) {
                inputs.put(input.group(1), input.group(2));
            }
            return inputs;
        }
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("LOCATION");
        return Arrays.stream(content.split("[?#]", 2)[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> {
                            throw new AssertionError("a parameter that stands twice: " + content);
                        },
                        LinkedHashMap::new));
    }

    /** A member of the JSON text that an answer has for the client. */
    public static @Nullable String content(Answer answer, String member) {
        JsonNode node = Json.read(answer.member("responseContent")).get(member);
        return node == null ? null : node.coerceStringValue();
    }

    /** The text of a JWT's header (0) or claims (1), unverified. */
    public static String part(String jwt, int index) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]), StandardCharsets.UTF_8);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String keys() {
        try {
            return new JWKSet(List.<JWK>of(
                            new RSAKeyGenerator(2048).keyID("RS256").generate(),
                            new ECKeyGenerator(Curve.P_256).keyID("ES256").generate(),
                            new ECKeyGenerator(Curve.P_384).keyID("ES384").generate(),
                            new ECKeyGenerator(Curve.P_521).keyID("ES512").generate(),
                            OctetKeyPair.parse(ED25519)))
                    .toString(false);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8037 appendix A.1. */
    private static final String ED25519 = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"EdDSA\","
            + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";
}
