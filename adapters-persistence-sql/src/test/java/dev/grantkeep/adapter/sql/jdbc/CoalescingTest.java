package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class CoalescingTest {
    private static final long SOME_TIME_NANOS = 5_000_000;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicLong nanos = new AtomicLong();
    private final Doubling doubling = new Doubling();
    private final TripCount count = new TripCount();
    private final Coalescing<Integer, Integer> coalescing = new Coalescing<>(doubling, count, nanos::get);

    @AfterEach
    void end() {
        doubling.open.countDown();
        callers.shutdownNow();
    }

    @Test
    void whoComesAloneGoesAlone() {
        doubling.open.countDown();

        assertThat(coalescing.ask(1)).isEqualTo(2);
        assertThat(coalescing.ask(2)).isEqualTo(4);
        assertThat(doubling.trips).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whoWaitsForATripGoesTogetherOnTheNext() {
        CompletableFuture<Integer> first = underWay(1);
        List<CompletableFuture<Integer>> others =
                IntStream.rangeClosed(2, 6).mapToObj(this::waiting).toList();

        doubling.open.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(others).extracting(CompletableFuture::join).containsExactly(4, 6, 8, 10, 12);
        assertThat(doubling.trips).containsExactly(List.of(1), List.of(2, 3, 4, 5, 6));
    }

    @Test
    void veryManyAreSharedOutOverSeveralTrips() {
        CompletableFuture<Integer> first = underWay(1);
        List<CompletableFuture<Integer>> others =
                IntStream.rangeClosed(2, 200).mapToObj(this::waiting).toList();

        doubling.open.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 200).map(i -> 2 * i).boxed().toList());
        assertThat(doubling.trips).extracting(List::size).containsExactly(1, 64, 64, 64, 7);
    }

    @Test
    void aTripThatTakesLongHoldsNobodyUp() {
        CompletableFuture<Integer> slow = underWay(1);
        CompletableFuture<Integer> second = waiting(2);
        nanos.addAndGet(SOME_TIME_NANOS);
        doubling.slow = 1;

        assertThat(coalescing.ask(3)).isEqualTo(6);

        assertThat(second.join()).isEqualTo(4);
        assertThat(slow).isNotDone();
        assertThat(doubling.trips).containsExactly(List.of(1), List.of(3, 2));
    }

    @Test
    void theFaultOfOneIsNotTheOthers() {
        CompletableFuture<Integer> first = underWay(1);
        CompletableFuture<Integer> good = waiting(2);
        CompletableFuture<Integer> faulty = waiting(Doubling.FAULTY);
        CompletableFuture<Integer> alsoGood = waiting(4);

        doubling.open.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(good.join()).isEqualTo(4);
        assertThat(alsoGood.join()).isEqualTo(8);
        assertThatThrownBy(faulty::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneThatHasToGoAloneIsDoneAloneAndItsFailureIsItsOwn() {
        CompletableFuture<Integer> first = underWay(1);
        CompletableFuture<Integer> good = waiting(2);
        CompletableFuture<Integer> alone = waiting(Doubling.ALONE);
        CompletableFuture<Integer> failing = waiting(Doubling.ALONE_AND_FAULTY);

        doubling.open.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThat(good.join()).isEqualTo(4);
        assertThat(alone.join()).isEqualTo(2 * Doubling.ALONE);
        assertThatThrownBy(failing::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(doubling.trips).hasSize(2);
    }

    @Test
    void aStoreThatCannotAnswerIsToldToAllAndNotAskedAgain() {
        CompletableFuture<Integer> first = underWay(1);
        CompletableFuture<Integer> second = waiting(2);
        CompletableFuture<Integer> third = waiting(Doubling.LOST);

        doubling.open.countDown();

        assertThat(first.join()).isEqualTo(2);
        assertThatThrownBy(second::join).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(third::join).hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(doubling.trips).hasSize(2);
        assertThat(coalescing.ask(5)).isEqualTo(10);
    }

    @Test
    void whoHasNoTimeLeftGivesUpWhileATripIsUnderWay() {
        CompletableFuture<Integer> first = underWay(1);

        assertThatThrownBy(() -> askWithin(Duration.ofMillis(50), 2)).isInstanceOf(StoreUnavailable.class);

        assertThat(coalescing.waiting()).isZero();
        doubling.open.countDown();
        assertThat(first.join()).isEqualTo(2);
        assertThat(doubling.trips).containsExactly(List.of(1));
    }

    @Test
    void whoIsTakenAlongGivesUpInTimeTooAndTheOthersAreAnswered() {
        CompletableFuture<Integer> slow = underWay(1);
        CompletableFuture<Throwable> hurried = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> askWithin(Duration.ofMillis(200), 2)), callers);
        while (coalescing.waiting() == 0) {
            Thread.onSpinWait();
        }
        nanos.addAndGet(SOME_TIME_NANOS);
        CompletableFuture<Integer> leader = CompletableFuture.supplyAsync(() -> coalescing.ask(3), callers);

        assertThat(hurried.join()).isInstanceOf(StoreUnavailable.class);
        assertThat(leader).isNotDone();
        doubling.open.countDown();
        assertThat(leader.join()).isEqualTo(6);
        assertThat(slow.join()).isEqualTo(2);
        assertThat(coalescing.ask(5)).isEqualTo(10);
    }

    private int askWithin(Duration time, int question) {
        AtomicInteger answer = new AtomicInteger();
        Deadline.in(time).hold(() -> answer.set(coalescing.ask(question)));
        return answer.get();
    }

    @Test
    void manyCallersEachGetTheirOwnAnswer() {
        doubling.open.countDown();
        Coalescing<Integer, Integer> real = new Coalescing<>(doubling, count);

        List<CompletableFuture<Boolean>> all = IntStream.range(0, 16)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                        () -> IntStream.range(1_000, 3_000)
                                .map(i -> 10_000 * caller + i)
                                .allMatch(i -> real.ask(i) == 2 * i),
                        callers))
                .toList();

        assertThat(all).extracting(CompletableFuture::join).containsOnly(true);
    }

    /** One that is on its way, and stays so until {@link Doubling#open}. */
    private CompletableFuture<Integer> underWay(int question) {
        CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> coalescing.ask(question), callers);
        while (doubling.trips.isEmpty()) {
            Thread.onSpinWait();
        }
        return asked;
    }

    private CompletableFuture<Integer> waiting(int question) {
        int before = coalescing.waiting();
        CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> coalescing.ask(question), callers);
        while (coalescing.waiting() == before) {
            Thread.onSpinWait();
        }
        return asked;
    }

    private static final class Doubling implements Coalescing.Work<Integer, Integer> {
        static final int FAULTY = -13;
        static final int LOST = -17;
        static final int ALONE = -19;
        static final int ALONE_AND_FAULTY = -23;

        final CountDownLatch open = new CountDownLatch(1);
        final List<List<Integer>> trips = Collections.synchronizedList(new ArrayList<>());
        /** The only question that {@link #open} is for; 0 is all. */
        volatile int slow;

        @Override
        public Integer alone(Integer question) {
            if (question == ALONE_AND_FAULTY) {
                throw new IllegalStateException("faulty");
            }
            return question == ALONE
                    ? 2 * ALONE
                    : Objects.requireNonNull(together(List.of(question)).get(0));
        }

        @Override
        public List<@Nullable Integer> together(List<Integer> questions) {
            trips.add(questions);
            if (slow == 0 || questions.contains(slow)) {
                awaitOpen();
            }
            if (questions.contains(LOST)) {
                throw new StoreUnavailable("lost", new IllegalStateException());
            }
            if (questions.contains(FAULTY)) {
                throw new IllegalStateException("faulty");
            }
            List<@Nullable Integer> answers = new ArrayList<>();
            questions.forEach(question -> answers.add(
                    question == ALONE || question == ALONE_AND_FAULTY ? null : Integer.valueOf(2 * question)));
            return answers;
        }

        private void awaitOpen() {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
