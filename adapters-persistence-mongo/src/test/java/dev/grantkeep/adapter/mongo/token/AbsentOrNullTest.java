package dev.grantkeep.adapter.mongo.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A field that is null says the same as one that is not there: servers that speak MongoDB's protocol make one of the
 * other in what they group by or read from an index.
 */
@ParameterizedClass
@ValueSource(booleans = {false, true})
final class AbsentOrNullTest {
    private static final MongoStores STORES =
            MongoStores.on(MongoTestServer.chosen().newDatabase(), Map.of());
    private static final Window WINDOW = new Window(0, 10);

    /** Whether what is absent is stored as null. */
    private final boolean nulls;

    AbsentOrNullTest(boolean nulls) {
        this.nulls = nulls;
    }

    @AfterAll
    static void close() {
        STORES.clear();
    }

    @Test
    void tokensWithoutASubjectAreCountedAndListedWithTheOthers() {
        Client client = client();
        GrantHead head = head(client);
        GrantHead revoked = head(client);
        TokenRecord own = stored(client, Tokens.aToken().of(client).withoutSubject());
        TokenRecord ofSubject = stored(client, Tokens.aToken().of(client, head));
        stored(client, Tokens.aToken().of(client, revoked));
        STORES.grants().replace(revoked.revoke(Unique.generation(), Times.NOW));
        absent(Collections.TOKEN, own.service(), Names.HEAD, Names.SUBJECT, Names.GENERATION, "rewriteNumber");

        assertThat(STORES.queries().count(client.service(), client.id())).isEqualTo(2);
        Selection all = new Selection(client.service(), client.id(), null, TokenStatus.ALL, Times.NOW);
        assertThat(STORES.queries().list(all, WINDOW).total()).isEqualTo(2);
        assertThat(STORES.queries().list(all, WINDOW).items())
                .extracting(found -> found.token().id())
                .containsExactlyInAnyOrder(own.id(), ofSubject.id());
        assertThat(STORES.tokens()
                        .find(client.service(), new TokenLocator.ById(own.id()))
                        .found())
                .isNotNull()
                .satisfies(found -> assertThat(found.token()).isEqualTo(own));
    }

    @Test
    void whatWasNotRemovedIsThere() {
        Client client = client();
        TokenRecord token = stored(client, Tokens.aToken().of(client).withoutSubject());
        absent(Collections.CLIENT, client.service(), Names.REMOVED, "seat");
        absent(Collections.SERVICE, Filters.eq(Names.ID, client.service().value()), Names.REMOVED);

        assertThat(STORES.clients().find(client.service(), client.id())).contains(client);
        assertThat(STORES.clients().list(client.service(), null, WINDOW).items())
                .containsExactly(client);
        assertThat(STORES.services().find(client.service())).isPresent();
        assertThat(STORES.tokens()
                        .find(client.service(), new TokenLocator.ById(token.id()))
                        .found())
                .isNotNull()
                .satisfies(found -> assertThat(found.client()).isNotNull());
    }

    @Test
    void whatWasRemovedIsInNoList() {
        Service service = Services.aService().build();
        STORES.services().add(Changed.to(service));
        int before = STORES.services().list(new Window(0, 100)).total();
        STORES.services().remove(service.id(), Changed.SERVICE_REMOVED);
        absent(Collections.SERVICE, Filters.eq(Names.ID, service.id().value()), Names.CREATED_AT);

        assertThat(STORES.services().list(new Window(0, 100)).total()).isEqualTo(before - 1);
    }

    @Test
    void aPendingCodeIsRedeemedOnce() {
        Client client = client();
        AuthorizationCode code = Codes.aCode().of(client, head(client)).build();
        STORES.steps().add(StepKinds.CODE.toStep(code));
        absent(Collections.STEP, client.service(), Names.SETTLED_AS);

        assertThat(STORES.steps().settle(StepKinds.CODE.key(client.service(), code.hash()), Unique.tokenId()))
                .isTrue();
        assertThat(STORES.steps().settle(StepKinds.CODE.key(client.service(), code.hash()), Unique.tokenId()))
                .isFalse();
    }

    @Test
    void aHeadWithAPendingCodeIsNotEmptyAndOneWithoutIs() {
        Client client = client();
        GrantHead head =
                Grants.aGrant().of(client).withGranted((GrantedScopes) null).build();
        STORES.grants().add(Changed.to(head));
        AuthorizationCode code = Codes.aCode().of(client, head).build();
        STORES.steps().add(StepKinds.CODE.toStep(code));
        absent(Collections.STEP, client.service(), Names.SETTLED_AS);
        absent(Collections.GRANT_HEAD, client.service(), Names.RECLAIM_AT, "granted");

        STORES.reclaimer().reclaim(Work.EMPTY_GRANTS, Times.inSeconds(7_200), 10);
        assertThat(STORES.grants().find(head.key())).isPresent();
        STORES.steps().take(StepKinds.CODE.key(client.service(), code.hash()));
        STORES.reclaimer().reclaim(Work.EMPTY_GRANTS, Times.inSeconds(7_200), 10);
        assertThat(STORES.grants().find(head.key())).isEmpty();
    }

    @Test
    void aHeadThatRemembersIsNotLookedAt() {
        Client client = client();
        GrantHead head = head(client);
        absent(Collections.GRANT_HEAD, client.service(), Names.LOOK_AT, Names.RECLAIM_AT);
        TokenRecord token = stored(client, Tokens.aToken().of(client, head));
        STORES.tokens().remove(client.service(), token.id(), Changed.TOKEN_REVOKED);

        STORES.reclaimer().reclaim(Work.EMPTY_GRANTS, Times.inSeconds(7_200), 10);

        assertThat(STORES.grants().find(head.key())).isPresent();
        Document stored = heads(client).get(0);
        assertThat(stored.get(Names.LOOK_AT)).isNull();
    }

    private static List<Document> heads(Client client) {
        return STORES.database()
                .getCollection(Collections.GRANT_HEAD)
                .find(Filters.eq(Names.SERVICE, client.service().value()))
                .into(new ArrayList<>());
    }

    private static Client client() {
        Service service = Services.aService().build();
        STORES.services().add(Changed.to(service));
        Client client = Clients.aClient().of(service).build();
        STORES.clients().add(Changed.to(client));
        return client;
    }

    private static GrantHead head(Client client) {
        GrantHead head = Grants.aGrant().of(client).withGranted("read").build();
        STORES.grants().add(Changed.to(head));
        return head;
    }

    private static TokenRecord stored(Client client, Tokens token) {
        TokenRecord built = token.build();
        Service service = STORES.services().find(client.service()).orElseThrow();
        assertThat(STORES.tokens().add(Changed.to(built), SettingsVersions.of(service, client)))
                .isEqualTo(Saved.SAVED);
        return built;
    }

    private void absent(String collection, ServiceId service, String... fields) {
        absent(collection, Filters.eq(Names.SERVICE, service.value()), fields);
    }

    /** Stores as null what the documents do not have, if this is the turn of nulls. */
    private void absent(String collection, Bson of, String... fields) {
        for (String field : fields) {
            if (nulls) {
                STORES.database()
                        .getCollection(collection)
                        .updateMany(
                                Filters.and(of, Filters.exists(field, false)),
                                new Document("$set", new Document(field, null)));
            }
        }
    }
}
