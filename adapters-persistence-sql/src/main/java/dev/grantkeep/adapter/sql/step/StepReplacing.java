package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.client.CurrentSettings;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.InOrder;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replaces pending steps that are as they were seen, if the settings that this was decided on are current; those that come
 * at the same time together.
 */
final class StepReplacing implements Coalescing.Work<StepReplacing.Next, Boolean> {
    /** Whatever the settings are. */
    static final String REPLACE =
            "update step set client_id = ?, subject = ?, client_generation = ?, generation = ?, rewrite_number = ?,"
                    + " payload = ?, version = ? where " + StepRowMapper.KEY
                    + " and settled_as is null and version = ?";

    private static final String REPLACE_BY_SETTINGS = REPLACE + " and" + CurrentSettings.ARE_THERE;

    private final Database database;

    StepReplacing(Database database) {
        this.database = database;
    }

    record Next(Step step, SettingsVersions basis) {
        /** Two transactions take the rows that both need in the same order. */
        private static final Comparator<Next> ORDER =
                Comparator.comparing(next -> next.step().key().hash().value());
    }

    @Override
    public Boolean alone(Next next) {
        return database.write(REPLACE_BY_SETTINGS, to -> write(to, next)) == 1;
    }

    @Override
    public List<@Nullable Boolean> together(List<Next> next) {
        InOrder<Next> inOrder = InOrder.of(next, Next.ORDER);
        int[] counts = database.countEach(REPLACE_BY_SETTINGS, inOrder.items(), StepReplacing::write);
        return Arrays.stream(inOrder.asGiven(counts))
                .<@Nullable Boolean>mapToObj(count -> count == 1)
                .toList();
    }

    private static void write(Parameters to, Next next) throws SQLException {
        write(to, next.step());
        CurrentSettings.write(next.basis(), to);
    }

    static void write(Parameters to, Step next) throws SQLException {
        StepRowMapper.writeOwner(next.owner(), to);
        to.add(JsonText.write(next.payload())).add(next.version());
        StepRowMapper.writeKey(next.key(), to).addPrevious(next.version());
    }
}
