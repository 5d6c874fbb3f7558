package dev.grantkeep.bootstrap.e2e;

import java.time.Duration;

/** Where a test plays: a store and the dialect that is spoken. */
record Stage(StoreMode store, Dialect dialect) {
    RunningGrantkeep app() {
        return RunningGrantkeep.on(store);
    }

    /** The API as the owner of all services uses it. */
    Api owner() {
        String secret = dialect == Dialect.V2 ? RunningGrantkeep.OWNER_SECRET : RunningGrantkeep.OWNER_ACCESS_TOKEN;
        return new Api(app().uri(), dialect, 1, dialect.credentials(RunningGrantkeep.OWNER_KEY, secret));
    }

    /** A service of the test's own; see {@link Tenant#create}. */
    Tenant tenant(Object... settings) {
        return Tenant.create(owner(), settings);
    }

    long now() {
        return app().clock().now().toEpochMilli();
    }

    void later(Duration by) {
        app().clock().advance(by);
    }

    @Override
    public String toString() {
        return store + ", " + dialect;
    }
}
