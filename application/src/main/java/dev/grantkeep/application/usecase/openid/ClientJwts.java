package dev.grantkeep.application.usecase.openid;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.Encryption;
import dev.grantkeep.application.port.out.key.EncryptionOrder;
import dev.grantkeep.application.port.out.key.EncryptionOutcome;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.application.usecase.openid.JwtOutcome.Impossible;
import dev.grantkeep.application.usecase.openid.JwtOutcome.Made;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.key.ContentEncryption;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs as a service, and encrypts to a client, by what the client is registered with (OpenID Connect Core section 10). */
@Wired
public final class ClientJwts {
    private final Signatures signatures;
    private final Encryption encryption;
    private final Keys keys;

    public ClientJwts(Signatures signatures, Encryption encryption, Keys keys) {
        this.signatures = signatures;
        this.encryption = encryption;
        this.keys = keys;
    }

    /** Who makes a JWT for whom, and what for. */
    public record Maker(Service service, Client client, KeyPurpose purpose, JwtForm form) {
        /** Null for a JWT without a signature. */
        public @Nullable SignatureAlgorithm algorithm() {
            return form.signature().orElse(null);
        }
    }

    /**
     * A JWT in the form that the client is registered with. If that says nothing of a signature and wants encryption, the
     * text of the claims alone is encrypted.
     *
     * @param header further members of the header
     */
    public JwtOutcome make(Maker maker, Members header, Members claims) {
        Optional<String> notOffered = maker.form().notOffered();
        if (notOffered.isPresent()) {
            return new Impossible(
                    "The client is registered with the algorithm " + notOffered.get() + ", which is not supported.");
        }
        if (maker.form().signing() == null && maker.form().isEncrypted()) {
            return encrypt(maker, JsonText.write(claims.tree()), false);
        }
        return switch (sign(maker, header, claims)) {
            case Made(String jwt) when maker.form().isEncrypted() -> encrypt(maker, jwt, true);
            case JwtOutcome outcome -> outcome;
        };
    }

    private JwtOutcome encrypt(Maker maker, String text, boolean isJwt) {
        KeyManagementAlgorithm algorithm = maker.form().keyManagement().orElseThrow();
        ContentEncryption content = maker.form().contentEncryption().orElseThrow();
        EncryptionOrder order = new EncryptionOrder(algorithm, content, text, isJwt);
        if (algorithm.isSymmetric()) {
            return secret(maker.client())
                    .map(secret -> outcome(encryption.encrypt(order, secret)))
                    .orElseGet(() -> publicClient(maker.form().encryption()));
        }
        return switch (keys.of(maker.client())) {
            case Keys.Found(KeySet set) -> outcome(encrypt(maker.client(), order, set));
            case Keys.Missing(String why) -> new Impossible(why);
        };
    }

    /** Where no key fits, the client may have published one meanwhile (OpenID Connect Core section 10.2.1). */
    private EncryptionOutcome encrypt(Client client, EncryptionOrder order, KeySet set) {
        EncryptionOutcome outcome = encryption.encrypt(order, set);
        return outcome instanceof EncryptionOutcome.NoKey
                ? keys.newer(client, set)
                        .map(newer -> encryption.encrypt(order, newer))
                        .orElse(outcome)
                : outcome;
    }

    private static JwtOutcome outcome(EncryptionOutcome outcome) {
        return switch (outcome) {
            case EncryptionOutcome.Encrypted(String compact) -> new Made(compact);
            case EncryptionOutcome.NoKey(String what) -> new Impossible("The client " + what + ".");
        };
    }

    private JwtOutcome sign(Maker maker, Members header, Members claims) {
        @Nullable SignatureAlgorithm algorithm = maker.algorithm();
        if (algorithm == null) {
            return outcome(signatures.unsecured(null, header, claims));
        }
        SigningOrder order = new SigningOrder(
                algorithm,
                KeyWish.of(maker.purpose(), maker.service().settings().members()),
                null,
                header,
                claims);
        return algorithm.isSymmetric()
                ? secret(maker.client())
                        .map(secret -> sign(order, secret))
                        .orElseGet(() -> publicClient(algorithm.wireName()))
                : switch (keys.of(maker.service())) {
                    case Keys.Found(KeySet set) -> sign(order, set);
                    case Keys.Missing(String why) -> new Impossible(why);
                };
    }

    private JwtOutcome sign(SigningOrder order, KeyMaterial material) {
        return outcome(signatures.sign(order, material));
    }

    private static JwtOutcome outcome(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.Signed(String compact) -> new Made(compact);
            case SigningOutcome.NoKey(String what) -> new Impossible(what + ".");
            case SigningOutcome.BadHeader(String what) -> new Impossible(what);
        };
    }

    /** Only a confidential client has a secret that counts. */
    private static Optional<SharedSecret> secret(Client client) {
        return client.settings().type() == ClientType.CONFIDENTIAL
                ? Optional.of(new SharedSecret(client.secret()))
                : Optional.empty();
    }

    private static Impossible publicClient(@Nullable String algorithm) {
        return new Impossible("The client is registered with the algorithm " + algorithm
                + ", which needs a secret, but it is a public client.");
    }
}
