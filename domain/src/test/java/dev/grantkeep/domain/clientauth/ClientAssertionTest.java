package dev.grantkeep.domain.clientauth;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClientAssertionTest {
    private static final String ISSUER = "https://as.example";
    private static final long SKEW = 5;
    private static final long SECOND = NOW.getEpochSecond();

    private final Client client = Samples.client();
    private final String id = client.id().toString();
    private final Service service = Samples.service()
            .update(
                    new ServiceSettings(Members.of(Map.of("issuer", ISSUER, "allowableClockSkew", SKEW)), Set.of()),
                    NOW)
            .state();
    private Members claims =
            Members.of(Map.of("iss", id, "sub", id, "aud", List.of("other", ISSUER), "exp", SECOND + 60, "jti", "one"));

    @Test
    void anAcceptedOneIsRememberedUntilItWouldBeRefusedAnyhow() {
        Instant until = use().expiresAt();
        assertThat(verdict(until.minusSeconds(2))).isInstanceOf(AssertionVerdict.Accepted.class);
        assertThat(verdict(until)).isEqualTo(new AssertionVerdict.Refused(AssertionFault.EXPIRED));
        claims = claims.with("exp", new BigDecimal(SECOND).add(new BigDecimal("60.9")));
        assertThat(verdict(use().expiresAt())).isEqualTo(new AssertionVerdict.Refused(AssertionFault.EXPIRED));
    }

    @Test
    void itsUseIsThatOfTheClientAndTheJti() {
        AssertionUse first = use();
        assertThat(first.service()).isEqualTo(service.id());
        assertThat(first.client()).isEqualTo(client.id());
        claims = claims.with("exp", SECOND + 61);
        assertThat(use().hash()).isEqualTo(first.hash());
        claims = claims.with("jti", "two");
        assertThat(use().hash()).isNotEqualTo(first.hash());
    }

    @Test
    void nothingIsRememberedForLongerThanADayAndTheSkew() {
        claims = claims.with("exp", SECOND + ClientAssertion.MAX_LIFE.toSeconds() + SKEW);
        assertThat(use().expiresAt())
                .isBefore(NOW.plus(ClientAssertion.MAX_LIFE).plusSeconds(2 * SKEW + 1));
        claims = claims.with("exp", SECOND + ClientAssertion.MAX_LIFE.toSeconds() + SKEW + 1);
        assertThat(verdict(NOW)).isEqualTo(new AssertionVerdict.Refused(AssertionFault.LASTS_TOO_LONG));
    }

    @Test
    void theNameIsTheOneByWhichTheClientWasFound() {
        assertThat(new ClientAssertion(claims).judge(service, client, "alias", NOW))
                .isEqualTo(new AssertionVerdict.Refused(AssertionFault.OTHER_CLIENT));
        claims = claims.with("iss", "alias").with("sub", "alias");
        assertThat(new ClientAssertion(claims).judge(service, client, "alias", NOW))
                .isInstanceOf(AssertionVerdict.Accepted.class);
        assertThat(verdict(NOW)).isEqualTo(new AssertionVerdict.Refused(AssertionFault.OTHER_CLIENT));
    }

    @Test
    void aServiceThatNamesNothingOfItselfIsNoAudience() {
        Service nameless = Samples.service().update(ServiceSettings.EMPTY, NOW).state();
        for (Object audience : List.of("", "null", List.of(), 1L)) {
            assertThat(new ClientAssertion(claims.with("aud", audience)).judge(nameless, client, id, NOW))
                    .isEqualTo(new AssertionVerdict.Refused(AssertionFault.OTHER_AUDIENCE));
        }
    }

    private AssertionUse use() {
        return ((AssertionVerdict.Accepted) verdict(NOW)).use();
    }

    private AssertionVerdict verdict(Instant now) {
        return new ClientAssertion(claims).judge(service, client, id, now);
    }
}
