package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.service.RequestObjectPolicy;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestObjectTest {
    private static final String ISSUER = "https://as.example";
    private static final long SKEW = 5;
    private static final long SECOND = NOW.getEpochSecond();
    private static final String ID = Samples.CLIENT.toString();

    private final Map<String, Object> settings = new HashMap<>(Map.of("issuer", ISSUER, "allowableClockSkew", SKEW));
    private final Map<String, Object> claims = new HashMap<>(Map.of("client_id", ID));

    private Optional<RequestObjectFault> fault() {
        RequestObjectPolicy policy = new ServiceSettings(Members.of(settings), Set.of()).requestObjects();
        return new RequestObject(Members.of(claims)).fault(policy, Set.of(ID), NOW);
    }

    private void assertFault(@Nullable RequestObjectFault fault) {
        assertThat(fault()).isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void needsNeitherTimesNorAnIssuerNorAnAudience() {
        assertFault(null);
    }

    /** Clocks may differ by the skew, not by more: NOW is a part of a second after SECOND. */
    @ParameterizedTest
    @CsvSource({
        "exp, -5, EXPIRED",
        "exp, -4.877, EXPIRED",
        "exp, -4.876, ",
        "exp, -4, ",
        "exp, 999999999999, ",
        "nbf, 5.123, ",
        "nbf, 5.124, NOT_YET",
        "nbf, 6, NOT_YET",
        "nbf, -999999, ",
        "iat, 5.123, ",
        "iat, 5.124, FROM_THE_FUTURE",
        "iat, 6, FROM_THE_FUTURE",
        "iat, -999999, "
    })
    void timesCountWhereTheyAreThere(String claim, BigDecimal fromNow, @Nullable RequestObjectFault fault) {
        claims.put(claim, BigDecimal.valueOf(SECOND).add(fromNow));
        assertFault(fault);
    }

    @ParameterizedTest
    @CsvSource({"exp, EXPIRED", "nbf, NOT_YET", "iat, FROM_THE_FUTURE", "iss, OTHER_ISSUER"})
    void whatIsOfAnotherTypeSaysNothingGood(String claim, RequestObjectFault fault) {
        for (Object odd : List.of("", "soon", true, Map.of(), List.of(1L))) {
            claims.put(claim, odd);
            assertFault(fault);
        }
    }

    @Test
    void noTimeIsTooLargeToBeCompared() {
        claims.put("exp", new BigDecimal("1e300"));
        claims.put("nbf", Long.MIN_VALUE);
        assertFault(null);
        claims.put("nbf", new BigDecimal("1e300"));
        assertFault(RequestObjectFault.NOT_YET);
    }

    @Test
    void isOfItsClientIfItSaysOfWhom() {
        claims.put("iss", ID);
        assertFault(null);
        claims.put("iss", ISSUER);
        assertFault(RequestObjectFault.OTHER_ISSUER);
        claims.put("iss", Samples.CLIENT.value());
        assertFault(RequestObjectFault.OTHER_ISSUER);
    }

    @Test
    void isNotWhatAClientAuthenticatesWith() {
        claims.putAll(Map.of("iss", ID, "sub", ID, "aud", ISSUER, "exp", SECOND + 60, "jti", "one"));
        assertFault(RequestObjectFault.OTHER_PURPOSE);
        claims.put("sub", "somebody");
        assertFault(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "", "https://as.example/", "https://AS.example"})
    void isForTheServiceIfThatIsAskedFor(String other) {
        claims.put("aud", other);
        assertFault(null);
        settings.put("requestObjectAudienceChecked", true);
        assertFault(RequestObjectFault.OTHER_AUDIENCE);
        claims.put("aud", List.of(other));
        assertFault(RequestObjectFault.OTHER_AUDIENCE);
        claims.put("aud", List.of(other, ISSUER));
        assertFault(null);
        claims.put("aud", ISSUER);
        assertFault(null);
    }

    @Test
    void isForNobodyWhereTheAudienceIsNoneAtAll() {
        settings.put("requestObjectAudienceChecked", true);
        assertFault(RequestObjectFault.OTHER_AUDIENCE);
        for (Object odd : List.of(1L, true, List.of(), Map.of("iss", ISSUER))) {
            claims.put("aud", odd);
            assertFault(RequestObjectFault.OTHER_AUDIENCE);
        }
        settings.remove("issuer");
        for (Object odd : List.of("null", "", List.of(""))) {
            claims.put("aud", odd);
            assertFault(RequestObjectFault.OTHER_AUDIENCE);
        }
    }

    /** What cannot be read demands. */
    @Test
    void isForTheServiceIfThatIsAskedForInWhateverWords() {
        settings.put("requestObjectAudienceChecked", "yes");
        assertFault(RequestObjectFault.OTHER_AUDIENCE);
        settings.put("requestObjectAudienceChecked", false);
        assertFault(null);
    }
}
