package dev.grantkeep.application.port.out.key;

/** What became of an {@link EncryptionOrder}. */
public sealed interface EncryptionOutcome {
    /** @param compact the encrypted message */
    record Encrypted(String compact) implements EncryptionOutcome {
        @Override
        public String toString() {
            return "Encrypted[hidden]";
        }
    }

    /**
     * The recipient has no key for the algorithm.
     *
     * @param what goes on from the name of the recipient's keys: such as "has no key that can encrypt by ECDH-ES"
     */
    record NoKey(String what) implements EncryptionOutcome {}
}
