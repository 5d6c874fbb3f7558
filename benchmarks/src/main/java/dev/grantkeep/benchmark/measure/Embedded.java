package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Section;
import dev.grantkeep.benchmark.server.GrantkeepServers;
import dev.grantkeep.benchmark.server.Server;
import java.util.ArrayList;
import java.util.List;

/**
 * A Grantkeep on its embedded database beside one on PostgreSQL. It holds what it issues here, because nobody can write
 * past a server that has its database in itself.
 */
final class Embedded implements Measurement {
    static final String NAME = "embedded";

    private static final String POSTGRESQL = "PostgreSQL";

    @Override
    public Section measure(Bench bench) {
        Server server = bench.cleanup().add(bench.grantkeeps().startEmbedded(GrantkeepServers.WITHOUT_SWEEPS));
        try {
            Stage postgresql = bench.stages().main();
            Stage embedded = postgresql.at(
                    server, Tenant.create(server.port(), bench.grantkeeps().ownerAuthorization()));
            List<Finding> findings = new ArrayList<>();
            findings.addAll(duel(
                    bench,
                    "issue (client_credentials), embedded database : PostgreSQL",
                    Issue.contender(postgresql, POSTGRESQL, postgresql.grantkeep()),
                    Issue.contender(embedded, NAME, server)));
            findings.addAll(duel(
                    bench,
                    "introspection of issued tokens, embedded database : PostgreSQL",
                    IssuedTokens.introspecting(bench, NAME, POSTGRESQL, postgresql),
                    IssuedTokens.introspecting(bench, NAME, NAME, embedded)));
            return Section.of("The embedded database", findings, "");
        } finally {
            bench.cleanup().end(server);
        }
    }

    private static List<Finding> duel(Bench bench, String work, Contender postgresql, Contender embedded) {
        Duel duel = Duel.between(bench, postgresql, embedded, bench.settings().connections());
        return List.of(duel.throughput(work, 0), duel.cpu(work, 0));
    }
}
