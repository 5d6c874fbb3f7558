package dev.grantkeep.bootstrap.demo;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A key for the demo's ID tokens, made when its service is. */
final class DemoKey {
    private static final int BITS = 2_048;

    private DemoKey() {}

    /** A JWK Set with one private RSA key (RFC 7518 section 6.3). */
    static String jwks() {
        RSAPrivateCrtKey key = generated();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", "RS256");
        members.put("kid", "demo");
        members.put("n", number(key.getModulus()));
        members.put("e", number(key.getPublicExponent()));
        members.put("d", number(key.getPrivateExponent()));
        members.put("p", number(key.getPrimeP()));
        members.put("q", number(key.getPrimeQ()));
        members.put("dp", number(key.getPrimeExponentP()));
        members.put("dq", number(key.getPrimeExponentQ()));
        members.put("qi", number(key.getCrtCoefficient()));
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"keys\":[{", "}]}"));
    }

    private static RSAPrivateCrtKey generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = new byte[bytes.length - sign];
        System.arraycopy(bytes, sign, magnitude, 0, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }
}
