package dev.grantkeep.adapter.mongo.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** One message of MongoDB's wire protocol. */
record WireMessage(byte[] bytes) {
    private static final int OP_MSG = 2013;
    private static final int BODY = 21;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    /** The next message; empty at the end of the stream. */
    static Optional<WireMessage> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] length = new byte[4];
        try {
            data.readFully(length);
            byte[] bytes = new byte[intIn(length, 0)];
            System.arraycopy(length, 0, bytes, 0, 4);
            data.readFully(bytes, 4, bytes.length - 4);
            return Optional.of(new WireMessage(bytes));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** What it asks the server to do, if it is a command of today's protocol. */
    Optional<BsonDocument> command() {
        return intIn(bytes, 12) == OP_MSG && bytes[BODY - 1] == 0
                ? Optional.of(new RawBsonDocument(bytes, BODY, intIn(bytes, BODY)))
                : Optional.empty();
    }

    boolean isWrite() {
        return command().map(BsonDocument::getFirstKey).filter(WRITES::contains).isPresent();
    }

    private static int intIn(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
