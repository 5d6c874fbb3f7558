package dev.grantkeep.application.memory;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyChoice;
import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyType;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Key sets and signatures for tests of use cases: keys on P-256 and ES256 alone, by the JDK. It knows no limits, and
 * nothing is kept. What it does it does as the contract says; that hostile input is refused is for the real one to show.
 */
public final class Es256Jose implements KeySets, Signatures {
    private static final String ALGORITHM = SignatureAlgorithm.ES256.wireName();
    private static final List<String> REQUIRED = List.of("crv", "kty", "x", "y");

    private final JoseMessages messages = new DecodedMessages();

    @Override
    public KeySetReading read(String text) {
        List<Jwk> keys = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<Members> items;
        try {
            items = keys(text);
        } catch (IllegalArgumentException e) {
            return new KeySetReading.Refused(String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < items.size(); i++) {
            Members key = items.get(i);
            if (key.text("kty") == null) {
                faults.add("keys[" + i + "] has no kty");
            } else if ("P-256".equals(key.text("crv"))) {
                keys.add(new Jwk(
                        i,
                        KeyType.EC,
                        "P-256",
                        key.text("use"),
                        new HashSet<>(key.texts("key_ops")),
                        key.text("alg"),
                        key.text("kid"),
                        key.text("d") != null));
            }
        }
        boolean hasSecrets = items.stream().anyMatch(key -> key.get("d") != null || key.get("k") != null);
        return new KeySetReading.Read(new KeySet(text, keys), faults, hasSecrets);
    }

    private static List<Members> keys(String text) {
        Members document = Members.of(JsonText.read(text));
        if (!(document.get("keys") instanceof List)) {
            throw new IllegalArgumentException("it has no array keys");
        }
        return document.objects("keys");
    }

    private static Members key(KeySet set, Jwk key) {
        return keys(set.text()).get(key.position());
    }

    @Override
    public List<String> unfitting(KeySet set) {
        KeyWish any = new KeyWish(KeyPurpose.ID_TOKEN, null);
        SigningOrder order = new SigningOrder(SignatureAlgorithm.ES256, any, null, Members.NONE, Members.NONE);
        return set.keys().stream()
                .filter(Jwk::isPrivate)
                .filter(key -> sign(order, key(set, key)) instanceof SigningOutcome.Signed(String compact)
                        && !isBy(key(set, key), compact))
                .map(key -> "keys[" + key.position() + "] has a private part that is not that of its public one")
                .toList();
    }

    @Override
    public Members publicPart(KeySet set) {
        return Members.of(Map.of(
                "keys",
                set.keys().stream().map(key -> key(set, key).without("d")).toList()));
    }

    @Override
    public String thumbprint(KeySet set, Jwk key) {
        Map<String, Object> required = new LinkedHashMap<>();
        REQUIRED.forEach(name -> required.put(name, key(set, key).text(name)));
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(octets(JsonText.write(required))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SigningOutcome sign(SigningOrder order, KeyMaterial keys) {
        return switch (keys) {
            case SharedSecret secret -> new SigningOutcome.NoKey("There is no HMAC in this test");
            case KeySet set ->
                switch (KeyChoice.forSigning(set, order.algorithm(), order.key())) {
                    case KeyChoice.Missing missing -> new SigningOutcome.NoKey(missing.what());
                    case KeyChoice.Chosen chosen -> sign(order, key(set, chosen.key()));
                };
        };
    }

    private static SigningOutcome sign(SigningOrder order, Members key) {
        Map<String, Object> header = header(order.header(), ALGORITHM, order.type());
        header.put("kid", key.text("kid"));
        String input = input(header, order.claims());
        try {
            Signature signature = newSignature();
            signature.initSign(
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number(key, "d"), curve())));
            signature.update(octets(input));
            return new SigningOutcome.Signed(input + "." + encoded(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> header(Members more, String algorithm, @Nullable String type) {
        Map<String, Object> header = new LinkedHashMap<>(more.tree());
        Stream.of("kid", "b64", "crit", "enc", "zip").forEach(header::remove);
        header.put("alg", algorithm);
        if (type != null) {
            header.put("typ", type);
        }
        return header;
    }

    private static String input(Map<String, Object> header, Members claims) {
        return encoded(octets(JsonText.write(Members.of(header).tree()))) + "."
                + encoded(octets(JsonText.write(claims.tree())));
    }

    @Override
    public SigningOutcome unsecured(@Nullable String type, Members header, Members claims) {
        return new SigningOutcome.Signed(input(header(header, "none", type), claims) + ".");
    }

    @Override
    public SignatureCheck verify(String compact, Set<SignatureAlgorithm> expected, KeyMaterial keys) {
        return switch (messages.read(compact)) {
            case JoseReading.Refused refused -> new SignatureCheck.Refused(refused.fault());
            case JoseReading.Encrypted encrypted -> new SignatureCheck.Refused(JoseFault.NOT_SIGNED);
            case JoseReading.Unsecured unsecured -> new SignatureCheck.Refused(JoseFault.UNSECURED);
            case JoseReading.Signed signed -> verify(compact, signed, expected, keys);
        };
    }

    private static SignatureCheck verify(
            String compact, JoseReading.Signed signed, Set<SignatureAlgorithm> expected, KeyMaterial keys) {
        if (!expected.contains(SignatureAlgorithm.ES256)
                || !ALGORITHM.equals(signed.header().algorithm())) {
            return new SignatureCheck.Refused(JoseFault.UNEXPECTED_ALGORITHM);
        }
        List<Members> candidates = keys instanceof KeySet set
                ? KeyChoice.forVerifying(
                                set, SignatureAlgorithm.ES256, signed.header().keyId())
                        .stream()
                        .map(key -> key(set, key))
                        .toList()
                : List.of();
        if (candidates.isEmpty()) {
            return new SignatureCheck.Refused(JoseFault.NO_KEY);
        }
        return candidates.stream().anyMatch(key -> isBy(key, compact))
                ? new SignatureCheck.Verified(signed.header(), signed.claims())
                : new SignatureCheck.Refused(JoseFault.WRONG_SIGNATURE);
    }

    private static boolean isBy(Members key, String compact) {
        int end = compact.lastIndexOf('.');
        try {
            Signature signature = newSignature();
            ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
            signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve())));
            signature.update(octets(compact.substring(0, end)));
            return signature.verify(decoded(compact.substring(end + 1)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature newSignature() throws GeneralSecurityException {
        return Signature.getInstance("SHA256withECDSAinP1363Format");
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static BigInteger number(Members key, String name) {
        return new BigInteger(1, decoded(String.valueOf(key.text(name))));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
