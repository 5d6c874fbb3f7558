package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyChoice;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signatures by Nimbus. */
@Singleton
final class NimbusSignatures implements Signatures {
    /** Members of a header that others do not add: they would change how the message is read, or who it is by. */
    private static final List<String> NOT_ADDED = List.of("alg", "kid", "b64", "crit", "enc", "zip");

    private final ReadSets sets;

    NimbusSignatures(ReadSets sets) {
        this.sets = sets;
    }

    @Override
    public SigningOutcome sign(SigningOrder order, KeyMaterial keys) {
        return switch (keys) {
            case KeySet set -> sign(order, set);
            case SharedSecret secret -> sign(order, secret);
        };
    }

    private SigningOutcome sign(SigningOrder order, KeySet set) {
        return switch (KeyChoice.forSigning(set, order.algorithm(), order.key())) {
            case KeyChoice.Missing missing -> new SigningOutcome.NoKey(missing.what());
            case KeyChoice.Chosen chosen -> sign(order, sets.key(set, chosen.key()));
        };
    }

    private static SigningOutcome sign(SigningOrder order, NimbusKey key) {
        try {
            boolean isPlain = order.header().tree().isEmpty();
            JWSHeader header = isPlain
                    ? key.header(order.algorithm(), order.type())
                    : header(order, key.description().id());
            return signed(header, order.claims(), key.signer());
        } catch (ParseException e) {
            return badHeader();
        } catch (JOSEException e) {
            return new SigningOutcome.NoKey("A private key of the service's `jwks`, keys["
                    + key.description().position() + "], is damaged: it cannot sign "
                    + order.algorithm().wireName());
        }
    }

    private static SigningOutcome sign(SigningOrder order, SharedSecret secret) {
        SignatureAlgorithm algorithm = order.algorithm();
        if (!fits(secret, algorithm)) {
            return new SigningOutcome.NoKey(
                    algorithm.isSymmetric()
                            ? "The client's secret has fewer than the " + algorithm.minSecretOctets() + " octets that "
                                    + algorithm.wireName() + " needs"
                            : "A secret cannot sign " + algorithm.wireName());
        }
        try {
            return signed(header(order, null), order.claims(), new MACSigner(secret.forSignatures()));
        } catch (ParseException e) {
            return badHeader();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has the hashes of RFC 7518", e);
        }
    }

    private static boolean fits(SharedSecret secret, SignatureAlgorithm algorithm) {
        return algorithm.isSymmetric() && secret.forSignatures().length >= algorithm.minSecretOctets();
    }

    private static JWSHeader header(SigningOrder order, @Nullable String keyId) throws ParseException {
        return JWSHeader.parse(header(order.algorithm().wireName(), keyId, order.type(), order.header()));
    }

    private static Map<String, Object> header(
            String algorithm, @Nullable String keyId, @Nullable String type, Members more) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("alg", algorithm);
        if (keyId != null) {
            members.put("kid", keyId);
        }
        more.tree().forEach((name, value) -> {
            if (!NOT_ADDED.contains(name)) {
                members.put(name, value);
            }
        });
        if (type != null) {
            members.put("typ", type);
        }
        return members;
    }

    private static SigningOutcome signed(JWSHeader header, Members claims, JWSSigner signer) throws JOSEException {
        JWSObject message = new JWSObject(header, payload(claims));
        message.sign(signer);
        return new SigningOutcome.Signed(message.serialize());
    }

    private static SigningOutcome badHeader() {
        return new SigningOutcome.BadHeader("A member of the header that was to be added has a value of another type");
    }

    @Override
    public SigningOutcome unsecured(@Nullable String type, Members header, Members claims) {
        try {
            PlainHeader parsed = PlainHeader.parse(header(Algorithm.NONE.getName(), null, type, header));
            return new SigningOutcome.Signed(new PlainObject(parsed, payload(claims)).serialize());
        } catch (ParseException | IllegalArgumentException e) {
            return badHeader();
        }
    }

    private static Payload payload(Members claims) {
        return new Payload(JsonText.write(claims.tree()));
    }

    @Override
    public SignatureCheck verify(String compact, Set<SignatureAlgorithm> expected, KeyMaterial keys) {
        try {
            Message message = verified(compact, expected, keys);
            return new SignatureCheck.Verified(message.header(), message.claims());
        } catch (Message.Fault e) {
            return new SignatureCheck.Refused(e.fault());
        }
    }

    /** The message, if its signature is right; its claims are not read. */
    Message verified(String compact, Set<SignatureAlgorithm> expected, KeyMaterial keys) throws Message.Fault {
        Message message = Message.read(compact);
        requireSignature(message, algorithm(message, expected), keys);
        return message;
    }

    private static SignatureAlgorithm algorithm(Message message, Set<SignatureAlgorithm> expected)
            throws Message.Fault {
        if (!message.isSigned()) {
            throw new Message.Fault(JoseFault.NOT_SIGNED);
        }
        if (message.isUnsecured()) {
            throw new Message.Fault(JoseFault.UNSECURED);
        }
        return expected.stream()
                .filter(algorithm ->
                        algorithm.wireName().equals(message.header().algorithm()))
                .findFirst()
                .orElseThrow(() -> new Message.Fault(JoseFault.UNEXPECTED_ALGORITHM));
    }

    private void requireSignature(Message message, SignatureAlgorithm algorithm, KeyMaterial keys)
            throws Message.Fault {
        boolean isRight = switch (keys) {
            case KeySet set -> isByOneOf(set, algorithm, message);
            case SharedSecret secret -> isBy(secret, algorithm, message);
        };
        if (!isRight) {
            throw new Message.Fault(JoseFault.WRONG_SIGNATURE);
        }
    }

    private boolean isByOneOf(KeySet set, SignatureAlgorithm algorithm, Message message) throws Message.Fault {
        List<Jwk> candidates =
                KeyChoice.forVerifying(set, algorithm, message.header().keyId());
        if (candidates.isEmpty()) {
            throw new Message.Fault(JoseFault.NO_KEY);
        }
        JWSHeader header = header(message);
        byte[] input = message.signingInput();
        return candidates.stream().anyMatch(key -> isBy(sets.key(set, key)::verifier, header, input, message));
    }

    private static boolean isBy(SharedSecret secret, SignatureAlgorithm algorithm, Message message)
            throws Message.Fault {
        if (!fits(secret, algorithm)) {
            throw new Message.Fault(JoseFault.NO_KEY);
        }
        return isBy(() -> new MACVerifier(secret.forSignatures()), header(message), message.signingInput(), message);
    }

    private static boolean isBy(VerifierSource verifier, JWSHeader header, byte[] input, Message message) {
        try {
            return verifier.get().verify(header, input, message.signature());
        } catch (JOSEException notASignatureByThisKey) {
            return false;
        }
    }

    private static JWSHeader header(Message message) throws Message.Fault {
        try {
            return JWSHeader.parse(
                    message.header().members().tree(), message.parts().getFirst());
        } catch (ParseException | IllegalArgumentException e) {
            throw new Message.Fault(JoseFault.MALFORMED);
        }
    }

    private interface VerifierSource {
        JWSVerifier get() throws JOSEException;
    }
}
