package dev.grantkeep.benchmark.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.standin.StandInServer;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grantkeep's own stores read what is written past them, and write the same. */
final class GrantkeepDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SERVICE = 7;
    private static final Shape SHAPE = Shape.bulk(8);

    private final GrantkeepDocuments documents = new GrantkeepDocuments(new Tenant(SERVICE, "", 100, ""), 5);
    private final MongoServer server = StandInServer.start(0);
    private final String uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/grantkeep";
    private final MongoClient client = MongoClients.create(uri);
    private final MongoDatabase database = client.getDatabase("grantkeep");
    private final ApplicationContext grantkeep =
            ApplicationContext.run(Map.of("grantkeep.persistence", "mongo", "mongodb.uri", uri));

    @BeforeEach
    void storeThem() {
        insert(Collections.SERVICE, new Document(Names.ID, SERVICE).append(Names.VERSION, 1L));
        insert(Collections.GRANT_HEAD, documents.head(SHAPE, 3, NOW));
        insert(Collections.TOKEN, documents.token(SHAPE, 3, NOW));
    }

    @AfterEach
    void end() {
        grantkeep.close();
        client.close();
        server.shutdownNow();
    }

    @Test
    void theTokenIsFoundWithItsHead() {
        TokenInContext found = found();

        assertThat(found.token().scopes()).hasToString("read write");
        assertThat(found.token().refresh()).isNotNull();
        assertThat(found.token().createdAt()).isEqualTo(NOW.minusMillis(5));
        assertThat(found.token().purgeAt()).isEqualTo(NOW.minusMillis(5).plus(Duration.ofDays(10)));
        assertThat(Objects.requireNonNull(found.head()).generation())
                .isEqualTo(
                        Objects.requireNonNull(found.token().standing().grant()).generation());
    }

    @Test
    void theCopyOfACodeIsFoundWithTheHeadOfItsPair() {
        StepStore steps = grantkeep.getBean(StepStore.class);
        steps.add(StepKinds.CODE.toStep(issuedCode()));
        insert(Collections.STEP, documents.code(SHAPE, first(Collections.STEP), 3, NOW.plusSeconds(60)));

        StepInContext<AuthorizationCode> found = steps.find(
                        StepKinds.CODE.key(new ServiceId(SERVICE), new TokenValue(SHAPE.code(3)).hash()))
                .orElseThrow();

        GrantKey pair = documents.key(SHAPE, 3);
        assertThat(found.step().client()).isEqualTo(pair.client());
        assertThat(found.step().subject()).isEqualTo(pair.subject());
        assertThat(found.step().expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(Objects.requireNonNull(found.head()).generation())
                .isEqualTo(
                        Objects.requireNonNull(found.step().standing().grant()).generation());
    }

    private static AuthorizationCode issuedCode() {
        return new AuthorizationCode(
                new TokenValue("a-code-that-was-issued").hash(),
                new ServiceId(SERVICE),
                new AuthorizationRequest(
                        new NamedClient(new ClientId(100), NamedBy.ID),
                        new ResponseTarget("https://client.example.org/cb", true, ResponseMode.QUERY, null),
                        ResponseType.CODE,
                        new RequestedScopes(ScopeSet.of("read"), false),
                        null,
                        Targets.NONE,
                        Login.NONE,
                        null),
                new Subject("a user"),
                ScopeSet.of("read"),
                new Standing(new Generation(5), new GrantStanding(new Generation(6), 0)),
                Properties.NONE,
                TokenDetails.NONE,
                IdTokenContent.NONE,
                NOW,
                NOW.plusSeconds(30),
                null);
    }

    @Test
    void theTokenIsWrittenAsItIs() {
        TokenRecord token = found().token();
        Document before = first(Collections.TOKEN);
        assertThat(grantkeep.getBean(TokenStore.class).replace(Change.quiet(next(token))))
                .isEqualTo(Saved.SAVED);

        assertThat(first(Collections.TOKEN)).isEqualTo(before.append(Names.VERSION, 2L));
    }

    @Test
    void theHeadIsWrittenAsItIs() {
        GrantStore heads = grantkeep.getBean(GrantStore.class);
        GrantHead head = heads.find(documents.key(SHAPE, 3)).orElseThrow();
        Document before = first(Collections.GRANT_HEAD);
        assertThat(heads.replace(Change.quiet(next(head)))).isEqualTo(Saved.SAVED);

        assertThat(first(Collections.GRANT_HEAD)).isEqualTo(before.append(Names.VERSION, 2L));
    }

    private TokenInContext found() {
        TokenLocator locator = new TokenLocator.ByAccess(new TokenValue(SHAPE.accessToken(3)).hash());
        return Objects.requireNonNull(grantkeep
                .getBean(TokenStore.class)
                .find(new ServiceId(SERVICE), locator)
                .found());
    }

    private static TokenRecord next(TokenRecord token) {
        return new TokenRecord(
                token.id(),
                token.service(),
                token.client(),
                token.subject(),
                token.grantType(),
                token.standing(),
                token.access(),
                token.refresh(),
                token.scopes(),
                token.properties(),
                token.details(),
                token.createdAt(),
                token.lastRefreshedAt(),
                token.lastUsedAt(),
                token.version().next());
    }

    private static GrantHead next(GrantHead head) {
        Version version = head.version().next();
        return new GrantHead(
                head.key(),
                head.generation(),
                head.codeGeneration(),
                head.rewrite(),
                head.granted(),
                head.createdAt(),
                head.modifiedAt(),
                version);
    }

    private Document first(String collection) {
        return Objects.requireNonNull(database.getCollection(collection).find().first());
    }

    private void insert(String collection, Document document) {
        database.getCollection(collection).insertOne(document);
    }
}
