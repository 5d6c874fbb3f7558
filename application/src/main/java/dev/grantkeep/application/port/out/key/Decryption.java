package dev.grantkeep.application.port.out.key;

/** What a message is found to hold. */
public sealed interface Decryption {
    /**
     * It was encrypted to one of the keys, and is what was encrypted.
     *
     * @param plaintext a signed JWT to be verified next, or JSON
     */
    record Decrypted(JoseHeader header, String plaintext) implements Decryption {
        /** Without the plaintext. */
        @Override
        public String toString() {
            return "Decrypted[" + header + "]";
        }
    }

    record Refused(JoseFault fault) implements Decryption {}
}
