package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseHeader;
import dev.grantkeep.domain.key.KeyManagementAlgorithm;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Best current practices of JSON Web Tokens. */
class Rfc8725Test {
    private static final PublicJsonWebKey RSA_KEY = Jose.key(SignatureAlgorithm.RS256);
    private static final KeySet PUBLIC = Jose.publicKeys(RSA_KEY);

    /** What an attacker makes who takes a public key, in one of its forms, for a secret. */
    private static String signedByPublicKey(byte[] form) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKeyIdHeaderValue(RSA_KEY.getKeyId());
        signature.setPayload("{\"sub\":\"mallory\"}");
        Key key = new SecretKeySpec(form, "HmacSHA256");
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    @Test
    void section31APublicKeyIsNoSecret() throws JoseException {
        byte[] der = RSA_KEY.getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        String jwk = RSA_KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        for (byte[] form :
                new byte[][] {der, pem.getBytes(), jwk.getBytes(), PUBLIC.text().getBytes()}) {
            String compact = signedByPublicKey(form);

            assertThat(Jose.fault(compact, Set.of(SignatureAlgorithm.RS256), PUBLIC))
                    .isEqualTo(JoseFault.UNEXPECTED_ALGORITHM);
            assertThat(Jose.fault(compact, PUBLIC)).isEqualTo(JoseFault.NO_KEY);
        }
    }

    @Test
    void section31ASymmetricKeyOfASetIsNoSecret() throws JoseException {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes();
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        KeySet set = Jose.read(Jose.set(Map.of("kty", "oct", "k", encoded, "kid", "rs256")));

        assertThat(Jose.fault(signedByPublicKey(secret), set)).isEqualTo(JoseFault.NO_KEY);
    }

    @Test
    void section31AMessageBySomebodyElsesKeyIsRefused() {
        PublicJsonWebKey other = Jose.newKey(SignatureAlgorithm.RS256);
        String compact = Jose.sign(Jose.order(SignatureAlgorithm.RS256), Jose.privateKeys(other));

        assertThat(Jose.fault(compact, PUBLIC)).isEqualTo(JoseFault.WRONG_SIGNATURE);
    }

    @Test
    void section31ASecretVerifiesNothingElse() {
        String compact = Jose.sign(Jose.order(SignatureAlgorithm.RS256), Jose.privateKeys(RSA_KEY));

        assertThat(Jose.fault(compact, Jose.shared())).isEqualTo(JoseFault.NO_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ES256K", "RS1", "HS1", "Ed448", "ES256X", "rs256", "RS256 ", "\\u0052S255"})
    void section32OnlyAlgorithmsThatAreOfferedCount(String name) {
        String compact = Jose.encoded("{\"alg\":\"" + name + "\"}") + "." + Jose.encoded("{}") + ".AAAA";

        assertThat(Jose.fault(compact, PUBLIC)).isIn(JoseFault.UNEXPECTED_ALGORITHM, JoseFault.UNSECURED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HS256", "HS384", "HS512"})
    void section35APasswordIsNoKey(SignatureAlgorithm algorithm) {
        assertThat(Jose.SIGNATURES.sign(Jose.order(algorithm), new SharedSecret(new Secret("correct horse"))))
                .isInstanceOf(dev.grantkeep.application.port.out.key.SigningOutcome.NoKey.class);
    }

    @Test
    void section32EncryptionWithKnownWeaknessesIsNotOffered() {
        assertThat(KeyManagementAlgorithm.values())
                .extracting(KeyManagementAlgorithm::wireName)
                .doesNotContain("RSA1_5", "RSA-OAEP", "PBES2-HS256+A128KW");
    }

    @ParameterizedTest
    @CsvSource({
        "at+jwt,at+jwt,true",
        "AT+JWT,at+jwt,true",
        "application/at+jwt,at+jwt,true",
        "at+jwt,application/at+jwt,true",
        "JWT,at+jwt,false",
        "application/x/at+jwt,at+jwt,false",
        "text/at+jwt,at+jwt,false"
    })
    void section311TypesAreCompared(String own, String asked, boolean expected) {
        JoseHeader header = new JoseHeader(Members.of(Map.of("alg", "ES256", "typ", own)));

        assertThat(header.isOfType(asked)).isEqualTo(expected);
    }

    @Test
    void section311WhatHasNoTypeIsOfNone() {
        assertThat(new JoseHeader(Members.of(Map.of("alg", "ES256"))).isOfType("JWT"))
                .isFalse();
    }
}
