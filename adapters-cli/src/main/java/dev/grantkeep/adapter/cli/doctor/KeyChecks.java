package dev.grantkeep.adapter.cli.doctor;

import dev.grantkeep.application.document.JsonText;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of the public keys of a service: which have ended or soon will, which are too short, and which is missing. */
final class KeyChecks {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int LEAST_RSA_BITS = 2_048;
    private static final String NEW_KEY =
            "Add a new key to the jwks of the service, wait until verifiers know it, then take" + " the old one out.";

    private final String area;
    private final Instant now;

    KeyChecks(String area, Instant now) {
        this.area = area;
        this.now = now;
    }

    /**
     * @param service its members
     * @param keySet its public keys, a JWK Set; an empty object if it has none
     */
    List<Finding> findings(Map<String, Object> service, Map<String, Object> keySet) {
        List<Map<String, Object>> keys = Trees.objects(keySet.get("keys"));
        List<Finding> findings = new ArrayList<>();
        keys.forEach(key -> {
            ends(key).flatMap(end -> ended(key, end)).ifPresent(findings::add);
            tooShort(key).ifPresent(findings::add);
        });
        missing(service, keys).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> ended(Map<String, Object> key, Instant end) {
        if (!end.isAfter(now)) {
            return Optional.of(Finding.mend(area, named(key) + " has ended at " + end, NEW_KEY));
        }
        return end.isAfter(now.plus(SOON))
                ? Optional.empty()
                : Optional.of(Finding.warning(area, named(key) + " ends at " + end, NEW_KEY));
    }

    /** By its {@code exp}, or by the certificate that it came with. */
    private Optional<Instant> ends(Map<String, Object> key) {
        if (key.get("exp") instanceof Number seconds) {
            return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
        }
        return key.get("x5c") instanceof List<?> chain && !chain.isEmpty()
                ? certificateEnd(String.valueOf(chain.getFirst()))
                : Optional.empty();
    }

    private static Optional<Instant> certificateEnd(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> tooShort(Map<String, Object> key) {
        if (!(key.get("n") instanceof String modulus)) {
            return Optional.empty();
        }
        int bits = new BigInteger(1, Base64.getUrlDecoder().decode(modulus)).bitLength();
        return bits >= LEAST_RSA_BITS
                ? Optional.empty()
                : Optional.of(Finding.mend(
                        area, named(key) + " has " + bits + " bits, fewer than " + LEAST_RSA_BITS, NEW_KEY));
    }

    private Optional<Finding> missing(Map<String, Object> service, List<Map<String, Object>> keys) {
        Object algorithm = service.get("accessTokenSignAlg");
        if (algorithm != null && keys.stream().noneMatch(key -> signs(key, algorithm.toString()))) {
            return Optional.of(Finding.mend(
                    area,
                    "accessTokenSignAlg is " + algorithm + ", but no key of the service can sign by it",
                    "Add one to the jwks of the service, or take accessTokenSignAlg out."));
        }
        boolean isOpenId = Trees.objects(service.get("supportedScopes")).stream()
                .anyMatch(scope -> "openid".equals(scope.get("name")));
        return isOpenId && keys.isEmpty()
                ? Optional.of(Finding.mend(
                        area,
                        "it has the scope openid, but no key that could sign ID tokens",
                        "Add one to the jwks of the service, such as an RSA key of 2,048 bits for RS256."))
                : Optional.empty();
    }

    private static boolean signs(Map<String, Object> key, String algorithm) {
        String family = algorithm.substring(0, Math.min(2, algorithm.length()));
        String type = switch (family) {
            case "RS", "PS" -> "RSA";
            case "ES" -> "EC";
            default -> "OKP";
        };
        boolean fits = type.equals(key.get("kty"))
                && !"enc".equals(key.get("use"))
                && (key.get("alg") == null || algorithm.equals(key.get("alg")));
        return fits && (!family.equals("ES") || curve(algorithm).equals(key.get("crv")));
    }

    private static String curve(String algorithm) {
        return switch (algorithm) {
            case "ES384" -> "P-384";
            case "ES512" -> "P-521";
            default -> "P-256";
        };
    }

    private static String named(Map<String, Object> key) {
        return "the key "
                + (key.get("kid") == null
                        ? "without kid"
                        : JsonText.write(key.get("kid").toString()));
    }
}
