package dev.grantkeep.adapter.mongo.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.Together;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeChallenge;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What the release before has stored, and may still store, is found and used once. */
final class FormerStepsTest {
    private static final MongoStores STORES = MongoStores.shared();
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final ServiceId service = Unique.serviceId();
    private final TokenHash hash = Unique.hash();

    @Test
    void aCodeIsFoundWithAllThatItHad() {
        storeCode(new Document());
        AuthorizationCode code = code().orElseThrow().step();

        assertThat(code.client().value()).isEqualTo(7);
        assertThat(code.subject().value()).isEqualTo("user");
        assertThat(code.scopes().toString()).isEqualTo("read write");
        assertThat(code.standing().client().value()).isEqualTo(3);
        assertThat(code.request().target().redirectUri()).isEqualTo("https://client.example/cb");
        assertThat(code.request().target().redirectUriGiven()).isTrue();
        assertThat(code.request().challenge()).isEqualTo(new CodeChallenge(CodeChallenge.Method.S256, CHALLENGE));
        assertThat(code.properties().list()).containsExactly(new Property("k", "v", false));
        assertThat(code.details().authentication().acr()).isEqualTo("1");
        assertThat(code.createdAt()).isEqualTo(Times.NOW);
        assertThat(code.isRedeemed()).isFalse();
    }

    @Test
    void aCodeIsRedeemedOnceAndStaysSo() {
        storeCode(new Document());
        assertThat(code()).isPresent();
        TokenId token = Unique.tokenId();
        assertThat(Together.run(4, () -> STORES.steps().settle(StepKinds.CODE.key(service, hash), token)))
                .containsOnlyOnce(true);
        assertThat(code().orElseThrow().step().redeemedAs()).isEqualTo(token);
    }

    @Test
    void aCodeThatWasRedeemedIsFoundAsThat() {
        TokenId token = Unique.tokenId();
        storeCode(new Document("redeemedAs", Keys.of(token)));
        assertThat(code().orElseThrow().step().redeemedAs()).isEqualTo(token);
    }

    @Test
    void aTicketIsFoundAndTakenOnce() {
        STORES.database()
                .getCollection("ticket")
                .insertOne(former().append("responseType", "CODE")
                        .append("responseMode", "FORM_POST")
                        .append("state", "s")
                        .append("resources", List.of("urn:a")));
        var key = StepKinds.TICKET.key(service, hash);
        Ticket ticket = STORES.steps().find(key).orElseThrow().step();

        assertThat(ticket.request().target().state()).isEqualTo("s");
        assertThat(ticket.request().targets().resources()).containsExactly("urn:a");
        assertThat(ticket.request().challenge()).isNotNull();
        assertThat(ticket.expiresAt()).isEqualTo(Times.inSeconds(60));
        assertThat(STORES.steps().take(key)).isTrue();
        assertThat(STORES.steps().take(key)).isFalse();
        assertThat(STORES.steps().find(key)).isEmpty();
    }

    private Optional<StepInContext<AuthorizationCode>> code() {
        return STORES.steps().find(StepKinds.CODE.key(service, hash));
    }

    private void storeCode(Document more) {
        Document code = former().append("subject", "user")
                .append("head", service + "/7/user")
                .append("clientGeneration", 3L)
                .append("generation", 4L)
                .append("rewriteNumber", 0)
                .append("properties", List.of(new Document("key", "k").append("value", "v")))
                .append("details", new Document("acr", "1"))
                .append("createdAt", Date.from(Times.NOW));
        code.putAll(more);
        STORES.database().getCollection("authorization_code").insertOne(code);
    }

    /** What a code and a ticket had alike. */
    private Document former() {
        return new Document("_id", Keys.of(hash, service))
                .append("service", service.value())
                .append("client", 7L)
                .append("scopes", "read write")
                .append("redirectUri", "https://client.example/cb")
                .append("redirectUriGiven", true)
                .append("challenge", new Document("method", "S256").append("value", CHALLENGE))
                .append("expiresAt", Date.from(Times.inSeconds(60)));
    }
}
