package dev.grantkeep.adapter.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JwtIds;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code jti} of JWTs. Those that were right lately are kept by hashes: a signature costs more than all the rest. */
@Singleton
final class NimbusJwtIds implements JwtIds {
    /** The share of the memory that they may take. */
    private static final int SHARE = 64;

    /** Bytes of one that is kept, beside the characters of its id. */
    private static final int BYTES = 400;

    private static final Set<SignatureAlgorithm> BY_KEYS = Arrays.stream(SignatureAlgorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .collect(Collectors.toUnmodifiableSet());

    private final ReadSets sets;
    private final NimbusSignatures signatures;
    private final Cache<ByteBuffer, String> kept;

    NimbusJwtIds(ReadSets sets, NimbusSignatures signatures) {
        this.sets = sets;
        this.signatures = signatures;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
                .<ByteBuffer, String>weigher((hash, id) -> BYTES + id.length())
                .build();
    }

    @Override
    public Optional<String> find(String compact, String type, KeySet keys) {
        if (compact.length() > JoseMessages.MAX_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer hash = hash(compact, type, keys);
        @Nullable String known = kept.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = verified(compact, type, keys);
        found.ifPresent(id -> kept.put(hash, id));
        return found;
    }

    private Optional<String> verified(String compact, String type, KeySet keys) {
        try {
            Message message = signatures.verified(compact, BY_KEYS, keys);
            return message.header().isOfType(type) ? message.textClaim("jti") : Optional.empty();
        } catch (Message.Fault refused) {
            return Optional.empty();
        }
    }

    private ByteBuffer hash(String compact, String type, KeySet keys) {
        MessageDigest digest = Hashes.sha256();
        digest.update(sets.get(keys.text()).fingerprint());
        digest.update(type.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(compact.getBytes(StandardCharsets.UTF_8)));
    }
}
