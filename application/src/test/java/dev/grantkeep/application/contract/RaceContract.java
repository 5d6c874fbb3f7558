package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RefreshOutcome;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenChange;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What must hold whatever the order in which callers reach the stores: the tokens of a deleted grant are dead, a removed
 * scope never comes back, of several refreshes one wins, and no sweeper takes what lives. Every race runs many times.
 */
public abstract class RaceContract extends StoreContract {
    private static final int ROUNDS = 25;
    private static final Instant NOW = Times.NOW;

    private Service service;
    private Client client;
    private GrantHead head;
    private TokenValue refreshToken;
    private TokenRecord token;

    @BeforeEach
    void aService() {
        service = given().service();
        client = given().stored(Clients.aClient().of(service));
    }

    /** Runs the race many times, each with a grant and a token of read and write of its own. */
    private void race(Callable<?> first, Callable<?> second, Runnable check) {
        for (int round = 0; round < ROUNDS; round++) {
            prepare();
            Together.<Object>run(List.of(first::call, second::call));
            check.run();
        }
    }

    private void prepare() {
        head = given().grant(client);
        refreshToken = Unique.value();
        token = given().stored(Tokens.aToken()
                .of(client, head)
                .withRefresh(refreshToken)
                .withScopes("read", "write"));
    }

    private TokenInContext seen(TokenRecord record) {
        return stores().tokens()
                .find(record.service(), new TokenLocator.ById(record.id()))
                .found();
    }

    /** As a use case refreshes: find, decide, save. */
    private Saved refresh() {
        TokenInContext found = stores().tokens()
                .find(service.id(), new TokenLocator.ByRefresh(refreshToken.hash()))
                .found();
        if (found == null) {
            return Saved.STALE;
        }
        RefreshRequest request = new RefreshRequest(
                refreshToken,
                service,
                client,
                null,
                List.of(),
                new RequestedDetails.None(),
                Durations.UNSET,
                Properties.NONE,
                null);
        RefreshRequest.NewValues fresh =
                new RefreshRequest.NewValues(new byte[TokenValues.SECRET_BYTES], new byte[TokenValues.SECRET_BYTES]);
        return request.decide(found, fresh, NOW) instanceof RefreshOutcome.Refreshed(var issued)
                ? stores().tokens().replace(Changed.to(issued.record()))
                : Saved.STALE;
    }

    /** As a use case writes a head: again until nobody else was faster. */
    private GrantHead changeHead(UnaryOperator<GrantHead> change) {
        for (int attempt = 0; attempt < 100; attempt++) {
            GrantHead next = change.apply(stores().grants().find(head.key()).orElseThrow());
            if (stores().grants().replace(Changed.to(next)) == Saved.SAVED) {
                return next;
            }
        }
        throw new AssertionError("a head cannot be written");
    }

    private GrantHead delete() {
        return changeHead(now -> now.revoke(Unique.generation(), NOW).state());
    }

    private GrantHead removeWrite() {
        return changeHead(now -> now.rewriteScopes(ScopeSet.of("read"), NOW).state());
    }

    @Nested
    class Delete {
        @Test
        void beatsARefresh() {
            race(RaceContract.this::refresh, RaceContract.this::delete, () -> {
                assertThat(seen(token).hasEnded(NOW)).isTrue();
                assertThat(stores().grants().countTokens(head.key())).isZero();
            });
        }

        @Test
        void beatsACodeExchange() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
                TokenRecord minted = mintedFrom(code).build();
                Together.<Object>run(() -> exchange(code, minted), RaceContract.this::delete);
                TokenInContext found = seen(minted);
                assertThat(found == null || found.hasEnded(NOW)).isTrue();
                assertThat(found(code).stands()).isFalse();
                assertThat(stores().grants().countTokens(head.key())).isZero();
            }
        }

        @Test
        void ofAClientBeatsAnIssue() {
            for (int round = 0; round < ROUNDS; round++) {
                client = given().client(service);
                TokenRecord minted = Tokens.aToken().of(client).withoutSubject().build();
                var basis = given().basisOf(minted);
                Together.<Object>run(
                        () -> stores().tokens().add(Changed.to(minted), basis),
                        () -> stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED));
                TokenInContext found = seen(minted);
                assertThat(found == null || found.hasEnded(NOW)).isTrue();
            }
        }

        @Test
        void byCuttingAClientOffBeatsAnIssue() {
            for (int round = 0; round < ROUNDS; round++) {
                client = given().client(service);
                TokenRecord minted = Tokens.aToken().of(client).withoutSubject().build();
                var basis = given().basisOf(minted);
                Together.<Object>run(
                        () -> stores().tokens().add(Changed.to(minted), basis),
                        () -> stores().clients().replace(client.cutOff(Unique.generation(), NOW)));
                TokenInContext found = seen(minted);
                assertThat(found == null || found.hasEnded(NOW)).isTrue();
            }
        }

        @Test
        void leavesANewAuthorizationAlone() {
            TokenRecord[] minted = new TokenRecord[1];
            GrantHead[] authorized = new GrantHead[1];
            race(
                    () -> {
                        authorized[0] = changeHead(
                                now -> now.authorize(ScopeSet.of("read"), NOW).state());
                        minted[0] = Tokens.aToken().of(client, authorized[0]).build();
                        return stores().tokens().add(Changed.to(minted[0]), given().basisOf(minted[0]));
                    },
                    RaceContract.this::delete,
                    () -> {
                        boolean after = !authorized[0].generation().equals(head.generation());
                        assertThat(seen(minted[0]).stands()).isEqualTo(after);
                        assertThat(seen(token).stands()).isFalse();
                    });
        }
    }

    @Nested
    class Refresh {
        @Test
        void ofSeveralOneWins() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                assertThat(Together.run(4, RaceContract.this::refresh))
                        .containsOnlyOnce(Saved.SAVED)
                        .containsOnly(Saved.SAVED, Saved.STALE);
                assertThat(seen(token).token().version().value()).isEqualTo(2);
            }
        }

        @Test
        void aRemovedTokenIsNotRefreshedBackToLife() {
            race(
                    RaceContract.this::refresh,
                    () -> stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED),
                    () -> assertThat(seen(token)).isNull());
        }

        @Test
        void aNoteOfUseDoesNotUndoIt() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                List<Object> results = Together.run(RaceContract.this::refresh, () -> {
                    stores().tokens().noteUse(token.usedAt(NOW.plusSeconds(100_000)));
                    return true;
                });
                assertThat(results.get(0)).isEqualTo(Saved.SAVED);
                assertThat(seen(token).token().refresh().hash()).isNotEqualTo(refreshToken.hash());
                assertThat(seen(token).token().lastRefreshedAt()).isEqualTo(NOW);
            }
        }
    }

    @Nested
    class RemovedScope {
        private void assertWriteIsGone(TokenRecord record) {
            assertThat(seen(record).scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(seen(record).refreshScopes()).isEqualTo(ScopeSet.of("read"));
        }

        @Test
        void doesNotComeBackByARefresh() {
            race(RaceContract.this::refresh, RaceContract.this::removeWrite, () -> assertWriteIsGone(token));
        }

        @Test
        void doesNotComeBackByACodeExchange() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                AuthorizationCode code =
                        given().stored(Codes.aCode().of(client, head).withScopes("read", "write"));
                TokenRecord minted = mintedFrom(code).build();
                Together.<Object>run(() -> exchange(code, minted), RaceContract.this::removeWrite);
                assertWriteIsGone(minted);
            }
        }

        @Test
        void comesBackOnlyByALaterAuthorization() {
            TokenRecord[] minted = new TokenRecord[1];
            race(
                    () -> {
                        GrantHead authorized = changeHead(now ->
                                now.authorize(ScopeSet.of("read", "write"), NOW).state());
                        minted[0] = Tokens.aToken()
                                .of(client, authorized)
                                .withScopes("read", "write")
                                .build();
                        return stores().tokens().add(Changed.to(minted[0]), given().basisOf(minted[0]));
                    },
                    RaceContract.this::removeWrite,
                    () -> {
                        if (minted[0].standing().grant().rewriteNumber() == 0) {
                            assertWriteIsGone(minted[0]);
                        } else {
                            assertThat(seen(minted[0]).scopes()).isEqualTo(ScopeSet.of("read", "write"));
                        }
                        assertWriteIsGone(token);
                    });
        }

        @Test
        void comesBackOnlyByALaterUpdateOfTheToken() {
            race(
                    () -> {
                        TokenInContext before = seen(token);
                        TokenChange change = new TokenChange(
                                null, null, ScopeSet.of("write"), null, false, false, false, null, null, false);
                        return stores().tokens().replace(change.applyTo(before, client, service, NOW));
                    },
                    RaceContract.this::removeWrite,
                    () -> {
                        boolean updatedLater =
                                seen(token).token().standing().grant().rewriteNumber() == 1;
                        assertThat(seen(token).scopes()).isEqualTo(ScopeSet.of(updatedLater ? "write" : "read"));
                    });
        }

        @Test
        void ofSeveralRewritesNoneIsLost() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                Together.run(4, RaceContract.this::removeWrite);
                assertThat(stores().grants()
                                .find(head.key())
                                .orElseThrow()
                                .rewrite()
                                .number())
                        .isEqualTo(4);
            }
        }
    }

    @Nested
    class Sweeping {
        @BeforeEach
        void startEmpty() {
            stores().clear();
            aService();
        }

        private int sweep(Work work, Instant now) {
            return new Sweeper(stores().reclaimer(), 5).sweep(work, now);
        }

        @Test
        void doesNotTakeARecordThatIsBeingRefreshed() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                TokenRecord longer = Tokens.after(token)
                        .withRefreshExpiresAt(token.purgeAt().plusSeconds(1))
                        .build();
                List<Object> results = Together.run(
                        () -> stores().tokens().replace(Changed.to(longer)),
                        () -> sweep(Work.EXPIRED_TOKENS, token.purgeAt()));
                assertThat(seen(token) != null).isEqualTo(results.get(0) == Saved.SAVED);
            }
        }

        @Test
        void doesNotTakeAHeadThatIsBeingWritten() {
            for (int round = 0; round < ROUNDS; round++) {
                GrantHead empty = given().stored(Grants.aGrant().of(client).withCreatedAt(NOW.minus(GrantHead.LINGER)));
                GrantHead next = empty.touch(NOW).state();
                List<Object> results = Together.run(
                        () -> stores().grants().replace(Changed.to(next)), () -> sweep(Work.EMPTY_GRANTS, NOW));
                assertThat(stores().grants().find(empty.key()).isPresent()).isEqualTo(results.get(0) == Saved.SAVED);
            }
        }

        @Test
        void neverMissesARevocation() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                delete();
                TokenRecord second =
                        given().token(client, stores().grants().find(head.key()).orElseThrow());
                Together.<Object>run(RaceContract.this::delete, () -> sweep(Work.REVOKED_TOKENS, NOW));
                sweep(Work.REVOKED_TOKENS, NOW);
                assertThat(seen(token)).isNull();
                assertThat(seen(second)).isNull();
            }
        }

        @Test
        void takesNothingOfANewAuthorization() {
            for (int round = 0; round < ROUNDS; round++) {
                prepare();
                GrantHead revoked = delete();
                TokenRecord minted = Tokens.aToken().of(client, revoked).build();
                Together.<Object>run(
                        () -> stores().tokens().add(Changed.to(minted), given().basisOf(minted)),
                        () -> sweep(Work.REVOKED_TOKENS, NOW));
                assertThat(seen(minted).stands()).isTrue();
            }
        }
    }

    private static Tokens mintedFrom(AuthorizationCode code) {
        return Tokens.aToken()
                .of(Clients.aClient().of(code.service()).withId(code.client()).build())
                .withSubject(code.subject())
                .withStanding(code.standing())
                .withScopes(code.scopes());
    }

    private CodeInContext found(AuthorizationCode code) {
        return stores().steps()
                .find(StepKinds.CODE.key(code.service(), code.hash()))
                .map(found -> new CodeInContext(found.step(), found.head()))
                .orElseThrow();
    }

    /** As a use case exchanges a code: find, check, store the token in its place. */
    private Settled exchange(AuthorizationCode code, TokenRecord minted) {
        return found(code).stands()
                ? stores().tokens()
                        .settle(
                                StepKinds.CODE.key(code.service(), code.hash()),
                                Changed.to(minted),
                                given().basisOf(minted))
                : Settled.USED;
    }
}
