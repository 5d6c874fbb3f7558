package dev.grantkeep.application.port.out;

/** Cryptographically secure randomness. */
public interface Randomness {
    /** That many fresh random bytes. */
    byte[] bytes(int count);

    /** A fresh random value of 64 bits. */
    default long bits() {
        return java.nio.ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
    }
}
