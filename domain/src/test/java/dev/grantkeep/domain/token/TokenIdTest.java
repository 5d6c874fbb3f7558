package dev.grantkeep.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TokenIdTest {
    private static final long LAST = 253_402_300_799_999L;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isAUuidOfVersion7(@ForAll @LongRange(min = 0, max = LAST) long millis, @ForAll @Size(10) byte[] random) {
        UUID uuid = TokenId.create(Instant.ofEpochMilli(millis), random).value();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ascendsWithTheTimeOfCreation(
            @ForAll @LongRange(min = 0, max = LAST) long one,
            @ForAll @LongRange(min = 0, max = LAST) long other,
            @ForAll @Size(10) byte[] random,
            @ForAll @Size(10) byte[] another) {
        TokenId first = TokenId.create(Instant.ofEpochMilli(one), random);
        TokenId second = TokenId.create(Instant.ofEpochMilli(other), another);
        if (one != other) {
            assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Long.compare(one, other));
        }
    }

    @Test
    void isOrderedUnsignedAsItsText() {
        TokenId low = new TokenId(UUID.fromString("7fffffff-0000-7000-8000-000000000000"));
        TokenId high = new TokenId(UUID.fromString("80000000-0000-7000-8000-000000000000"));
        TokenId higher = new TokenId(UUID.fromString("80000000-0000-7000-bfff-ffffffffffff"));
        assertThat(low).isLessThan(high);
        assertThat(high).isLessThan(higher);
        assertThat(low.toString()).isLessThan(high.toString());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void survivesItsBytes(@ForAll @Size(10) byte[] random) {
        TokenId id = TokenId.create(Instant.EPOCH, random);
        assertThat(TokenId.ofBytes(id.bytes())).isEqualTo(id);
    }

    @Test
    void takesTenRandomBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenId.create(Instant.EPOCH, new byte[9]));
    }
}
