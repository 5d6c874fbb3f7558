package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does together what is asked at the same time, so that a busy server makes fewer round trips and commits than it has
 * callers. Whoever asks while no trip is under way goes at once and alone. Who asks meanwhile waits for that trip to end,
 * and then everybody who waits goes together. So nobody waits for company, and the busier the server, the more share a
 * trip.
 *
 * <p>A trip that takes long, because of the disk or a distant database, does not hold up those after it: the next one to
 * ask takes everybody who waits on a trip of its own, as long as there are lanes.
 *
 * <p>Each question joins before its trip begins. What was acknowledged before it was asked is therefore seen by it, as
 * if it had gone alone.
 *
 * <p>Nobody waits longer than its {@link Deadline}: whoever has no time left gives up, though what it has asked may still
 * be done if a trip has taken it along. There are never more who wait than there are workers.
 *
 * <p>What goes wrong with a store that cannot answer goes wrong for all of a trip. Any other failure is taken for the
 * fault of one of them, and each is done again alone, which tells whose it is.
 */
public final class Coalescing<Q, A> {
    /** How many questions a trip takes. */
    public static final int MOST_TOGETHER = 64;

    private static final int LANES = 8;
    private static final long PATIENCE_NANOS = 2_000_000;

    /** What is done. Both ways must come to the same. */
    public interface Work<Q, A> {
        A alone(Q question);

        /**
         * Does them all, or throws and has changed nothing.
         *
         * @return the answers in the order of the questions; null is for one that has to be done alone
         */
        List<@Nullable A> together(List<Q> questions);
    }

    private final Work<Q, A> work;
    private final TripCount count;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;
    private long lastDeparture;

    /** Whether the last trip had more than one question: a guess at whether there is company. */
    private volatile boolean sharedLately;

    /**
     * @param count of the trips
     */
    public Coalescing(Work<Q, A> work, TripCount count) {
        this(work, count, System::nanoTime);
    }

    Coalescing(Work<Q, A> work, TripCount count, LongSupplier nanoTime) {
        this.work = work;
        this.count = count;
        this.nanoTime = nanoTime;
    }

    /**
     * @throws StoreUnavailable if the store cannot answer, or not in time
     */
    public A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question);
        if (enter(asked) || isToLead(asked)) {
            lead(asked);
        }
        return asked.answer();
    }

    private boolean isToLead(Asked<Q, A> asked) {
        try {
            return asked.awaitTurn(Deadline.current().nanosLeft());
        } catch (TimeoutException tooLate) {
            giveUp(asked);
            throw new StoreUnavailable("the database has not answered in time", tooLate);
        }
    }

    private void giveUp(Asked<Q, A> asked) {
        boolean leads;
        lock.lock();
        try {
            waiting.remove(asked);
            leads = asked.leads;
        } finally {
            lock.unlock();
        }
        if (leads) {
            passOn();
        }
    }

    /** Whether it goes now; if not, it waits for its turn. */
    private boolean enter(Asked<Q, A> asked) {
        long now = nanoTime.getAsLong();
        lock.lock();
        try {
            boolean goes = underWay == 0 || (underWay < LANES && now - lastDeparture > PATIENCE_NANOS);
            if (goes) {
                underWay++;
                lastDeparture = now;
            } else {
                waiting.add(asked);
            }
            return goes;
        } finally {
            lock.unlock();
        }
    }

    private void lead(Asked<Q, A> leader) {
        if (sharedLately) {
            Thread.yield(); // those who are about to ask may still join; a lone caller would wake a thread for nothing
        }
        List<Asked<Q, A>> trip = new ArrayList<>();
        trip.add(leader);
        try {
            takeAlong(trip);
            sharedLately = trip.size() > 1;
            count.took(trip.size());
            answer(trip);
        } finally {
            passOn();
            trip.forEach(Asked::done);
        }
    }

    /** All who wait by now. */
    private void takeAlong(List<Asked<Q, A>> trip) {
        lock.lock();
        try {
            while (!waiting.isEmpty() && trip.size() < MOST_TOGETHER) {
                trip.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
    }

    /** To the first of those who wait; whoever comes before that one gets going goes with it. */
    private void passOn() {
        Asked<Q, A> next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                underWay--;
            } else {
                next.leads = true;
                lastDeparture = nanoTime.getAsLong();
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.lead();
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void answer(List<Asked<Q, A>> trip) {
        if (trip.size() == 1) {
            answerAlone(trip.get(0));
            return;
        }
        try {
            handOut(work.together(trip.stream().map(Asked::question).toList()), trip);
        } catch (StoreUnavailable e) {
            trip.forEach(asked -> asked.failed(e));
        } catch (RuntimeException faultOfOne) {
            trip.forEach(this::answerAlone);
        }
    }

    private void handOut(List<@Nullable A> answers, List<Asked<Q, A>> trip) {
        for (int i = 0; i < trip.size(); i++) {
            A answer = answers.get(i);
            if (answer == null) {
                answerAlone(trip.get(i));
            } else {
                trip.get(i).answered(answer);
            }
        }
    }

    private void answerAlone(Asked<Q, A> asked) {
        try {
            asked.answered(work.alone(asked.question()));
        } catch (RuntimeException e) {
            asked.failed(e);
        }
    }

    /** A question, whose turn it is, and what came of it. Written by the one who leads the trip, before it is done. */
    private static final class Asked<Q, A> {
        private final Q question;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        /** Whether the next trip is its own to lead; under the lock. */
        private boolean leads;

        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Asked(Q question) {
            this.question = question;
        }

        Q question() {
            return question;
        }

        /** Whether it has to lead a trip; if not, another did and it is answered. */
        boolean awaitTurn(long nanos) throws TimeoutException {
            return Lateness.await(turn, nanos);
        }

        void lead() {
            turn.complete(true);
        }

        void done() {
            turn.complete(false);
        }

        void answered(A with) {
            answer = with;
        }

        void failed(RuntimeException why) {
            failure = why;
        }

        A answer() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("a trip ended without an answer");
            }
            return answer;
        }
    }
}
