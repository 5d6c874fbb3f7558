package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link RemoteDocuments} must do, wherever the documents are. */
public abstract class RemoteDocumentsContract {
    private static final Optional<Duration> NOTHING = Optional.empty();

    private final DocumentAddress address = new DocumentAddress("https://client.example/keys?of=me");
    private final MutableClock clock = MutableClock.at(Times.NOW);

    protected abstract RemoteDocuments documents();

    /**
     * From now on this is at the address.
     *
     * @param life what the server says
     */
    protected abstract void publish(DocumentAddress address, String text, Optional<Duration> life);

    /**
     * From now on this is why there is nothing.
     *
     * @param reason {@link Reason#REFUSED} or {@link Reason#FAILING}
     */
    protected abstract void fail(DocumentAddress address, Reason reason);

    /** How often its server was asked. */
    protected abstract int fetches(DocumentAddress address);

    protected final MutableClock clock() {
        return clock;
    }

    private Fetched fetched() {
        return documents().fetch(address, DocumentKind.KEY_SET);
    }

    private Fetched newer(Fetched unfit) {
        return documents().fetchNewer((RemoteDocument) unfit, DocumentKind.KEY_SET);
    }

    private void publish(String text) {
        publish(address, text, Optional.of(Duration.ofMinutes(10)));
    }

    private static String textOf(Fetched fetched) {
        return fetched instanceof RemoteDocument document ? document.text() : fetched.toString();
    }

    @Nested
    class Fetch {
        @Test
        void givesTheDocumentAndHowLongItLives() {
            publish("keys ä");
            Instant now = clock.now();
            assertThat(fetched())
                    .isEqualTo(new RemoteDocument(address, "keys ä", now, now.plus(Duration.ofMinutes(10))));
        }

        @Test
        void answersFromTheCopyWhileItIsFresh() {
            publish("old");
            fetched();
            publish("new");
            clock.advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(textOf(fetched())).isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(fetched())).isEqualTo("new");
            assertThat(fetches(address)).isEqualTo(2);
        }

        @Test
        void aCopyLivesForAMinuteAtLeast() {
            publish(address, "old", Optional.of(Duration.ZERO));
            fetched();
            publish("new");
            clock.advance(Duration.ofMinutes(1).minusMillis(1));
            assertThat(textOf(fetched())).isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(fetched())).isEqualTo("new");
        }

        @Test
        void aKeySetLivesForAnHourAtMost() {
            publish(address, "old", Optional.of(Duration.ofDays(1000)));
            fetched();
            publish("new");
            clock.advance(Duration.ofHours(1));
            assertThat(textOf(fetched())).isEqualTo("new");
        }

        @Test
        void aCopyOfWhichNothingIsSaidLivesForFiveMinutes() {
            publish(address, "old", NOTHING);
            fetched();
            publish("new");
            clock.advance(Duration.ofMinutes(5).minusMillis(1));
            assertThat(textOf(fetched())).isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(fetched())).isEqualTo("new");
        }

        /** The next request may mean another one. */
        @Test
        void aCopyOfARequestObjectLivesForASecondUnlessItsServerSaysMore() {
            publish(address, "old", NOTHING);
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("old");
            publish(address, "new", Optional.of(Duration.ofDays(2)));
            clock.advance(Duration.ofMillis(999));
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("new");
            publish("newest");
            clock.advance(Duration.ofDays(1).minusMillis(1));
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("new");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("newest");
        }

        @Test
        void aClockThatIsSetBackKeepsNoCopyAlive() {
            publish("old");
            fetched();
            publish("new");
            clock.advance(Duration.ofHours(-1));
            assertThat(textOf(fetched())).isEqualTo("new");
        }

        @Test
        void saysWhichAddressAndWhy() {
            fail(address, Reason.REFUSED);
            assertThat(fetched())
                    .isEqualTo(new Unreachable(address, Reason.REFUSED))
                    .extracting(unreachable -> ((Unreachable) unreachable).message())
                    .isEqualTo(
                            "The document at https://client.example/keys?of=me cannot be had: its server does not answer"
                                    + " with the status 200.");
        }

        @Test
        void asksAServerThatFailedNotBeforeTenSecondsHavePassed() {
            fail(address, Reason.FAILING);
            fetched();
            publish("there again");
            clock.advance(Duration.ofSeconds(10).minusMillis(1));
            assertThat(fetched()).isEqualTo(new Unreachable(address, Reason.FAILING));
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(fetched())).isEqualTo("there again");
        }

        @Test
        void anOutageIsBridgedByTheCopyForADay() {
            publish("old");
            fetched();
            fail(address, Reason.FAILING);
            clock.advance(Duration.ofDays(1).minusMillis(1));
            assertThat(textOf(fetched())).isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(fetched()).isEqualTo(new Unreachable(address, Reason.FAILING));
        }

        @Test
        void aDocumentThatItsServerHasTakenAwayIsGoneOnceTheCopyIsNotFresh() {
            publish("old");
            fetched();
            fail(address, Reason.REFUSED);
            assertThat(textOf(fetched())).isEqualTo("old");
            clock.advance(Duration.ofMinutes(10));
            assertThat(fetched()).isEqualTo(new Unreachable(address, Reason.REFUSED));
        }

        @Test
        void eachKindHasItsOwnCopy() {
            publish("one");
            fetched();
            publish("other");
            assertThat(textOf(documents().fetch(address, DocumentKind.REQUEST_OBJECT)))
                    .isEqualTo("other");
        }
    }

    @Nested
    class FetchNewer {
        @Test
        void fetchesThoughTheCopyIsFresh() {
            publish("old");
            Fetched old = fetched();
            publish("new");
            clock.advance(Duration.ofSeconds(1));
            assertThat(textOf(newer(old))).isEqualTo("new");
            assertThat(textOf(fetched())).isEqualTo("new");
        }

        @Test
        void fetchesOnceAMinute() {
            publish("old");
            Fetched old = fetched();
            newer(old);
            publish("new");
            clock.advance(Duration.ofMinutes(1).minusMillis(1));
            assertThat(textOf(newer(fetched()))).isEqualTo("old");
            clock.advance(Duration.ofMillis(1));
            assertThat(textOf(newer(fetched()))).isEqualTo("new");
            assertThat(fetches(address)).isEqualTo(3);
        }

        @Test
        void givesWhatOthersHaveFetchedSince() {
            publish("old");
            Fetched old = fetched();
            publish("new");
            clock.advance(Duration.ofMinutes(10));
            fetched();
            assertThat(textOf(newer(old))).isEqualTo("new");
            assertThat(fetches(address)).isEqualTo(2);
        }

        @Test
        void restsAfterAFailureToo() {
            publish("old");
            fetched();
            fail(address, Reason.FAILING);
            clock.advance(Duration.ofMinutes(10));
            Fetched old = fetched();
            publish("new");
            assertThat(newer(old)).isEqualTo(old);
            clock.advance(Duration.ofSeconds(10));
            assertThat(textOf(newer(old))).isEqualTo("new");
        }

        @Test
        void leavesTheCopyIfItFails() {
            publish("good");
            Fetched good = fetched();
            fail(address, Reason.REFUSED);
            assertThat(newer(good)).isEqualTo(good);
            assertThat(fetched()).isEqualTo(good);
            clock.advance(Duration.ofMinutes(2));
            assertThat(newer(good)).isEqualTo(good);
            assertThat(fetches(address)).isEqualTo(3);
        }
    }
}
