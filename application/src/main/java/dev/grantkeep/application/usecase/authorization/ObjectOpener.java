package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.out.key.Decryption;
import dev.grantkeep.application.port.out.key.Encryption;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseHeader;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.authorization.OpenedObject.Opened;
import dev.grantkeep.application.usecase.authorization.OpenedObject.Refused;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.application.usecase.openid.ClientSignatures;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.RequestObject;
import dev.grantkeep.domain.authorization.RequestObjectFault;
import dev.grantkeep.domain.authorization.RequestObjectRules;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Decrypts and verifies request objects (RFC 9101 sections 6.1 and 6.2). What they say is not judged here. */
@Wired
public final class ObjectOpener {
    private final JoseMessages messages;
    private final Encryption encryption;
    private final ClientSignatures signatures;
    private final Keys keys;

    public ObjectOpener(JoseMessages messages, Encryption encryption, ClientSignatures signatures, Keys keys) {
        this.messages = messages;
        this.encryption = encryption;
        this.signatures = signatures;
        this.keys = keys;
    }

    /**
     * @param compact of any origin
     */
    OpenedObject open(RequestObjectRules rules, String compact) {
        return switch (messages.read(compact)) {
            case JoseReading.Encrypted(JoseHeader header) ->
                isOfType(header) ? decrypt(rules, compact, header) : otherType();
            case JoseReading.Refused(JoseFault fault) -> malformed(fault.text());
            case JoseReading signedOrNot ->
                rules.encryptionRequired()
                        ? new Refused(AuthorizationRefusal.REQUEST_OBJECT_NOT_ENCRYPTED, null)
                        : verify(rules, compact, signedOrNot);
        };
    }

    private OpenedObject decrypt(RequestObjectRules rules, String compact, JoseHeader header) {
        Optional<KeyManagementAlgorithm> algorithm =
                KeyManagementAlgorithm.named(header.algorithm()).filter(rules.keyManagement()::contains);
        if (algorithm.isEmpty() || rules.contents().isEmpty()) {
            return undecipherable(JoseFault.UNEXPECTED_ALGORITHM.text());
        }
        if (algorithm.get().isSymmetric()) {
            return decrypt(
                    rules,
                    compact,
                    algorithm.get(),
                    new SharedSecret(rules.client().secret()));
        }
        return switch (keys.of(rules.service())) {
            case Keys.Found(KeySet set) -> decrypt(rules, compact, algorithm.get(), set);
            case Keys.Missing missing -> undecipherable(JoseFault.NO_KEY.text());
        };
    }

    private OpenedObject decrypt(
            RequestObjectRules rules, String compact, KeyManagementAlgorithm algorithm, KeyMaterial material) {
        return switch (encryption.decrypt(compact, Set.of(algorithm), rules.contents(), material)) {
            case Decryption.Decrypted(JoseHeader header, String plaintext) -> decrypted(rules, plaintext);
            case Decryption.Refused(JoseFault fault) -> undecipherable(fault.text());
        };
    }

    /** A JWT, or the claims alone, which nobody has signed. */
    private OpenedObject decrypted(RequestObjectRules rules, String plaintext) {
        return plaintext.stripLeading().startsWith("{")
                ? messages.claims(plaintext)
                        .map(claims -> unsigned(rules, plaintext, claims))
                        .orElseGet(() -> malformed(JoseFault.NO_CLAIMS.text()))
                : verify(rules, plaintext, messages.read(plaintext));
    }

    private OpenedObject verify(RequestObjectRules rules, String compact, JoseReading reading) {
        return switch (reading) {
            case JoseReading.Refused(JoseFault fault) -> malformed(fault.text());
            case JoseReading.Encrypted twice -> malformed("is encrypted twice");
            case JoseReading.Signed(JoseHeader header, Members claims) ->
                isOfType(header) ? verify(rules, compact, header) : otherType();
            case JoseReading.Unsecured(JoseHeader header, Members claims) ->
                isOfType(header)
                        ? payload(compact)
                                .map(payload -> unsigned(rules, payload, claims))
                                .orElseGet(() -> malformed(JoseFault.MALFORMED.text()))
                        : otherType();
        };
    }

    private static OpenedObject unsigned(RequestObjectRules rules, String payload, Members claims) {
        if (!rules.unsignedAllowed()) {
            return new Refused(AuthorizationRefusal.REQUEST_OBJECT_NOT_SIGNED, null);
        }
        return rules.unsignedFits() ? new Opened(payload, claims) : otherAlgorithm();
    }

    private OpenedObject verify(RequestObjectRules rules, String compact, JoseHeader header) {
        return rules.signature(header.algorithm())
                .map(algorithm -> verify(rules, compact, algorithm))
                .orElseGet(ObjectOpener::otherAlgorithm);
    }

    private OpenedObject verify(RequestObjectRules rules, String compact, SignatureAlgorithm algorithm) {
        return switch (signatures.verify(rules.client(), compact, Set.of(algorithm))) {
            case ClientSignatures.NoKeys(String why) -> new Refused(AuthorizationRefusal.REQUEST_OBJECT_NO_KEYS, why);
            case ClientSignatures.Checked(SignatureCheck.Refused(JoseFault fault)) ->
                fault == JoseFault.NO_KEY || fault == JoseFault.WRONG_SIGNATURE
                        ? new Refused(AuthorizationRefusal.REQUEST_OBJECT_SIGNATURE, fault.text())
                        : malformed(fault.text());
            case ClientSignatures.Checked(SignatureCheck.Verified(JoseHeader header, Members claims)) ->
                payload(compact)
                        .<OpenedObject>map(payload -> new Opened(payload, claims))
                        .orElseGet(() -> malformed(JoseFault.MALFORMED.text()));
        };
    }

    /** Of a JWT that was read before. Empty where one decoder of base64url is stricter than another. */
    private static Optional<String> payload(String compact) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(compact.split("\\.", -1)[1]);
            return Optional.of(new String(octets, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfType(JoseHeader header) {
        return header.members().get("typ") == null
                || RequestObject.TYPES.stream().anyMatch(header::isOfType);
    }

    private static Refused otherType() {
        return new Refused(AuthorizationRefusal.REQUEST_OBJECT_INVALID, RequestObjectFault.OTHER_TYPE.text());
    }

    private static Refused otherAlgorithm() {
        return new Refused(AuthorizationRefusal.REQUEST_OBJECT_ALGORITHM, null);
    }

    private static Refused malformed(String detail) {
        return new Refused(AuthorizationRefusal.REQUEST_OBJECT_MALFORMED, detail);
    }

    private static Refused undecipherable(String detail) {
        return new Refused(AuthorizationRefusal.REQUEST_OBJECT_UNDECIPHERABLE, detail);
    }
}
