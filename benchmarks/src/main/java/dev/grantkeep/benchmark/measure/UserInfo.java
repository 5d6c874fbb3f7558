package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.report.Section;
import java.util.List;

/** {@code auth/userinfo} beside {@code auth/introspection}, of the same tokens. */
final class UserInfo implements Measurement {
    static final String NAME = "userinfo";

    private static final long MOST = 100_000;
    private static final String PATH = "/api/auth/userinfo";

    @Override
    public Section measure(Bench bench) {
        Stage stage = bench.stages().main();
        Shape logins = Shape.logins(Math.min(MOST, stage.bulk().tokens()));
        stage.data().add(logins);
        stage.data().settle();
        Contender introspection = contender("introspection", stage, Stage.INTROSPECTION, logins);
        Contender userinfo = contender(NAME, stage, PATH, logins);
        Duel duel =
                Duel.between(bench, introspection, userinfo, bench.settings().connections());
        String work = "userinfo : introspection, both Grantkeep";
        return Section.of("Userinfo", List.of(duel.throughput(work, 0.80), duel.cpu(work, 0)), "");
    }

    private static Contender contender(String name, Stage stage, String path, Shape logins) {
        return new Contender(
                NAME,
                name,
                stage.grantkeep(),
                () -> stage.anyToken(path, logins),
                stage.answerBytes(stage.grantkeep(), path, Stage.tokenBody(logins, 1)));
    }
}
