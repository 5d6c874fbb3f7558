package dev.grantkeep.adapter.sql.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.json.Json;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import org.junit.jupiter.api.Test;

/** Tickets outlive an update of Grantkeep: this text changes only by additions. */
final class RequestDocumentTest {
    private static final String STORED = """
            {"client":1,"clientIdAliasUsed":true,"responseType":"CODE","responseMode":"FORM_POST",\
            "redirectUri":"https://client.example/cb","redirectUriGiven":false,"scopes":"read write","state":"",\
            "challengeMethod":"S256","challenge":"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",\
            "resources":["https://api.example/"],"context":"c"}""";

    private final Json json = SqlStores.h2().bean(Json.class);

    @Test
    void theStoredFormStaysAsItIs() {
        RequestDocument document = json.read(STORED, RequestDocument.class);
        assertThat(json.write(RequestDocument.of(document.toRequest()))).isEqualTo(STORED);
    }
}
