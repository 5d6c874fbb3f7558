package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import java.io.IOException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailuresTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 13, 59, 238, 40_324})
    void aCommandThatIsRefusedIsOurFault(int code) {
        assertThat(Failures.translated(command(code, "Name", "a value"), "token"))
                .isInstanceOf(StoreRefused.class)
                .hasMessage("MongoDB refuses a command on token, error " + code + " Name");
    }

    @Test
    void aFullDiskAWrongPasswordAndALostConnectionAreToldApart() {
        assertThat(Failures.translated(command(14_031, "OutOfDiskSpace", "no space left\\nbut much to say"), "token"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("OutOfDiskSpace")
                .hasMessageNotContaining("much to say");
        assertThat(Failures.unavailable(new MongoSocketReadException(
                        "Exception receiving message", new ServerAddress(), new IOException("Connection reset"))))
                .hasMessage("MongoDB cannot answer: Exception receiving message: Connection reset");
    }

    @Test
    void aValueThatIsTakenIsNotSaid() {
        assertThat(Failures.unavailable(new MongoException(11_000, "E11000 duplicate key: { alias: \"secret\" }")))
                .hasMessage("MongoDB cannot answer: E11000");
    }

    private static MongoCommandException command(int code, String name, String message) {
        return new MongoCommandException(
                BsonDocument.parse("{ok: 0, code: " + code + ", codeName: '" + name + "', errmsg: '" + message + "'}"),
                new ServerAddress());
    }
}
