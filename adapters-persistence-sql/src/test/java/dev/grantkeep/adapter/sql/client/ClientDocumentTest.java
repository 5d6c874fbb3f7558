package dev.grantkeep.adapter.sql.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.domain.common.OpaqueMembers;
import org.junit.jupiter.api.Test;

/** What older versions have stored must stay readable: this text changes only by additions, with a migration. */
final class ClientDocumentTest {
    private static final String STORED = """
            {"aliasEnabled":true,"type":"CONFIDENTIAL","applicationType":"NATIVE","name":"n",\
            "redirectUris":["https://client.example/cb"],"responseTypes":["CODE_ID_TOKEN"],\
            "grantTypes":["CIBA"],"authMethod":"PRIVATE_KEY_JWT","durations":{"refresh":2},\
            "requestableScopes":"","defaultMaxAge":1,"singleAccessTokenPerSubject":true,"pkceRequired":false,\
            "pkceS256Required":true,"demands":["REQUEST_OBJECT"],"attributes":[{"key":"k","value":"v"}]}""";

    private final Json json = SqlStores.h2().bean(Json.class);

    @Test
    void theStoredFormStaysAsItIs() {
        ClientDocument document = json.read(STORED, ClientDocument.class);
        assertThat(json.write(ClientDocument.of(document.toSettings(null, null, OpaqueMembers.NONE))))
                .isEqualTo(STORED);
    }
}
