package dev.grantkeep.domain.key;

import dev.grantkeep.domain.value.Members;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How JWTs of one kind are to be made, by the names of the API: those that a client is registered to get, or the access
 * tokens of a service.
 *
 * @param signing an algorithm, {@code NONE}, or null where nothing is said
 * @param encryption how the content's key is carried; null for a JWT that is not encrypted
 * @param content how the content is encrypted; null where nothing is said
 */
public record JwtForm(
        @Nullable String signing,
        @Nullable String encryption,
        @Nullable String content) {
    /**
     * What the document of a client's or service's settings says.
     *
     * @param kind what the members' names begin with: {@code idToken}, {@code userInfo}, {@code authorization}; of a
     *     service, {@code accessToken}
     */
    public static JwtForm of(Members settings, String kind) {
        return new JwtForm(
                settings.text(kind + "SignAlg"),
                settings.text(kind + "EncryptionAlg"),
                settings.text(kind + "EncryptionEnc"));
    }

    /** Whether nothing is said: neither signed nor encrypted, where that can be. */
    public boolean isAbsent() {
        return signing == null && encryption == null;
    }

    /** Whether it is registered that there be no signature (RFC 7519 section 6). */
    public boolean isUnsigned() {
        return "NONE".equals(signing);
    }

    public boolean isEncrypted() {
        return encryption != null;
    }

    /** The same with a signature by this algorithm, if nothing is said of one. */
    public JwtForm signedBy(SignatureAlgorithm ifAbsent) {
        return signing == null ? new JwtForm(ifAbsent.wireName(), encryption, content) : this;
    }

    /** Empty for none, and for one that is not offered. */
    public Optional<SignatureAlgorithm> signature() {
        return Optional.ofNullable(signing).flatMap(SignatureAlgorithm::named);
    }

    /** Empty for none, and for one that is not offered. */
    public Optional<KeyManagementAlgorithm> keyManagement() {
        return Optional.ofNullable(encryption).flatMap(KeyManagementAlgorithm::ofApi);
    }

    /** {@code A128CBC-HS256} where nothing is said (OpenID Connect Registration section 2); empty for one that is not offered. */
    public Optional<ContentEncryption> contentEncryption() {
        return content == null ? Optional.of(ContentEncryption.A128CBC_HS256) : ContentEncryption.ofApi(content);
    }

    /** The first algorithm that is registered and not offered. */
    public Optional<String> notOffered() {
        if (signing != null && !isUnsigned() && signature().isEmpty()) {
            return Optional.of(signing);
        }
        if (encryption != null && keyManagement().isEmpty()) {
            return Optional.of(encryption);
        }
        return isEncrypted() && contentEncryption().isEmpty() ? Optional.ofNullable(content) : Optional.empty();
    }
}
