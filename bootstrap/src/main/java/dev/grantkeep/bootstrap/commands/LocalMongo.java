package dev.grantkeep.bootstrap.commands;

import com.mongodb.MongoException;
import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.DatabaseReport.State;
import dev.grantkeep.adapter.mongo.connection.IndexCheck;
import io.micronaut.context.env.Environment;
import java.util.List;
import java.util.function.Consumer;

/** MongoDB: what an upgrade does there is to make indexes. */
final class LocalMongo implements LocalDatabase {
    private final String uri;

    LocalMongo(Environment environment) {
        uri = environment.getRequiredProperty("mongodb.uri", String.class);
    }

    @Override
    public DatabaseReport look() {
        return after(check -> {});
    }

    @Override
    public DatabaseReport migrate() {
        return after(IndexCheck::ensure);
    }

    private DatabaseReport after(Consumer<IndexCheck> work) {
        try (IndexCheck check = new IndexCheck(uri)) {
            work.accept(check);
            List<String> missing = check.missing();
            State state = missing.isEmpty() ? State.UP_TO_DATE : State.PENDING;
            String detail = missing.isEmpty() ? "" : "Indexes are missing: 'grantkeep migrate' or a start makes them.";
            List<String> steps = missing.stream().map(index -> "index " + index).toList();
            return new DatabaseReport("MongoDB", state, null, steps, detail, check.clock());
        } catch (MongoException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            State state = e.getCode() == 13 || e.getCode() == 18 ? State.FORBIDDEN : State.UNREACHABLE;
            return new DatabaseReport(
                    "MongoDB", state, null, List.of(), "The database at MONGODB_URI cannot be used: " + why, null);
        }
    }
}
