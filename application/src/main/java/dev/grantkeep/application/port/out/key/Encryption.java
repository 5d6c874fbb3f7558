package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import java.util.Set;

/** Encrypted JWTs in the compact form (RFC 7516 section 3.1). Any thread may call. */
public interface Encryption {
    /**
     * Encrypts to a recipient. The header has the {@code kid} of the key, if it has one.
     *
     * @param keys of the recipient: a set, or a secret for {@code A*KW} and {@code dir}; each takes its own alone
     */
    EncryptionOutcome encrypt(EncryptionOrder order, KeyMaterial keys);

    /**
     * Decrypts a message. Only the algorithms that the caller expects count. Nothing is said about who sent it: anybody
     * can encrypt to a public key.
     *
     * @param compact of any origin; see {@link JoseMessages} for what is refused in any case
     * @param algorithms what was registered, or what the purpose allows; not empty
     * @param contents likewise
     * @param keys a set with private keys, or a secret
     */
    Decryption decrypt(
            String compact, Set<KeyManagementAlgorithm> algorithms, Set<ContentEncryption> contents, KeyMaterial keys);
}
