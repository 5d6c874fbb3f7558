package dev.grantkeep.adapter.sql.step;

import dev.grantkeep.adapter.sql.client.CurrentSettings;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.InOrder;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores new steps that were decided on settings, if those are current; those that come at the same time together. */
final class StepAdding implements Coalescing.Work<StepAdding.New, Saved> {
    private static final String ADD =
            "insert into step" + StepRowMapper.COLUMNS + "select " + StepRowMapper.VALUES + CurrentSettings.FROM;
    /** One that cannot be added must not take the others with it. */
    private static final String ADD_IF_FREE = ADD + " on conflict do nothing";

    private final Database database;

    StepAdding(Database database) {
        this.database = database;
    }

    record New(Step step, SettingsVersions basis) {
        /** Two transactions that add the same values do so in the same order. */
        private static final Comparator<New> ORDER =
                Comparator.comparing(added -> added.step().key().hash().value());
    }

    @Override
    public Saved alone(New added) {
        return database.save(ADD, to -> write(to, added));
    }

    /** What is not added has to be tried again alone, to find out why. */
    @Override
    public List<@Nullable Saved> together(List<New> added) {
        InOrder<New> inOrder = InOrder.of(added, New.ORDER);
        int[] counts = database.countEach(ADD_IF_FREE, inOrder.items(), StepAdding::write);
        return Arrays.stream(inOrder.asGiven(counts))
                .<@Nullable Saved>mapToObj(count -> count == 0 ? null : Saved.SAVED)
                .toList();
    }

    private static void write(Parameters to, New added) throws SQLException {
        StepRowMapper.write(added.step(), to);
        CurrentSettings.write(added.basis(), to);
    }
}
