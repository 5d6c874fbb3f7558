package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.token.Targets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tickets outlive an update of Grantkeep: this text changes only by additions. */
final class RequestTreeTest {
    private static final String STORED = """
            {"client":1,"clientIdAliasUsed":true,"responseType":"CODE","responseMode":"FORM_POST",\
            "redirectUri":"https://client.example/cb","redirectUriGiven":false,"scopes":"read write","state":"",\
            "challengeMethod":"S256","challenge":"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",\
            "resources":["https://api.example/"],"context":"c"}""";

    @Test
    void theStoredFormStaysAsItIs() {
        assertThat(JsonText.write(RequestTree.of(RequestTree.read(JsonText.read(STORED)))))
                .isEqualTo(STORED);
    }

    @Test
    void aChallengeThatWasStoredAsAnObjectIsRead() {
        Map<String, Object> tree = new LinkedHashMap<>(JsonText.read(STORED));
        Object method = tree.remove("challengeMethod");
        tree.put("challenge", Map.of("method", method, "value", tree.get("challenge")));

        assertThat(JsonText.write(RequestTree.of(RequestTree.read(tree)))).isEqualTo(STORED);
    }

    @Test
    void whatIsAbsentIsFalseOrEmpty() {
        AuthorizationRequest request = RequestTree.read(Map.of(
                "client", 1L, "responseType", "CODE", "responseMode", "QUERY", "redirectUri", "urn:a", "scopes", ""));

        assertThat(request.client().namedBy()).isEqualTo(NamedBy.ID);
        assertThat(request.target().redirectUriGiven()).isFalse();
        assertThat(request.scopes().denied()).isFalse();
        assertThat(request.challenge()).isNull();
        assertThat(request.targets()).isEqualTo(Targets.NONE);
    }
}
