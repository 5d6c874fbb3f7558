package dev.grantkeep.adapter.sql.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.domain.common.OpaqueMembers;
import org.junit.jupiter.api.Test;

/** What older versions have stored must stay readable: this text changes only by additions, with a migration. */
final class ServiceDocumentTest {
    private static final String STORED = """
            {"name":"n","issuer":"https://as.example","accessTokenType":"Bearer",\
            "scopes":[{"name":"read","defaultEntry":true,"description":"d",\
            "descriptions":[{"tag":"ja","value":""}],"attributes":[{"key":"k","value":""}]}],\
            "grantTypes":["AUTHORIZATION_CODE","REFRESH_TOKEN"],"responseTypes":["CODE"],\
            "tokenAuthMethods":["CLIENT_SECRET_BASIC"],"durations":{"access":1,"refresh":2,"idToken":3},\
            "codeDuration":4,"refresh":{"kept":true,"durationKept":false,"durationReset":true,"idempotent":false,\
            "expirationLinked":true,"openidDroppedWithoutOfflineAccess":false},\
            "authorization":{"pkceRequired":true,"pkceS256Required":false,"scopeRequired":true,\
            "issSuppressed":false,"loopbackPortVariable":true},\
            "errorDescriptionOmitted":true,"errorUriOmitted":false,"singleAccessTokenPerSubject":true,\
            "clientIdAliasEnabled":false,"clientsPerDeveloper":5,"demands":["DPOP"],\
            "attributes":[{"key":"k","value":"v"}]}""";

    private final Json json = SqlStores.h2().bean(Json.class);

    @Test
    void theStoredFormStaysAsItIs() {
        ServiceDocument document = json.read(STORED, ServiceDocument.class);
        assertThat(json.write(ServiceDocument.of(document.toSettings(OpaqueMembers.NONE))))
                .isEqualTo(STORED);
    }
}
