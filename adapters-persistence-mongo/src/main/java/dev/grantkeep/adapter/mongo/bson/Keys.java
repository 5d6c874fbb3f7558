package dev.grantkeep.adapter.mongo.bson;

import com.mongodb.client.model.Filters;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * Unique values of one field, made of a value and its service. A sparse index on one field leaves documents without it
 * out; one on two fields would not. The value comes first, so a range finds it in every service.
 */
public final class Keys {
    private static final int HASH_BYTES = 32;

    private Keys() {}

    /** The 32 bytes of the hash, then the 8 of the service. */
    public static Binary of(TokenHash hash, ServiceId service) {
        return joined(hash.bytes(), service.value());
    }

    /** The 32 bytes of the hash, one of the kind, then the 8 of the service. */
    public static Binary of(StepKey<?> key) {
        byte[] value = Arrays.copyOf(key.hash().bytes(), HASH_BYTES + 1);
        value[HASH_BYTES] = (byte) key.kind().number();
        return joined(value, key.service().value());
    }

    /** The 16 bytes of the id, then the 8 of the service: keys of a service ascend like ids. */
    public static Binary of(TokenId id, ServiceId service) {
        return joined(bytes(id), service.value());
    }

    /** The 16 bytes of the id. */
    public static Binary of(TokenId id) {
        return new Binary(bytes(id));
    }

    /** {@code service/client/subject}. */
    public static String of(GrantKey key) {
        return key.service() + "/" + key.client() + "/" + key.subject();
    }

    /** {@code service/alias}. */
    public static String of(ServiceId service, ClientAlias alias) {
        return service + "/" + alias.value();
    }

    /** {@code service/seat/developer}. */
    public static String of(ServiceId service, int seat, String developer) {
        return service + "/" + seat + "/" + developer;
    }

    /** The hash in a key. */
    public static TokenHash hash(Binary key) {
        return TokenHash.ofBytes(Arrays.copyOf(key.getData(), HASH_BYTES));
    }

    /** The token id that is or begins a key. */
    public static TokenId tokenId(Binary key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.getData());
        return new TokenId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** Finds the same value in other services than the key's. */
    public static Bson elsewhere(String field, Binary key) {
        byte[] value = Arrays.copyOf(key.getData(), key.length() - Long.BYTES);
        return Filters.and(
                Filters.gte(field, joined(value, 0)), Filters.lte(field, joined(value, -1)), Filters.ne(field, key));
    }

    private static Binary joined(byte[] value, long service) {
        return new Binary(ByteBuffer.allocate(value.length + Long.BYTES)
                .put(value)
                .putLong(service)
                .array());
    }

    private static byte[] bytes(TokenId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }
}
