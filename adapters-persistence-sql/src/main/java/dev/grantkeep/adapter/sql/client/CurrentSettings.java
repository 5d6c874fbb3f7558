package dev.grantkeep.adapter.sql.client;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.SettingsVersions;
import java.sql.SQLException;

/** That settings are still those that a write was decided on, for statements that write only then. */
public final class CurrentSettings {
    /** A row if they are: of the service s and its client c. */
    public static final String FROM = """
             from service s
            join client c on c.service_id = s.id
            where s.id = ? and s.version = ? and s.removed_at is null
                and c.id = ? and c.version = ? and c.removed_at is null
            """;

    /** The same as a condition. */
    public static final String ARE_THERE = " exists (select 1" + FROM + ")";

    private CurrentSettings() {}

    /** The parameters of either. */
    public static void write(SettingsVersions basis, Parameters to) throws SQLException {
        to.add(basis.service()).add(basis.serviceVersion());
        to.add(basis.client()).add(basis.clientVersion());
    }
}
