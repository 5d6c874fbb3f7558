package dev.grantkeep.adapter.rest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBytesTest {
    private final HeldBytes held = new HeldBytes(100);
    private final Peer first = new Peer();
    private final Peer second = new Peer();

    @Test
    void whoHoldsLongestGivesUpFirst() {
        held.add(first, 60);
        held.add(second, 40);
        held.add(first, 1);

        assertThat(first.gaveUp).isTrue();
        assertThat(second.gaveUp).isFalse();
        assertThat(held.sum()).isEqualTo(40);
    }

    @Test
    void whatIsWorkedOnStays() {
        first.waits = false;
        held.add(first, 60);
        held.add(second, 41);

        assertThat(first.gaveUp).isFalse();
        assertThat(second.gaveUp).isTrue();
        assertThat(held.sum()).isEqualTo(60);
    }

    @Test
    void whatIsLetGoIsNotCounted() {
        held.add(first, 60);
        held.remove(first, 50);
        held.remove(first, 50);
        held.add(second, 100);
        held.release(second);
        held.release(second);

        assertThat(first.gaveUp || second.gaveUp).isFalse();
        assertThat(held.sum()).isZero();
    }

    private static final class Peer implements HeldBytes.Holder {
        private boolean waits = true;
        private boolean gaveUp;

        @Override
        public boolean waitsForPeer() {
            return waits;
        }

        @Override
        public void giveUp() {
            gaveUp = true;
        }
    }
}
