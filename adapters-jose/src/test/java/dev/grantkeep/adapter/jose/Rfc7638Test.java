package dev.grantkeep.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JSON Web Key Thumbprint. */
class Rfc7638Test {
    private static String thumbprint(KeySet set) {
        return Jose.KEY_SETS.thumbprint(set, set.keys().getFirst());
    }

    @Test
    void section31IsRepeated() {
        KeySet set = Jose.read("""
                {"keys":[{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxu\
                hDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2\
                QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2\
                NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256",
                "kid":"2011-04-29"}]}""");

        assertThat(thumbprint(set)).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HS256", "HS384", "HS512"})
    void onlyTheRequiredMembersCount(SignatureAlgorithm algorithm) {
        PublicJsonWebKey key = Jose.key(algorithm);

        assertThat(thumbprint(Jose.publicKeys(key))).isEqualTo(thumbprint(Jose.privateKeys(key)));
        assertThat(thumbprint(Jose.publicKeys(key)))
                .isEqualTo(key.calculateBase64urlEncodedThumbprint("SHA-256"))
                .hasSize(43);
    }

    @Test
    void anotherKeyHasAnother() {
        assertThat(thumbprint(Jose.publicKeys(Jose.newKey(SignatureAlgorithm.ES256))))
                .isNotEqualTo(thumbprint(Jose.publicKeys(Jose.newKey(SignatureAlgorithm.ES256))));
    }
}
