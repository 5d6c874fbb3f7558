package dev.grantkeep.application.usecase.key;

import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.value.InvalidMember;
import dev.grantkeep.domain.value.Members;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the JWK Set that a service or client registers. What it has had before, from whenever that is, it may keep. */
@Wired
public final class RegisteredKeys {
    private static final String MEMBER = "jwks";

    private final KeySets keySets;

    public RegisteredKeys(KeySets keySets) {
        this.keySets = keySets;
    }

    /**
     * @param before the settings that there are, or none
     * @throws InvalidMember if the set is none or has a faulty key, or a private one that does not fit its public part
     */
    public void requireOfService(Members before, Members after) {
        KeySetReading.@Nullable Read read = readIfNew(before, after);
        if (read != null) {
            keySets.unfitting(read.set()).stream().findFirst().ifPresent(fault -> {
                throw invalid(fault);
            });
        }
    }

    /**
     * @param before the settings that there are, or none
     * @throws InvalidMember if the set is none, has a faulty key, or has a private or symmetric one: what a client tells
     *     to others is no secret of its own (OpenID Connect Dynamic Client Registration section 2)
     */
    public void requireOfClient(Members before, Members after) {
        KeySetReading.@Nullable Read read = readIfNew(before, after);
        if (read != null && read.hasSecrets()) {
            throw InvalidMember.mustBe(MEMBER, "a JWK Set of public keys: it has a private or symmetric one");
        }
    }

    private KeySetReading.@Nullable Read readIfNew(Members before, Members after) {
        @Nullable String text = after.text(MEMBER);
        if (text == null || text.isEmpty() || Objects.equals(text, before.text(MEMBER))) {
            return null;
        }
        return switch (keySets.read(text)) {
            case KeySetReading.Refused refused -> throw invalid(refused.reason());
            case KeySetReading.Read read
            when !read.faults().isEmpty() -> throw invalid(read.faults().getFirst());
            case KeySetReading.Read read -> read;
        };
    }

    private static InvalidMember invalid(String why) {
        return InvalidMember.mustBe(MEMBER, "a JWK Set (RFC 7517): " + why);
    }
}
