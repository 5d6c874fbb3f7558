package dev.grantkeep.benchmark.data;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The service that the benchmarks call, and one of its clients, both made through the API.
 *
 * @param client the first of {@link Dataset#CLIENTS} clients whose ids follow one another
 */
public record Tenant(long service, String serviceSecret, long client, String clientSecret) {
    private static final String SERVICE = """
            {"serviceName": "Benchmark", "issuer": "https://as.example.com",
             "supportedGrantTypes": ["AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS", "DEVICE_CODE"],
             "supportedResponseTypes": ["NONE", "CODE", "TOKEN"],
             "supportedTokenAuthMethods": ["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"],
             "supportedScopes": [{"name": "read"}, {"name": "write"}, {"name": "payment"}, {"name": "openid"}],
             "deviceVerificationUri": "https://as.example.com/device", "deviceFlowPollingInterval": 1,
             "deviceFlowCodeDuration": 86400,
             "accessTokenDuration": 86400, "refreshTokenDuration": 864000, "jwks": %s%s}
            """;
    private static final String CLIENT = """
            {"clientName": "A client", "developer": "a developer", "clientType": "CONFIDENTIAL",
             "applicationType": "WEB", "redirectUris": ["https://client.example.org/cb/example.com"],
             "grantTypes": ["AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS", "DEVICE_CODE"],
             "responseTypes": ["NONE", "CODE", "TOKEN"], "tokenAuthMethod": "CLIENT_SECRET_BASIC",
             "idTokenSignAlg": "ES256", "jwks": %s}
            """;

    private static final ECKey OF_CLIENT = clientKey();

    private static ECKey clientKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("client").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWT of the client with these claims, signed by ES256. */
    public String signed(String claims) {
        try {
            JWSObject jwt = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(OF_CLIENT.getKeyID())
                            .build(),
                    new Payload(claims));
            jwt.sign(new ECDSASigner(OF_CLIENT));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Tenant create(int port, String ownerAuthorization) {
        return create(port, ownerAuthorization, "");
    }

    /** One whose access tokens are JWTs, signed by RS256. */
    public static Tenant withJwts(int port, String ownerAuthorization) {
        return create(port, ownerAuthorization, ", \"accessTokenSignAlg\": \"RS256\"");
    }

    private static Tenant create(int port, String ownerAuthorization, String more) {
        try (HttpConnection owner = new HttpConnection(port, ownerAuthorization)) {
            Reply service = owner.post("/api/service/create", SERVICE.formatted(jsonText(keys()), more))
                    .requireOk();
            long id = service.number("apiKey");
            String secret = service.text("apiSecret");
            try (HttpConnection caller = new HttpConnection(port, basic(Long.toString(id), secret))) {
                Reply client = caller.post(
                                "/api/client/create",
                                CLIENT.formatted(jsonText(new JWKSet(OF_CLIENT.toPublicJWK()).toString())))
                        .requireOk();
                return new Tenant(id, secret, client.number("clientId"), client.text("clientSecret"));
            }
        }
    }

    /** A key for each of the signatures that are measured. */
    private static String keys() {
        try {
            return new JWKSet(List.of(
                            new ECKeyGenerator(Curve.P_256).keyID("es256").generate(),
                            new RSAKeyGenerator(2_048).keyID("rs256").generate()))
                    .toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a JSON text; the given one has no control characters. */
    private static String jsonText(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The Authorization header of every call. */
    public String authorization() {
        return basic(Long.toString(service), serviceSecret);
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
