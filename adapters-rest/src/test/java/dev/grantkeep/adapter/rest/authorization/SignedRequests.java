package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clients that make request objects, and what the authorization endpoint says to these. */
abstract class SignedRequests {
    static final RestServer SERVER = RestServer.shared();
    static final String ISSUER = OpenIdProvider.ISSUER;
    static final int SKEW = 10;
    static final ECKey KEY = key("ec");
    static final ECKey STRANGE = key("ec");

    final Service service = SERVER.given(aService().build());
    final Client client = clientOf(service);

    /** By RFC 9101. */
    static Services aService() {
        return OpenIdProvider.aService().with("allowableClockSkew", (long) SKEW);
    }

    /** By OpenID Connect Core section 6. */
    static Service aTraditionalService(Object... settings) {
        return SERVER.given(with(aService().with("traditionalRequestObjectProcessingApplied", true), settings)
                .build());
    }

    private static Services with(Services service, Object... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            service.with((String) settings[i], settings[i + 1]);
        }
        return service;
    }

    static Service serviceWith(Object... settings) {
        return SERVER.given(with(aService(), settings).build());
    }

    /** A client that has {@link #KEY}, with further settings: names and values in turn. */
    static Client clientOf(Service of, Object... settings) {
        Clients its = Clients.aClient().of(of).with("jwks", set(KEY));
        for (int i = 0; i < settings.length; i += 2) {
            its.with((String) settings[i], settings[i + 1]);
        }
        return SERVER.given(its.build());
    }

    /** The claims of a request object of the client, for a code. */
    static Map<String, Object> claims(Client of) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", of.id().toString());
        claims.put("aud", ISSUER);
        claims.put("exp", now() + 60);
        claims.put("client_id", of.id().toString());
        claims.put("response_type", "code");
        claims.put("redirect_uri", Clients.REDIRECT_URI);
        claims.put("scope", "read");
        claims.put("state", "inside");
        return claims;
    }

    static long now() {
        return SERVER.clock().now().getEpochSecond();
    }

    /** The same with other claims. */
    static Map<String, Object> with(Map<String, Object> claims, Object... namesAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> claims, String... names) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        List.of(names).forEach(changed::remove);
        return changed;
    }

    static String signed(Map<String, Object> claims) {
        return signed(JsonText.write(claims));
    }

    static String signed(String payload) {
        return signed(payload, header(JWSAlgorithm.ES256).keyID("ec").build(), KEY);
    }

    static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("oauth-authz-req+jwt"));
    }

    static String signed(Map<String, Object> claims, ECKey key) {
        return signed(
                JsonText.write(claims),
                header(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                key);
    }

    static String signed(String payload, JWSHeader header, ECKey key) {
        try {
            return signed(payload, header, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(Map<String, Object> claims, String secret) {
        try {
            return signed(JsonText.write(claims), header(JWSAlgorithm.HS256).build(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(String payload, JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject jwt = new JWSObject(header, new Payload(payload));
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** With a header that the library does not make. */
    static String signedWith(String header, String payload) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            return input + "."
                    + new ECDSASigner(KEY)
                            .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(Map<String, Object> claims) {
        return new PlainObject(new PlainHeader(), new Payload(JsonText.write(claims))).serialize();
    }

    /** To the service's key. */
    static String encrypted(String content) {
        return encrypted(content, JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128CBC_HS256);
    }

    static String encrypted(String content, JWEAlgorithm algorithm, EncryptionMethod method) {
        try {
            return encrypted(
                    content,
                    new JWEHeader.Builder(algorithm, method).contentType("JWT").build(),
                    new RSAEncrypter(JWKSet.parse(OpenIdProvider.KEYS)
                            .getKeyByKeyId("RS256")
                            .toRSAKey()));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encrypted(String content, JWEHeader header, JWEEncrypter encrypter) {
        try {
            JWEObject jwe = new JWEObject(header, new Payload(content));
            jwe.encrypt(encrypter);
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request that names the client and has this object alone. */
    Answer ask(String object) {
        return ask(client, object, "");
    }

    /** @param beside what else stands in the request, beginning with {@code &}, or nothing */
    static Answer ask(Client of, String object, String beside) {
        return asks(of, "&request=" + object + beside);
    }

    /** Both dialects answer the same. */
    static Answer asks(Client of, String query) {
        Service its = SERVER.stores().services().find(of.service()).orElseThrow();
        String call = Fields.of("parameters", "client_id=" + of.id() + query);
        Answer answer = SERVER.v2(its).post("/auth/authorization", call);
        Answer other = SERVER.v3(its).post("/auth/authorization", call);
        assertThat(other.status()).isEqualTo(answer.status());
        for (String member : List.of("action", "resultCode", "responseContent", "requestObjectPayload")) {
            assertThat(other.member(member)).isEqualTo(answer.member(member));
        }
        return answer;
    }

    static Answer accepted(Answer answer) {
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("INTERACTION");
        return answer;
    }

    /** Told to the browser's user, since there is no redirect URI that can be trusted. */
    static void refused(Answer answer, String code, String error, String... told) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("BAD_REQUEST");
        assertThat(answer.member("ticket")).isNull();
        assertThat(answer.code()).as(answer.message()).isEqualTo(code);
        assertThat(List.of(told))
                .allSatisfy(text -> assertThat(answer.message()).contains(text));
        assertThat(answer.member("responseContent")).startsWith("{\"error\":\"" + error + "\"");
    }

    static void invalid(Answer answer, String code, String... told) {
        refused(answer, code, "invalid_request_object", told);
    }

    /** Where the client gets it that the user says no, with what it sent to know its request again. */
    static Map<String, String> denied(Client of, Answer asked) {
        Service its = SERVER.stores().services().find(of.service()).orElseThrow();
        return OpenIdProvider.response(
                new Browser(SERVER.v2(its)).fail(accepted(asked).member("ticket"), "reason", "DENIED"));
    }

    /** The names of those that the pages are to show. */
    static List<String> scopes(Answer answer) {
        List<String> names = new ArrayList<>();
        JsonNode scopes = accepted(answer).json().get("scopes");
        if (scopes != null) {
            scopes.values().forEach(scope -> names.add(scope.get("name").getStringValue()));
        }
        return names;
    }

    static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return OpenIdProvider.encoded(text);
    }
}
