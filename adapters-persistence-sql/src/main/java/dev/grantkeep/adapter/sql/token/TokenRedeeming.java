package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.client.CurrentSettings;
import dev.grantkeep.adapter.sql.grant.KnownTokens;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.adapter.sql.step.StepRowMapper;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores new tokens in place of the steps that they are made of; those that come at the same time in one transaction. On
 * PostgreSQL, what one of them needs is one statement, so that nothing is sent to begin or end that transaction.
 */
final class TokenRedeeming implements Coalescing.Work<TokenRedeeming.Redeemed, Settled> {
    private static final String SETTLE = "update step set settled_as = ? where " + StepRowMapper.KEY
            + " and settled_as is null and" + CurrentSettings.ARE_THERE;
    private static final String AT_ONCE = "with settled as (" + SETTLE + " returning settled_as), noted as ("
            + KnownTokens.NOTE + " and exists (select 1 from settled)) " + TokenAdding.INSERT
            + "select " + TokenAdding.VALUES + " from settled";
    private static final String INSERT = TokenAdding.INSERT + "values (" + TokenAdding.VALUES + ")";
    private static final String PENDING = "select 1 from step where " + StepRowMapper.KEY + " and settled_as is null";

    /** A feature that is not there. */
    private static final String NOT_SUPPORTED = "0A";

    private final Database database;
    private final TokenAdding adding;

    /** An engine that distributes the tables may refuse a statement that writes several. Then each table has its own. */
    private volatile boolean isRefused;

    TokenRedeeming(Database database, TokenAdding adding) {
        this(database, adding, false);
    }

    TokenRedeeming(Database database, TokenAdding adding, boolean isRefused) {
        this.database = database;
        this.adding = adding;
        this.isRefused = isRefused;
    }

    record Redeemed(StepKey<?> step, TokenAdding.New added) {
        /** Two transactions take what both need in the same order, so that they do not wait for each other in a circle. */
        private static final Comparator<Redeemed> ORDER = Comparator.comparing(Redeemed::token, KnownTokens.ORDER)
                .thenComparing(one -> one.step().hash().value());

        TokenRecord token() {
            return added.token();
        }
    }

    @Override
    public Settled alone(Redeemed redeemed) {
        boolean before = isRefused;
        try {
            return once(redeemed);
        } catch (StoreRefused e) {
            if (before == isRefused) {
                throw e;
            }
            return once(redeemed);
        }
    }

    private Settled once(Redeemed redeemed) {
        List<Redeemed> one = List.of(redeemed);
        boolean apart = isRefused;
        return switch (apart || concernEvents(one)
                ? database.saveInTransaction(session -> redeem(session, one, apart)[0])
                : database.saveAtOnce(session -> redeem(session, one, false)[0])) {
            case SAVED -> Settled.SETTLED;
            case TAKEN -> Settled.TAKEN;
            case STALE -> isPending(redeemed.step()) ? Settled.STALE : Settled.USED;
        };
    }

    /**
     * What was not redeemed is tried again alone, to find out why. A hash that is taken fails them all. Of a grant only one
     * goes along: with its head, two would keep what another transaction may have begun with.
     */
    @Override
    public List<@Nullable Settled> together(List<Redeemed> redeemed) {
        Set<@Nullable GrantKey> grants = new HashSet<>();
        Map<Redeemed, Settled> settled = settledOf(redeemed.stream()
                .filter(one -> grants.add(one.token().grantKey()))
                .sorted(Redeemed.ORDER)
                .toList());
        return redeemed.stream().<@Nullable Settled>map(settled::get).toList();
    }

    private Map<Redeemed, Settled> settledOf(List<Redeemed> inOrder) {
        boolean apart = isRefused;
        int[] counts = apart || concernEvents(inOrder)
                ? database.inTransaction(session -> redeem(session, inOrder, apart))
                : database.atOnce(session -> redeem(session, inOrder, false));
        Map<Redeemed, Settled> settled = new IdentityHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                settled.put(inOrder.get(i), Settled.SETTLED);
            }
        }
        return settled;
    }

    private boolean concernEvents(List<Redeemed> redeemed) {
        return redeemed.stream().map(Redeemed::added).anyMatch(adding::concernsEvents);
    }

    /** How many rows of tokens each has written. */
    private int[] redeem(Session session, List<Redeemed> redeemed, boolean apart) throws SQLException {
        int[] counts = apart || !session.isPostgres() ? oneByOne(session, redeemed) : atOnce(session, redeemed);
        adding.writeEvents(
                session,
                IntStream.range(0, counts.length)
                        .filter(i -> counts[i] == 1)
                        .mapToObj(i -> redeemed.get(i).added())
                        .toList());
        return counts;
    }

    private int[] atOnce(Session session, List<Redeemed> redeemed) throws SQLException {
        try {
            return session.countEach(AT_ONCE, redeemed, TokenRedeeming::writeAtOnce);
        } catch (SQLException e) {
            isRefused |= String.valueOf(e.getSQLState()).startsWith(NOT_SUPPORTED);
            throw e;
        }
    }

    private static int[] oneByOne(Session session, List<Redeemed> redeemed) throws SQLException {
        int[] counts = new int[redeemed.size()];
        for (int i = 0; i < counts.length; i++) {
            Redeemed one = redeemed.get(i);
            if (session.write(SETTLE, to -> writeSettled(to, one)) == 1) {
                counts[i] = session.write(INSERT, to -> TokenAdding.writeToken(to, one.token()));
                KnownTokens.noteNew(session, List.of(one.token()));
            }
        }
        return counts;
    }

    private boolean isPending(StepKey<?> step) {
        return database.exists(PENDING, to -> StepRowMapper.writeKey(step, to));
    }

    private static void writeAtOnce(Parameters to, Redeemed redeemed) throws SQLException {
        writeSettled(to, redeemed);
        KnownTokens.writeNew(to, redeemed.token());
        TokenAdding.writeToken(to, redeemed.token());
    }

    private static void writeSettled(Parameters to, Redeemed redeemed) throws SQLException {
        StepRowMapper.writeKey(redeemed.step(), to.add(redeemed.token().id()));
        CurrentSettings.write(redeemed.added().basis(), to);
    }
}
