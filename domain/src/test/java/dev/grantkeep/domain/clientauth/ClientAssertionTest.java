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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Clocks may differ by the skew, not by more: NOW is a part of a second after SECOND. */
    @ParameterizedTest
    @CsvSource({
        "exp, -5, EXPIRED",
        "exp, -4, ",
        "exp, 86405, ",
        "exp, 86406, LASTS_TOO_LONG",
        "nbf, 5, ",
        "nbf, 6, NOT_YET",
        "iat, 5, ",
        "iat, 6, FROM_THE_FUTURE"
    })
    void timesHaveBounds(String claim, long fromNow, @Nullable AssertionFault fault) {
        claims = claims.with(claim, SECOND + fromNow);
        assertFault(fault);
    }

    /** RFC 7519 section 2: a NumericDate may have parts of a second. */
    @ParameterizedTest
    @CsvSource({
        "exp, -4.877, EXPIRED",
        "exp, -4.876, ",
        "exp, 86405.123, ",
        "exp, 86405.124, LASTS_TOO_LONG",
        "nbf, 5.123, ",
        "nbf, 5.124, NOT_YET",
        "iat, 5.124, FROM_THE_FUTURE"
    })
    void timesCountInPartsOfASecond(String claim, BigDecimal fromNow, @Nullable AssertionFault fault) {
        claims = claims.with(claim, BigDecimal.valueOf(SECOND).add(fromNow));
        assertFault(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "exp, NO_EXPIRY",
        "nbf, NOT_YET",
        "iat, FROM_THE_FUTURE",
        "jti, NO_ID",
        "iss, OTHER_CLIENT",
        "sub, OTHER_CLIENT",
        "aud, OTHER_AUDIENCE"
    })
    void whatIsNoTimeOrNoTextSaysNothingGood(String claim, AssertionFault fault) {
        for (Object odd : List.of("", true, Map.of(), List.of(1L))) {
            claims = claims.with(claim, odd);
            assertFault(fault);
        }
    }

    @ParameterizedTest
    @CsvSource({"exp, NO_EXPIRY", "jti, NO_ID", "iss, OTHER_CLIENT", "sub, OTHER_CLIENT", "aud, OTHER_AUDIENCE"})
    void whatIsRequiredHasToBeThere(String claim, AssertionFault fault) {
        claims = claims.with(claim, null);
        assertFault(fault);
    }

    @Test
    void noTimeIsTooLargeToBeCompared() {
        for (Object far : List.of(Long.MAX_VALUE, new BigDecimal("1e30"), new BigDecimal("18446744073709551616"))) {
            claims = claims.with("exp", far);
            assertFault(AssertionFault.LASTS_TOO_LONG);
        }
        claims = claims.with("exp", Long.MIN_VALUE);
        assertFault(AssertionFault.EXPIRED);
    }

    private void assertFault(@Nullable AssertionFault fault) {
        if (fault == null) {
            assertThat(verdict(NOW)).isInstanceOf(AssertionVerdict.Accepted.class);
        } else {
            assertThat(verdict(NOW)).isEqualTo(new AssertionVerdict.Refused(fault));
        }
    }

    private AssertionUse use() {
        return ((AssertionVerdict.Accepted) verdict(NOW)).use();
    }

    private AssertionVerdict verdict(Instant now) {
        return new ClientAssertion(claims).judge(service, client, id, now);
    }
}
