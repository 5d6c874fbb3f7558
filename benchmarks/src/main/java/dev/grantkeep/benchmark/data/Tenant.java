package dev.grantkeep.benchmark.data;

import dev.grantkeep.benchmark.load.HttpConnection;
import dev.grantkeep.benchmark.load.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The service that the benchmarks call, and one of its clients, both made through the API.
 *
 * @param client the first of {@link Dataset#CLIENTS} clients whose ids follow one another
 */
public record Tenant(long service, String serviceSecret, long client, String clientSecret) {
    private static final String SERVICE = """
            {"serviceName": "Benchmark", "issuer": "https://as.example.com",
             "supportedGrantTypes": ["AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"],
             "supportedResponseTypes": ["NONE", "CODE", "TOKEN"],
             "supportedTokenAuthMethods": ["NONE", "CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"],
             "supportedScopes": [{"name": "read"}, {"name": "write"}, {"name": "payment"}],
             "accessTokenDuration": 86400, "refreshTokenDuration": 864000}
            """;
    private static final String CLIENT = """
            {"clientName": "A client", "developer": "a developer", "clientType": "CONFIDENTIAL",
             "applicationType": "WEB", "redirectUris": ["https://client.example.org/cb/example.com"],
             "grantTypes": ["AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"],
             "responseTypes": ["NONE", "CODE", "TOKEN"], "tokenAuthMethod": "CLIENT_SECRET_BASIC"}
            """;

    public static Tenant create(int port, String ownerAuthorization) {
        try (HttpConnection owner = new HttpConnection(port, ownerAuthorization)) {
            Reply service = owner.post("/api/service/create", SERVICE).requireOk();
            long id = service.number("apiKey");
            String secret = service.text("apiSecret");
            try (HttpConnection caller = new HttpConnection(port, basic(Long.toString(id), secret))) {
                Reply client = caller.post("/api/client/create", CLIENT).requireOk();
                return new Tenant(id, secret, client.number("clientId"), client.text("clientSecret"));
            }
        }
    }

    /** The Authorization header of every call. */
    public String authorization() {
        return basic(Long.toString(service), serviceSecret);
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
