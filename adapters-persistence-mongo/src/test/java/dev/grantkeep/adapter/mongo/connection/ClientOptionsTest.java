package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientOptionsTest {
    private static final String SERVER = "mongodb://127.0.0.1:1/";

    private static ClientOptions options(String path) {
        return new ClientOptions(new MongoSettings(SERVER + path, 7, Topology.UNKNOWN), MongoTimeouts.USUAL);
    }

    @Test
    void withoutOptionsReadsAndWritesAreOfAMajority() {
        MongoClientSettings settings = options("").forDriver();
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference().isSecondaryOk()).isFalse();
        assertThat(settings.getWriteConcern())
                .isEqualTo(WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS));
        assertThat(settings.getRetryWrites()).isTrue();
    }

    @Test
    void withoutOptionsWaitingIsShort() {
        MongoClientSettings settings = options("").forDriver();
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS))
                .isEqualTo(10);
    }

    @Test
    void theConnectionStringWins() {
        MongoClientSettings settings = options("other?w=2&readConcernLevel=local&retryWrites=false&maxPoolSize=3"
                        + "&serverSelectionTimeoutMS=1000&waitQueueTimeoutMS=2000&connectTimeoutMS=3000"
                        + "&socketTimeoutMS=4000")
                .forDriver();
        assertThat(settings.getWriteConcern())
                .isEqualTo(WriteConcern.W2.withJournal(true).withWTimeout(5, TimeUnit.SECONDS));
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.LOCAL);
        assertThat(settings.getRetryWrites()).isFalse();
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(3);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(1);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "w=majority,                            majority, true,  5000",
        "journal=false,                         majority, false, 5000",
        "wtimeoutMS=9000,                       majority, true,  9000",
        "w=majority&journal=false&wtimeoutMS=1, majority, false, 1"
    })
    void whatTheConnectionStringDoesNotSayOfWritesStays(String options, String w, boolean journal, int timeout) {
        WriteConcern writes = options("?" + options).forDriver().getWriteConcern();
        assertThat(writes)
                .isEqualTo(new WriteConcern(w).withJournal(journal).withWTimeout(timeout, TimeUnit.MILLISECONDS));
    }

    /** A majority may not have it yet. */
    @Test
    void aReadSeesTheWriteBeforeItAlsoIfThatDidNotWaitForAMajority() {
        assertThat(options("?w=1").forDriver().getReadConcern()).isEqualTo(ReadConcern.LOCAL);
        assertThat(options("?w=1").decisiveReads(Topology.REPLICA_SET)).isEqualTo(ReadConcern.LINEARIZABLE);
        assertThat(options("?w=majority").forDriver().getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(options("?wtimeoutMS=9000").forDriver().getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    }

    @Test
    void thePoolIsNeverSmallerThanWhatIsToBeKeptOpen() {
        assertThat(options("?minPoolSize=9")
                        .forDriver()
                        .getConnectionPoolSettings()
                        .getMaxSize())
                .isEqualTo(9);
        assertThat(options("?minPoolSize=2")
                        .forDriver()
                        .getConnectionPoolSettings()
                        .getMaxSize())
                .isEqualTo(7);
    }

    @Test
    void theDatabaseIsThatOfTheConnectionStringElseGrantkeep() {
        assertThat(options("other").database()).isEqualTo("other");
        assertThat(options("").database()).isEqualTo("grantkeep");
    }

    @Test
    void decisiveReadsAreLinearizableWhereThereAreSeveralServers() {
        assertThat(options("").decisiveReads(Topology.REPLICA_SET)).isEqualTo(ReadConcern.LINEARIZABLE);
        assertThat(options("").decisiveReads(Topology.ROUTED)).isEqualTo(ReadConcern.LINEARIZABLE);
        assertThat(options("").decisiveReads(Topology.STANDALONE)).isEqualTo(ReadConcern.MAJORITY);
    }

    @Test
    void anOperatorCanRelaxDecisiveReads() {
        assertThat(options("?readConcernLevel=majority").decisiveReads(Topology.REPLICA_SET))
                .isEqualTo(ReadConcern.MAJORITY);
        assertThat(options("?readPreference=secondaryPreferred").decisiveReads(Topology.REPLICA_SET))
                .isEqualTo(ReadConcern.MAJORITY);
    }
}
