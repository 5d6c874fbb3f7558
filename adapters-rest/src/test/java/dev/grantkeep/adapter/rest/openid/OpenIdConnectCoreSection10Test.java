package dev.grantkeep.adapter.rest.openid;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.domain.client.Client;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core section 10.2: encryption to the keys of clients, which rotate. Those of services: KeyRotationTest. */
class OpenIdConnectCoreSection10Test {
    private static final RestServer SERVER = RestServer.shared();

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());

    @Nested
    class Section10Dot2Dot1AClientWhoseKeysAreAtAnAddress {
        private final String address = "https://client.example/" + Unique.hash().value();
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client its = provider.client("idTokenEncryptionAlg", "ECDH_ES_A128KW", "jwksUri", address);

        @Test
        void getsOneEncryptedToAKeyThatItPublishedMeanwhile() throws Exception {
            documents.publish(address, "{\"keys\":[]}");
            assertThat(response(idToken())).containsEntry("error", "server_error");
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("enc").generate();
            documents.publish(address, new JWKSet(key.toPublicJWK()).toString());
            SERVER.clock().advance(Duration.ofSeconds(61));

            JWEObject jwe = JWEObject.parse(idToken().member("idToken"));
            jwe.decrypt(new ECDHDecrypter(key));
            assertThat(jwe.getHeader().getKeyID()).isEqualTo("enc");
            assertThat(provider.verified(jwe.getPayload().toString()).text("sub"))
                    .isEqualTo("user1");
        }

        @Test
        void isAskedForNewerOnesOnceAMinute() {
            documents.publish(address, "{\"keys\":[]}");
            for (int i = 0; i < 4; i++) {
                assertThat(idToken().message()).contains("The client has no key that can encrypt by ECDH-ES+A128KW.");
            }
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(2);
        }

        @Test
        void isAskedForNoneWhereAKeyFits() throws Exception {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("enc").generate();
            documents.publish(address, new JWKSet(key.toPublicJWK()).toString());
            assertThat(idToken().member("idToken").split("\\.")).hasSize(5);
            assertThat(idToken().member("idToken").split("\\.")).hasSize(5);
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(1);
        }

        private Answer idToken() {
            return provider.request(its)
                    .with("response_type", "id_token")
                    .with("nonce", "n")
                    .allow();
        }
    }
}
