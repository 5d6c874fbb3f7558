package dev.grantkeep.bootstrap.signal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.grantkeep.adapter.mongo.connection.MongoPool;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Asks the pool of the store that is used. */
@Factory
final class PoolUses {
    @Singleton
    @Requires(property = "grantkeep.persistence", value = "sql")
    PoolUse sql(DataSource source) throws SQLException {
        return new Hikari(source.unwrap(HikariDataSource.class));
    }

    @Singleton
    @Requires(property = "grantkeep.persistence", value = "mongo")
    PoolUse mongo(MongoPool pool) {
        return new Mongo(pool);
    }

    private record Hikari(HikariDataSource pool) implements PoolUse {
        @Override
        public int used() {
            return ask(HikariPoolMXBean::getActiveConnections);
        }

        @Override
        public int idle() {
            return ask(HikariPoolMXBean::getIdleConnections);
        }

        @Override
        public int waiting() {
            return ask(HikariPoolMXBean::getThreadsAwaitingConnection);
        }

        @Override
        public int most() {
            return pool.getMaximumPoolSize();
        }

        /** Before its first connection the pool is not there. */
        private int ask(ToIntFunction<HikariPoolMXBean> what) {
            @Nullable HikariPoolMXBean open = pool.getHikariPoolMXBean();
            return open == null ? 0 : what.applyAsInt(open);
        }
    }

    private record Mongo(MongoPool pool) implements PoolUse {
        @Override
        public int used() {
            return pool.used();
        }

        @Override
        public int idle() {
            return pool.idle();
        }

        @Override
        public int waiting() {
            return pool.waiting();
        }

        @Override
        public int most() {
            return pool.most();
        }
    }
}
