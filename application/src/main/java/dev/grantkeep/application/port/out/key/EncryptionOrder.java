package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;

/**
 * Something to be encrypted.
 *
 * @param plaintext a signed JWT, or the JSON of claims
 * @param isJwt whether it is a JWT: the header then says {@code cty} {@code JWT} (RFC 7519 section 5.2)
 */
public record EncryptionOrder(
        KeyManagementAlgorithm algorithm, ContentEncryption content, String plaintext, boolean isJwt) {
    /** Without the plaintext. */
    @Override
    public String toString() {
        return "EncryptionOrder[" + algorithm + ", " + content + "]";
    }
}
