package dev.grantkeep.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Plans;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.adapter.sql.token.Lookups;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every query on PostgreSQL uses the index that its store names, and none reads a whole table. */
final class QueryPlanTest {
    /** The planner may take the primary key too: either is one look-up. */
    private static final String EITHER_KEY_OF_A_CLIENT = "client_of_service";

    private static final Instant NOW = Instant.parse("2026-01-15T10:20:30.123Z");
    private static final Window WINDOW = new Window(0, 20);
    private static final ServiceId SERVICE = new ServiceId(1);
    private static final ClientId CLIENT = new ClientId(1_000);
    private static final Subject BUSY = new Subject("busy");

    private static SqlStores stores;
    private static Plans plans;

    @BeforeAll
    static void load() throws SQLException {
        stores = SqlStores.on(TestDatabase.postgres(), Plans.ENVIRONMENT);
        plans = stores.bean(Plans.class);
        try (Connection connection = stores.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : ManyRows.STATEMENTS) {
                statement.execute(sql);
            }
        }
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    private static TokenRecord token() {
        Selection all = new Selection(SERVICE, CLIENT, BUSY, TokenStatus.ALL, NOW);
        return stores.queries().list(all, WINDOW).items().get(0).token();
    }

    private static GrantKey pair() {
        return new GrantKey(SERVICE, CLIENT, BUSY);
    }

    private static void assertUses(Runnable work, String... indexes) {
        List<String> found = plans.of(work);
        assertThat(found).isNotEmpty().allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"));
        assertThat(String.join("\n", found).replace("client_pkey", EITHER_KEY_OF_A_CLIENT))
                .contains(indexes);
    }

    @Test
    void aTokenIsFoundByEachOfItsUniqueColumns() {
        TokenRecord token = token();
        assertUses(
                () -> stores.tokens()
                        .find(SERVICE, new TokenLocator.ByAccess(token.access().hash())),
                "token_access");
        assertUses(() -> stores.tokens().find(SERVICE, new TokenLocator.ByRefresh(Unique.hash())), "token_refresh");
        assertUses(
                () -> stores.tokens().find(SERVICE, new TokenLocator.ByRefreshOrigin(Unique.hash())),
                "token_refresh_origin");
        assertUses(() -> stores.tokens().find(SERVICE, new TokenLocator.ById(token.id())), "token_pkey");
    }

    @Test
    void aFoundTokensHeadClientAndServiceComeByTheirKeys() {
        TokenLocator locator = new TokenLocator.ByAccess(token().access().hash());
        assertUses(
                () -> stores.tokens().find(SERVICE, locator),
                "grant_head_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "service_pkey");
    }

    @Test
    void tokensThatAreWantedTogetherAreFoundByTheSameIndexes() {
        TokenRecord token = token();
        assertUses(
                () -> Lookups.together(
                        stores,
                        SERVICE,
                        List.of(
                                new TokenLocator.ByAccess(token.access().hash()),
                                new TokenLocator.ByAccess(Unique.hash()))),
                "token_access",
                "grant_head_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "service_pkey");
        assertUses(
                () -> Lookups.together(
                        stores,
                        SERVICE,
                        List.of(new TokenLocator.ByRefresh(Unique.hash()), new TokenLocator.ByRefresh(Unique.hash()))),
                "token_refresh");
        assertUses(
                () -> Lookups.together(
                        stores, SERVICE, List.of(new TokenLocator.ById(token.id()), new TokenLocator.ById(token.id()))),
                "token_pkey");
    }

    @Test
    void fewTokensThatAreWantedTogetherAreNotPlannedAnewEachTime() {
        assertPlannedSeldom(
                "select s.version%access_hash = any%",
                () -> Lookups.together(
                        stores,
                        SERVICE,
                        List.of(new TokenLocator.ByAccess(Unique.hash()), new TokenLocator.ByAccess(Unique.hash()))));
    }

    /** To plan it, PostgreSQL looks for the least purge instant among those that are gone: with each batch for longer. */
    @Test
    void batchesOfTheSweeperAreNotPlannedAnewEachTime() {
        assertPlannedSeldom(
                "select service_id, id, purge_at%", () -> stores.reclaimer().reclaim(Work.EXPIRED_TOKENS, NOW, 1));
    }

    /** One thread gets the same connection again and again, and PostgreSQL chooses after a few executions on it. */
    private static void assertPlannedSeldom(String statements, Runnable work) {
        int executions = 30;
        int before = genericPlans(statements);
        for (int i = 0; i < executions; i++) {
            work.run();
        }
        assertThat(genericPlans(statements) - before).isGreaterThan(executions / 2);
    }

    private static int genericPlans(String statements) {
        return stores.bean(Database.class)
                .count(
                        "select coalesce(sum(generic_plans), 0) from pg_prepared_statements where statement like ?",
                        to -> to.add(statements));
    }

    @Test
    void aTokenElsewhereIsFoundByEachOfItsUniqueColumns() {
        TokenRecord token = token();
        ServiceId other = new ServiceId(2);
        assertUses(
                () -> stores.tokens()
                        .existsElsewhere(
                                other, new TokenLocator.ByAccess(token.access().hash())),
                "token_access");
        assertUses(
                () -> stores.tokens().existsElsewhere(other, new TokenLocator.ByRefresh(Unique.hash())),
                "token_refresh");
        assertUses(
                () -> stores.tokens().existsElsewhere(other, new TokenLocator.ByRefreshOrigin(Unique.hash())),
                "token_refresh_origin");
        assertUses(() -> stores.tokens().existsElsewhere(other, new TokenLocator.ById(token.id())), "token_pkey");
    }

    @Test
    void aTokenIsWrittenByItsKey() {
        TokenRecord token = token();
        SettingsVersions basis = new SettingsVersions(SERVICE, Version.FIRST, CLIENT, Version.FIRST);
        assertUses(() -> stores.tokens().add(Changed.to(token), basis), "service_pkey", EITHER_KEY_OF_A_CLIENT);
        assertUses(
                () -> stores.tokens().settle(aStep(StepKinds.CODE), Changed.to(token), basis),
                "step_pkey",
                "service_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "grant_head_pkey");
        assertUses(() -> stores.tokens().replace(Changed.to(token)), "token_pkey");
        assertUses(() -> stores.tokens().noteUse(token), "token_pkey");
        assertUses(
                () -> stores.tokens().remove(SERVICE, token.id(), Changed.TOKEN_REVOKED),
                "token_pkey",
                "grant_head_pkey");
    }

    @Test
    void aHeadIsFoundAndWrittenByItsKey() {
        GrantHead head = stores.grants().find(pair()).orElseThrow();
        assertUses(() -> stores.grants().find(pair()), "grant_head_pkey");
        assertUses(() -> stores.grants().replace(Changed.to(head)), "grant_head_pkey");
        assertUses(() -> stores.grants().ofSubject(SERVICE, BUSY, CLIENT, 100), "grant_head_pkey");
    }

    @Test
    void aPairsTokensAreCountedInTheIndexAlone() {
        assertUses(
                () -> stores.grants().countTokens(pair()),
                "grant_head_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "Index Only Scan using token_pair");
    }

    @Test
    void aSubjectsClientsAreFoundFromItsHeads() {
        assertUses(
                () -> stores.authorizedClients().list(SERVICE, BUSY, null, NOW, WINDOW),
                "grant_head_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "token_pair");
        assertUses(
                () -> stores.authorizedClients().list(SERVICE, BUSY, "developer", NOW, WINDOW),
                "grant_head_pkey",
                EITHER_KEY_OF_A_CLIENT,
                "token_pair");
    }

    @Test
    void tokensAreListedByPairSubjectOrClient() {
        assertUses(() -> list(CLIENT, BUSY), "grant_head_pkey", EITHER_KEY_OF_A_CLIENT, "token_pair", "token_pkey");
        assertUses(() -> list(null, BUSY), "grant_head_pkey", EITHER_KEY_OF_A_CLIENT, "token_pair", "token_pkey");
        assertUses(() -> list(CLIENT, null), EITHER_KEY_OF_A_CLIENT, "token_pair", "token_pkey");
        assertUses(() -> stores.queries().count(SERVICE, CLIENT), EITHER_KEY_OF_A_CLIENT, "token_pair");
    }

    private static void list(@Nullable ClientId client, @Nullable Subject subject) {
        stores.queries().list(new Selection(SERVICE, client, subject, TokenStatus.VALID, NOW), WINDOW);
    }

    @Test
    void aClientIsFoundByIdAndAliasAndListedInOrder() {
        assertUses(() -> stores.clients().find(SERVICE, CLIENT), EITHER_KEY_OF_A_CLIENT);
        assertUses(() -> stores.clients().serviceOf(CLIENT), EITHER_KEY_OF_A_CLIENT);
        assertUses(() -> stores.clients().findByAlias(SERVICE, new ClientAlias("alias-1000")), "client_alias");
        assertUses(() -> stores.clients().list(new ServiceId(3), null, WINDOW), "client_created");
        assertUses(() -> stores.clients().list(SERVICE, "developer-1", WINDOW), "client_developer");
    }

    @Test
    void aClientIsWrittenByItsKey() {
        Client client = stores.clients().find(SERVICE, CLIENT).orElseThrow();
        assertUses(() -> stores.clients().replace(Changed.to(client)), EITHER_KEY_OF_A_CLIENT);
        assertUses(
                () -> stores.clients().remove(SERVICE, new ClientId(500), Changed.CLIENT_REMOVED),
                EITHER_KEY_OF_A_CLIENT);
    }

    @Test
    void aServiceIsFoundByIdAndSecretAndListedInOrder() {
        assertUses(() -> stores.services().find(SERVICE), "service_pkey");
        assertUses(() -> stores.services().ownerOf(new Secret("s1")), "service_secret");
        // The first query; the second one counts all services.
        assertThat(plans.of(() -> stores.services().list(WINDOW)).get(0)).contains("service_created");
    }

    @Test
    void aServiceIsWrittenByItsKey() {
        Service service = stores.services().find(SERVICE).orElseThrow();
        assertUses(() -> stores.services().replace(Changed.to(service)), "service_pkey");
        assertUses(() -> stores.services().remove(new ServiceId(9_999), Changed.SERVICE_REMOVED), "service_pkey");
    }

    @Test
    void stepsAreFoundByTheirHash() {
        assertUses(() -> stores.steps().find(aStep(StepKinds.CODE)), "step_pkey", "authorization_code_pkey");
        assertUses(() -> stores.steps().find(aStep(StepKinds.TICKET)), "step_pkey", "ticket_pkey");
        assertUses(() -> stores.steps().findBySecond(aStep(StepKinds.CODE)), "step_second");
        assertUses(() -> stores.steps().settle(aStep(StepKinds.CODE), new TokenId(new UUID(1, 2))), "step_pkey");
        assertUses(() -> stores.steps().take(aStep(StepKinds.CODE)), "step_pkey");
        assertUses(() -> stores.steps().take(aStep(StepKinds.TICKET)), "step_pkey");
    }

    @Test
    void theSweeperFindsItsWorkByIndexes() {
        assertUses(
                () -> sweep(Work.EXPIRED_TOKENS), "token_purge", "token_pkey", "grant_head_silent", "grant_head_pkey");
        assertUses(() -> sweep(Work.EXPIRED_STEPS, 1_000), "step_expiry", "ticket_expiry", "authorization_code_expiry");
        assertUses(
                () -> sweep(Work.REVOKED_TOKENS), "grant_head_marked", "token_pair", "step_owner", "grant_head_pkey");
        assertUses(() -> sweep(Work.EMPTY_GRANTS), "grant_head_maybe_empty", "grant_head_pkey", "token_pair");
        assertUses(() -> sweep(Work.CUT_OFF_CLIENTS), "client_marked", "token_pair", "step_owner");
        assertUses(() -> sweep(Work.REMOVED_SERVICES), "service_marked");
    }

    @Test
    void whatIsDeadIsCountedByTheSameIndexes() {
        assertUses(() -> count(Work.EXPIRED_TOKENS), "token_purge");
        assertUses(() -> count(Work.EXPIRED_STEPS), "step_expiry", "ticket_expiry", "authorization_code_expiry");
        assertUses(() -> count(Work.REVOKED_TOKENS), "grant_head_marked");
        assertUses(() -> count(Work.EMPTY_GRANTS), "grant_head_maybe_empty");
        assertUses(() -> count(Work.CUT_OFF_CLIENTS), "client_marked");
        assertUses(() -> count(Work.REMOVED_SERVICES), "service_marked");
    }

    private static void count(Work work) {
        stores.deadRecords().count(work, NOW, 100_000);
    }

    private static <T> StepKey<T> aStep(StepKind<T> kind) {
        return kind.key(SERVICE, Unique.hash());
    }

    private static void sweep(Work work) {
        sweep(work, 100);
    }

    private static void sweep(Work work, int limit) {
        assertThat(stores.reclaimer().reclaim(work, NOW, limit)).isPositive();
    }
}
