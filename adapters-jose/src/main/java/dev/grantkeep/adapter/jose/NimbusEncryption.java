package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESDecrypter;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.grantkeep.application.port.out.key.Decryption;
import dev.grantkeep.application.port.out.key.Encryption;
import dev.grantkeep.application.port.out.key.EncryptionOrder;
import dev.grantkeep.application.port.out.key.EncryptionOutcome;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyChoice;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encryption by Nimbus. */
@Singleton
final class NimbusEncryption implements Encryption {
    private static final String JWT = "JWT";

    private final ReadSets sets;

    NimbusEncryption(ReadSets sets) {
        this.sets = sets;
    }

    @Override
    public EncryptionOutcome encrypt(EncryptionOrder order, KeyMaterial keys) {
        try {
            return switch (keys) {
                case KeySet set -> encrypt(order, set);
                case SharedSecret secret ->
                    order.algorithm().isSymmetric()
                            ? encrypt(order, null, encrypter(secret, order.algorithm(), order.content()))
                            : noKey(order);
            };
        } catch (JOSEException e) {
            return noKey(order);
        }
    }

    private EncryptionOutcome encrypt(EncryptionOrder order, KeySet set) throws JOSEException {
        Optional<Jwk> key = KeyChoice.forEncrypting(set, order.algorithm());
        return key.isEmpty()
                ? noKey(order)
                : encrypt(order, key.get().id(), sets.key(set, key.get()).encrypter());
    }

    private static EncryptionOutcome noKey(EncryptionOrder order) {
        return new EncryptionOutcome.NoKey(
                "has no key that can encrypt by " + order.algorithm().wireName());
    }

    private static EncryptionOutcome encrypt(EncryptionOrder order, @Nullable String keyId, JWEEncrypter encrypter)
            throws JOSEException {
        JWEHeader.Builder header = new JWEHeader.Builder(
                        JWEAlgorithm.parse(order.algorithm().wireName()),
                        EncryptionMethod.parse(order.content().wireName()))
                .keyID(keyId);
        if (order.isJwt()) {
            header.contentType(JWT);
        }
        JWEObject message = new JWEObject(header.build(), new Payload(order.plaintext()));
        message.encrypt(encrypter);
        return new EncryptionOutcome.Encrypted(message.serialize());
    }

    private static JWEEncrypter encrypter(
            SharedSecret secret, KeyManagementAlgorithm algorithm, ContentEncryption content) throws JOSEException {
        byte[] key = secret.forEncryption(algorithm.secretBits(content));
        return algorithm == KeyManagementAlgorithm.DIR ? new DirectEncrypter(key) : new AESEncrypter(key);
    }

    private static JWEDecrypter decrypter(
            SharedSecret secret, KeyManagementAlgorithm algorithm, ContentEncryption content) throws JOSEException {
        byte[] key = secret.forEncryption(algorithm.secretBits(content));
        return algorithm == KeyManagementAlgorithm.DIR ? new DirectDecrypter(key) : new AESDecrypter(key);
    }

    @Override
    public Decryption decrypt(
            String compact, Set<KeyManagementAlgorithm> algorithms, Set<ContentEncryption> contents, KeyMaterial keys) {
        try {
            Message message = Message.read(compact);
            if (message.isSigned()) {
                throw new Message.Fault(JoseFault.NOT_ENCRYPTED);
            }
            KeyManagementAlgorithm algorithm = KeyManagementAlgorithm.named(
                            message.header().algorithm())
                    .filter(algorithms::contains)
                    .orElseThrow(() -> new Message.Fault(JoseFault.UNEXPECTED_ALGORITHM));
            ContentEncryption content = content(message, contents);
            if (algorithm.isDirect() && !message.hasNoEncryptedKey()) {
                throw new Message.Fault(JoseFault.UNDECIPHERABLE);
            }
            return new Decryption.Decrypted(
                    message.header(), decrypted(message, decrypters(message, algorithm, content, keys)));
        } catch (Message.Fault e) {
            return new Decryption.Refused(e.fault());
        }
    }

    private static ContentEncryption content(Message message, Set<ContentEncryption> expected) throws Message.Fault {
        return Optional.ofNullable(message.header().encryption())
                .flatMap(ContentEncryption::named)
                .filter(expected::contains)
                .orElseThrow(() -> new Message.Fault(JoseFault.UNEXPECTED_ALGORITHM));
    }

    private List<DecrypterSource> decrypters(
            Message message, KeyManagementAlgorithm algorithm, ContentEncryption content, KeyMaterial keys)
            throws Message.Fault {
        List<DecrypterSource> sources = new ArrayList<>();
        switch (keys) {
            case KeySet set ->
                KeyChoice.forDecrypting(set, algorithm, message.header().keyId())
                        .forEach(key -> sources.add(() -> sets.key(set, key).decrypter()));
            case SharedSecret secret -> {
                if (algorithm.isSymmetric()) {
                    sources.add(() -> decrypter(secret, algorithm, content));
                }
            }
        }
        if (sources.isEmpty()) {
            throw new Message.Fault(JoseFault.NO_KEY);
        }
        return sources;
    }

    /** Whatever goes wrong is one fault: which step it was would help to guess the content. */
    private static String decrypted(Message message, List<DecrypterSource> decrypters) throws Message.Fault {
        for (DecrypterSource decrypter : decrypters) {
            try {
                JWEObject encrypted = JWEObject.parse(message.compact());
                encrypted.decrypt(decrypter.get());
                @Nullable String text = Message.text(encrypted.getPayload().toBytes());
                if (text != null) {
                    return text;
                }
            } catch (JOSEException | ParseException | IllegalArgumentException notByThisKey) {
                // The next one may be it.
            }
        }
        throw new Message.Fault(JoseFault.UNDECIPHERABLE);
    }

    private interface DecrypterSource {
        JWEDecrypter get() throws JOSEException;
    }
}
