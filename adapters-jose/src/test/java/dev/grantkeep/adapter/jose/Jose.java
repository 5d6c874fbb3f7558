package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.Decryption;
import dev.grantkeep.application.port.out.key.Encryption;
import dev.grantkeep.application.port.out.key.EncryptionOrder;
import dev.grantkeep.application.port.out.key.EncryptionOutcome;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The adapter, keys that another library made, and what a test says often. */
final class Jose {
    static final Members CLAIMS = Members.of(Map.of("sub", "alice", "n", 1.5));
    static final Secret SECRET = new Secret("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    static final Map<SignatureAlgorithm, PublicJsonWebKey> KEYS = Arrays.stream(SignatureAlgorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .collect(Collectors.toMap(algorithm -> algorithm, Jose::newKey));

    private static final ReadSets SETS = new ReadSets();
    static final KeySets KEY_SETS = new NimbusKeySets(SETS);
    static final Signatures SIGNATURES = new NimbusSignatures(SETS);
    static final Encryption ENCRYPTION = new NimbusEncryption(SETS);
    static final JoseMessages MESSAGES = new NimbusMessages();

    private Jose() {}

    static PublicJsonWebKey newKey(SignatureAlgorithm algorithm) {
        try {
            PublicJsonWebKey key = switch (algorithm.family()) {
                case RSA -> RsaJwkGenerator.generateJwk(2048);
                case EC ->
                    EcJwkGenerator.generateJwk(
                            switch (algorithm) {
                                case ES384 -> EllipticCurves.P384;
                                case ES512 -> EllipticCurves.P521;
                                default -> EllipticCurves.P256;
                            });
                case OKP -> OkpJwkGenerator.generateJwk("Ed25519");
                case OCTETS -> throw new IllegalArgumentException(algorithm.wireName());
            };
            key.setKeyId(algorithm.wireName().toLowerCase(java.util.Locale.ROOT));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicJsonWebKey key(SignatureAlgorithm algorithm) {
        return KEYS.get(algorithm);
    }

    static String text(JsonWebKey... keys) {
        return set(Arrays.stream(keys)
                .map(key -> (Object) key.toParams(
                        key instanceof PublicJsonWebKey
                                ? JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE
                                : JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC))
                .toArray());
    }

    /** A document of keys that are given by their members. */
    static String set(Object... keys) {
        return JsonText.write(Map.of("keys", List.of(keys)));
    }

    static KeySet privateKeys(JsonWebKey... keys) {
        return read(text(keys));
    }

    static KeySet publicKeys(JsonWebKey... keys) {
        return read(JsonText.write(KEY_SETS.publicPart(privateKeys(keys)).tree()));
    }

    static KeySet read(String text) {
        KeySetReading reading = KEY_SETS.read(text);
        assertThat(reading).isInstanceOf(KeySetReading.Read.class);
        assertThat(((KeySetReading.Read) reading).faults()).isEmpty();
        return ((KeySetReading.Read) reading).set();
    }

    static List<String> faults(String text) {
        return ((KeySetReading.Read) KEY_SETS.read(text)).faults();
    }

    static String unsecured(@Nullable String type, Members header) {
        return ((SigningOutcome.Signed) SIGNATURES.unsecured(type, header, CLAIMS)).compact();
    }

    static SharedSecret shared() {
        return new SharedSecret(SECRET);
    }

    static SigningOrder order(SignatureAlgorithm algorithm) {
        return order(algorithm, null, Members.NONE);
    }

    static SigningOrder order(SignatureAlgorithm algorithm, @Nullable String keyId, Members header) {
        return new SigningOrder(algorithm, new KeyWish(KeyPurpose.ID_TOKEN, keyId), "JWT", header, CLAIMS);
    }

    static String sign(SigningOrder order, KeyMaterial keys) {
        return ((SigningOutcome.Signed) SIGNATURES.sign(order, keys)).compact();
    }

    static SignatureCheck check(String compact, SignatureAlgorithm expected, KeyMaterial keys) {
        return SIGNATURES.verify(compact, Set.of(expected), keys);
    }

    static Members verified(String compact, SignatureAlgorithm expected, KeyMaterial keys) {
        SignatureCheck check = check(compact, expected, keys);
        assertThat(check).isInstanceOf(SignatureCheck.Verified.class);
        return ((SignatureCheck.Verified) check).claims();
    }

    /** Why the message is refused, whichever algorithm is expected. */
    static JoseFault fault(String compact, KeyMaterial keys) {
        return fault(compact, EnumSet.allOf(SignatureAlgorithm.class), keys);
    }

    static JoseFault fault(String compact, Set<SignatureAlgorithm> expected, KeyMaterial keys) {
        SignatureCheck check = SIGNATURES.verify(compact, expected, keys);
        assertThat(check).isInstanceOf(SignatureCheck.Refused.class);
        return ((SignatureCheck.Refused) check).fault();
    }

    static String encrypt(KeyManagementAlgorithm algorithm, ContentEncryption content, KeyMaterial keys) {
        return ((EncryptionOutcome.Encrypted)
                        ENCRYPTION.encrypt(new EncryptionOrder(algorithm, content, "plain text", true), keys))
                .compact();
    }

    static Decryption decrypt(String compact, KeyMaterial keys) {
        return ENCRYPTION.decrypt(
                compact, EnumSet.allOf(KeyManagementAlgorithm.class), EnumSet.allOf(ContentEncryption.class), keys);
    }

    static String plaintext(String compact, KeyMaterial keys) {
        return ((Decryption.Decrypted) decrypt(compact, keys)).plaintext();
    }

    static JoseFault decryptionFault(String compact, KeyMaterial keys) {
        Decryption decryption = decrypt(compact, keys);
        assertThat(decryption).isInstanceOf(Decryption.Refused.class);
        return ((Decryption.Refused) decryption).fault();
    }

    /** A message with this header, signed by ES256 as it stands. */
    static String signedWithHeader(String header, String payload, PublicJsonWebKey key) {
        String input = encoded(header) + "." + encoded(payload);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
