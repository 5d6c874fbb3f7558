package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SharedSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9101 section 6.1: request objects that are encrypted. */
final class EncryptedRequestObjectTest extends SignedRequests {
    @Test
    void isForTheServicesKey() {
        Answer answer = accepted(ask(encrypted(signed(claims(client)))));
        assertThat(answer.member("requestObjectPayload")).contains("\"state\":\"inside\"");
    }

    @Test
    void isForTheClientsSecret() throws Exception {
        byte[] secret = new SharedSecret(client.secret()).forEncryption(256);
        JWEHeader header = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
        accepted(ask(encrypted(signed(claims(client)), header, new DirectEncrypter(secret))));
        Client open = clientOf(service, "clientType", "PUBLIC", "tokenAuthMethod", "NONE");
        byte[] known = new SharedSecret(open.secret()).forEncryption(256);
        invalid(ask(open, encrypted(signed(claims(open)), header, new DirectEncrypter(known)), ""), "A005303");
        Client other = clientOf(service);
        invalid(
                ask(other, encrypted(signed(claims(other)), header, new DirectEncrypter(secret)), ""),
                "A005303",
                "cannot be decrypted");
    }

    @Test
    void isForNobodyElsesKey() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).generate();
        String object = encrypted(
                signed(claims(client)),
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM),
                new RSAEncrypter(foreign));
        invalid(ask(object), "A005303", "cannot be decrypted");
        Client keyless = clientOf(serviceWith("jwks", null));
        invalid(ask(keyless, encrypted(signed(claims(keyless))), ""), "A005303", "a key that is not known");
    }

    @Test
    void hasToBeSignedWithin() {
        invalid(ask(encrypted(JsonText.write(claims(client)))), "A008311");
        invalid(ask(encrypted(unsigned(claims(client)))), "A008311");
        invalid(ask(encrypted(signed(claims(client), STRANGE))), "A005328");
        invalid(ask(encrypted("nothing")), "A005301");
        invalid(ask(encrypted("{\"a\":1,\"a\":2}")), "A005301");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isDemandedByTheServiceOrByTheClient(boolean byService) {
        Object[] demand = {"frontChannelRequestObjectEncryptionRequired", true};
        Client its = clientOf(byService ? serviceWith(demand) : service, byService ? new Object[0] : demand);
        invalid(ask(its, signed(claims(its)), ""), "A005302");
        invalid(ask(its, unsigned(claims(its)), ""), "A005302");
        accepted(ask(its, encrypted(signed(claims(its))), ""));
        accepted(asks(its, "&response_type=code"));
    }

    @ParameterizedTest
    @CsvSource({"requestObjectEncryptionAlgMatchRequired", "requestObjectEncryptionEncMatchRequired"})
    void isByWhatTheClientIsRegisteredWithIfThatIsDemanded(String demand) {
        for (boolean byService : List.of(true, false)) {
            Client its = clientOf(
                    byService ? serviceWith(demand, true) : service,
                    "requestEncryptionAlg",
                    "ECDH_ES",
                    byService ? "contacts" : demand,
                    byService ? List.of() : true);
            boolean ofKey = demand.contains("Alg");
            Answer answer =
                    ask(its, encrypted(signed(claims(its)), JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), "");
            invalid(answer, "A005303", "has another algorithm");
            Client fitting = clientOf(
                    service,
                    "requestEncryptionAlg",
                    ofKey ? "RSA_OAEP_256" : "ECDH_ES",
                    "requestEncryptionEnc",
                    ofKey ? "A128GCM" : "A256GCM",
                    demand,
                    true);
            accepted(ask(
                    fitting,
                    encrypted(signed(claims(fitting)), JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
                    ""));
        }
    }

    @Test
    void isByNothingThatIsAdvisedAgainst() {
        for (JWEAlgorithm weak : List.of(JWEAlgorithm.RSA1_5, JWEAlgorithm.RSA_OAEP)) {
            invalid(
                    ask(encrypted(signed(claims(client)), weak, EncryptionMethod.A128CBC_HS256)),
                    "A005303",
                    "has another algorithm");
        }
    }
}
