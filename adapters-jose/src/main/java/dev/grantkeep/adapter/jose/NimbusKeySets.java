package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.JOSEException;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.value.Members;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JWK Sets by Nimbus. */
@Singleton
final class NimbusKeySets implements KeySets {
    private final ReadSets sets;

    NimbusKeySets(ReadSets sets) {
        this.sets = sets;
    }

    @Override
    public KeySetReading read(String text) {
        return sets.get(text).reading();
    }

    @Override
    public List<String> unfitting(KeySet set) {
        List<String> faults = new ArrayList<>();
        int rsaKeys = 0;
        for (NimbusKey key : sets.get(set.text()).keys()) {
            boolean isTried = key.description().type() != KeyType.RSA || ++rsaKeys <= MOST_TRIED_RSA_KEYS;
            if (key.description().isPrivate() && isTried && !key.fits()) {
                faults.add("keys[" + key.description().position()
                        + "] has a private part that is not that of its public one");
            }
        }
        return faults;
    }

    @Override
    public Members publicPart(KeySet set) {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (NimbusKey key : sets.get(set.text()).keys()) {
            keys.add(key.key().toPublicJWK().toJSONObject());
        }
        return Members.of(Map.of("keys", keys));
    }

    @Override
    public String thumbprint(KeySet set, Jwk key) {
        try {
            return sets.key(set, key).key().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
