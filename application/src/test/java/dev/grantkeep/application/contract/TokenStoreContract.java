package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenLocator.ByAccess;
import dev.grantkeep.domain.token.TokenLocator.ById;
import dev.grantkeep.domain.token.TokenLocator.ByRefresh;
import dev.grantkeep.domain.token.TokenLocator.ByRefreshOrigin;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.Verdict;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} must do. */
public abstract class TokenStoreContract extends StoreContract {
    private static final Identity IDENTITY = new Identity(
            "pairwise é",
            List.of("name", "email#ja"),
            List.of("auth_time"),
            new RequestedClaims(List.of("name"), "{\"name\":null}"),
            Members.of(Map.of("$a.b", Map.of("", 1))),
            Members.of(Map.of("$email.é", "a@example.com")));

    private TokenStore store() {
        return stores().tokens();
    }

    private TokenInContext found(TokenRecord token) {
        TokenInContext found =
                store().find(token.service(), new ById(token.id())).found();
        assertThat(found).isNotNull();
        return found;
    }

    private void assertFoundAs(TokenRecord token) {
        assertThat(found(token).token()).isEqualTo(token);
        // Equality of scopes does not see their order; the text does.
        assertThat(found(token).token()).hasToString(token.toString());
    }

    private void assertNotFound(TokenRecord token) {
        assertThat(store().find(token.service(), new ById(token.id())).found()).isNull();
    }

    @Nested
    class Find {
        @Test
        void findsNothingButTheServicesVersionWhereNoTokenIs() {
            Service service = given().service();
            for (TokenLocator locator : List.of(
                    new ByAccess(Unique.hash()),
                    new ByRefresh(Unique.hash()),
                    new ByRefreshOrigin(Unique.hash()),
                    new ById(Unique.tokenId()))) {
                assertThat(store().find(service.id(), locator))
                        .isEqualTo(new FoundAtVersion<>(service.version(), null));
            }
        }

        @Test
        void findsNothingInAServiceThatDoesNotExist() {
            assertThat(store().find(Unique.serviceId(), new ByAccess(Unique.hash())))
                    .isEqualTo(new FoundAtVersion<>(null, null));
        }

        @Test
        void findsTheTokenByEachLocator() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenHash origin = Unique.hash();
            TokenRecord token = given().stored(Tokens.aToken().of(client, head).withRefreshOrigin(origin));
            given().token(client, head);
            TokenHash refresh = token.refresh().hash();
            for (TokenLocator locator : List.of(
                    new ByAccess(token.access().hash()),
                    new ByRefresh(refresh),
                    new ByRefreshOrigin(origin),
                    new ById(token.id()))) {
                assertThat(store().find(client.service(), locator).found().token())
                        .isEqualTo(token);
            }
        }

        @Test
        void anAccessTokenIsNoRefreshTokenAndNoOrigin() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenHash access = token.access().hash();
            TokenHash refresh = token.refresh().hash();
            assertThat(store().find(client.service(), new ByRefresh(access)).found())
                    .isNull();
            assertThat(store().find(client.service(), new ByAccess(refresh)).found())
                    .isNull();
            assertThat(store().find(client.service(), new ByRefreshOrigin(refresh))
                            .found())
                    .isNull();
        }

        @Test
        void everyTokenSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.token(client.service(), client.id()), token -> {
                given().stored(token);
                assertFoundAs(token);
            });
        }

        @Test
        void aTokenSurvivesWithEveryFieldSet() {
            Client client = given().client();
            assertFoundAs(given().stored(Tokens.aToken()
                    .of(client, given().grant(client))
                    .withAccessExpiresAt(TokenRecord.NEVER)
                    .withRefreshExpiresAt(Instant.parse("9999-12-31T23:59:59Z"))
                    .withRefreshScopes("write", "read", "a,b", "{c}", "d'e")
                    .withRefreshOrigin(Unique.hash())
                    .withScopes("write", "a,b", "read")
                    .withProperties(new Property("é", "日本 😀 \"\\\n\u0001", false), new Property("b", "", true))
                    .withDetails(new TokenDetails(
                            Targets.of(List.of("https://rs.example.com/a,b", "urn:x:{y}"), "[{\"type\":\"payment\"}]"),
                            new UserAuthentication("urn:acr:\"1\"", 1_768_472_430L, "session é"),
                            IDENTITY,
                            NamedBy.METADATA_DOCUMENT,
                            true,
                            false))
                    .withLastRefreshedAt(Times.inSeconds(1))
                    .withLastUsedAt(Times.inSeconds(2))));
        }

        @Test
        void aTokenSurvivesWithNoOptionalField() {
            Client client = given().client();
            assertFoundAs(
                    given().stored(Tokens.aToken().of(client).withoutSubject().withScopes()));
        }

        @Test
        void everySingleDetailSurvivesAlone() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenDetails none = TokenDetails.NONE;
            for (TokenDetails details : List.of(
                    none.withTargets(Targets.of(List.of("urn:r"), null)),
                    none.narrowed(List.of("urn:r"), new RequestedDetails.Part("[{\"type\":\"p\"}]")),
                    none.denyingScopes(true),
                    none.withTargets(Targets.of(List.of(), "[]")),
                    none.withAuthentication(new UserAuthentication("acr", null, null)),
                    none.withAuthentication(new UserAuthentication(null, 0L, null)),
                    none.withAuthentication(new UserAuthentication(null, null, "sid")),
                    new TokenDetails(
                            Targets.NONE, UserAuthentication.UNKNOWN, Identity.UNKNOWN, NamedBy.ID, true, false),
                    none.withIdentity(IDENTITY),
                    none.withIdentity(new Identity(
                            "sub", List.of(), List.of(), RequestedClaims.NONE, Members.NONE, Members.NONE)),
                    none.requestedBy(NamedBy.ALIAS),
                    none.requestedBy(NamedBy.ENTITY_ID),
                    none.requestedBy(NamedBy.METADATA_DOCUMENT))) {
                assertFoundAs(given().stored(Tokens.aToken().of(client, head).withDetails(details)));
            }
        }

        @Test
        void manyScopesAndLongPropertiesSurvive() {
            Client client = given().client();
            String[] scopes = IntStream.range(0, 300)
                    .mapToObj(i -> "scope-" + i + "-" + "x".repeat(200))
                    .toArray(String[]::new);
            assertFoundAs(given().stored(Tokens.aToken()
                    .of(client, given().grant(client))
                    .withScopes(ScopeSet.of(scopes))
                    .withRefreshScopes(scopes)
                    .withProperties(
                            new Property("long", "é".repeat(20_000), true),
                            new Property("more", "x".repeat(8_000), false))));
        }

        @Test
        void generationsAreKeptToTheLastBit() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0}) {
                assertFoundAs(given().stored(Tokens.aToken()
                        .of(client, head)
                        .withStanding(new Standing(
                                new Generation(value), new GrantStanding(new Generation(value), Integer.MAX_VALUE)))));
            }
        }

        @Test
        void instantsKeepTheirMilliseconds() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            for (String text : List.of(
                    "1970-01-01T00:00:00Z",
                    "2026-03-29T01:30:00.001Z",
                    "2026-10-25T00:30:00.999Z",
                    "2038-01-19T03:14:08.500Z",
                    "9999-12-31T23:59:59Z")) {
                Instant instant = Instant.parse(text);
                assertFoundAs(given().stored(Tokens.aToken()
                        .of(client, head)
                        .withCreatedAt(instant)
                        .withLastRefreshedAt(instant)
                        .withAccessExpiresAt(instant)
                        .withRefreshExpiresAt(instant)));
            }
        }

        @Test
        void tenantsMayHoldTheSameHashes() {
            Client one = given().client();
            Client other = given().client();
            TokenHash hash = Unique.hash();
            TokenRecord first = given().stored(sameHashes(one, hash));
            TokenRecord second = given().stored(sameHashes(other, hash));
            for (TokenLocator locator : List.of(new ByAccess(hash), new ByRefresh(hash), new ByRefreshOrigin(hash))) {
                assertThat(store().find(one.service(), locator).found().token()).isEqualTo(first);
                assertThat(store().find(other.service(), locator).found().token())
                        .isEqualTo(second);
            }
        }

        @Test
        void doesNotFindAnotherServicesToken() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            Service another = given().service();
            assertThat(store().find(another.id(), new ById(token.id())).found()).isNull();
            assertThat(store().find(another.id(), new ByAccess(token.access().hash()))
                            .found())
                    .isNull();
        }

        private Tokens sameHashes(Client client, TokenHash hash) {
            return Tokens.aToken()
                    .of(client, given().grant(client))
                    .withAccess(hash)
                    .withRefresh(hash)
                    .withRefreshOrigin(hash);
        }
    }

    @Nested
    class Context {
        @Test
        void showsHeadClientAndServiceAsTheyAreNow() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            assertThat(store().find(service.id(), new ByAccess(token.access().hash())))
                    .isEqualTo(new FoundAtVersion<>(
                            service.version(), new TokenInContext(token, stateOf(head), stateOf(client))));

            Service nextService = service.update(service.settings(), Times.NOW).state();
            stores().services().replace(Changed.to(nextService));
            Client nextClient = client.withLock(true, Times.NOW)
                    .state()
                    .cutOff(new Generation(Long.MIN_VALUE), Times.NOW)
                    .state();
            stores().clients().replace(client.withLock(true, Times.NOW));
            stores().clients().replace(Changed.to(nextClient));
            GrantHead nextHead =
                    head.rewriteScopes(ScopeSet.of("write", "read"), Times.NOW).state();
            stores().grants().replace(Changed.to(nextHead));
            FoundAtVersion<TokenInContext> seen =
                    store().find(service.id(), new ByRefresh(token.refresh().hash()));
            assertThat(seen)
                    .isEqualTo(new FoundAtVersion<>(
                            nextService.version(), new TokenInContext(token, stateOf(nextHead), stateOf(nextClient))));
            assertThat(seen.found().head().rewrite().scopes()).hasToString("write read");
        }

        @Test
        void aTokenWithoutASubjectHasNoHead() {
            Client client = given().client();
            TokenRecord token = given().tokenWithoutSubject(client);
            assertThat(found(token)).isEqualTo(new TokenInContext(token, null, stateOf(client)));
        }

        @Test
        void aTokenWhoseHeadIsGoneIsFoundWithoutOne() {
            Client client = given().client();
            TokenRecord token = given().stored(Tokens.aToken()
                    .of(client, Grants.aGrant().of(client).build()));
            assertThat(found(token).head()).isNull();
            assertThat(found(token).verdict(Times.NOW)).isEqualTo(Verdict.Ended.GRANT_ENDED);
        }

        @Test
        void aTokenWhoseClientIsRemovedIsFoundWithoutOne() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            stores().clients().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(found(token).client()).isNull();
            assertThat(found(token).verdict(Times.NOW)).isEqualTo(Verdict.Ended.CLIENT_GONE);
        }

        @Test
        void aRewriteShowsInTheScopes() {
            Client client = given().client();
            GrantHead head = given().stored(Grants.aGrant().of(client).withRewrite(3, "old"));
            TokenRecord token = given().stored(Tokens.aToken().of(client, head).withScopes("read", "write"));
            assertThat(found(token).scopes()).isEqualTo(ScopeSet.of("read", "write"));
            stores().grants().replace(head.rewriteScopes(ScopeSet.EMPTY, Times.NOW));
            assertThat(found(token).scopes()).isEqualTo(ScopeSet.EMPTY);
            assertThat(found(token).refreshScopes()).isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void aRecordIsFoundWhateverItsVerdict() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            Instant now = Times.NOW;
            TokenRecord expiringNow =
                    given().stored(Tokens.aToken().of(client, head).withAccessExpiresAt(now));
            TokenRecord lastMoment =
                    given().stored(Tokens.aToken().of(client, head).withAccessExpiresAt(now.plus(Times.TICK)));
            TokenRecord expired = given().stored(Tokens.aToken()
                    .of(client, head)
                    .withAccessExpiresAt(now)
                    .withRefreshExpiresAt(now));
            TokenRecord unused =
                    given().stored(Tokens.aToken().of(client, head).withLastUsedAt(now.minus(TokenRecord.UNUSED_LIFE)));
            assertThat(found(expiringNow).verdict(now)).isEqualTo(new Verdict.Expired(now, true));
            assertThat(found(lastMoment).verdict(now)).isEqualTo(new Verdict.Alive());
            assertThat(found(expired).verdict(now)).isEqualTo(new Verdict.Expired(now, false));
            assertThat(found(unused).verdict(now)).isEqualTo(Verdict.Ended.UNUSED);
        }

        private HeadState stateOf(GrantHead head) {
            return HeadState.of(head);
        }

        private ClientState stateOf(Client client) {
            return new ClientState(client.generation(), client.locked(), client.version());
        }
    }

    @Nested
    class ExistsElsewhere {
        @Test
        void isTrueOnlyForOtherServices() {
            Client client = given().client();
            TokenHash origin = Unique.hash();
            TokenRecord token = given().stored(
                            Tokens.aToken().of(client, given().grant(client)).withRefreshOrigin(origin));
            Service another = given().service();
            for (TokenLocator locator : List.of(
                    new ByAccess(token.access().hash()),
                    new ByRefresh(token.refresh().hash()),
                    new ById(token.id()))) {
                assertThat(store().existsElsewhere(another.id(), locator)).isTrue();
                assertThat(store().existsElsewhere(client.service(), locator)).isFalse();
            }
            assertThat(store().existsElsewhere(another.id(), new ByAccess(Unique.hash())))
                    .isFalse();
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAnAccessTokenThatIsInUse() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            assertTaken(Tokens.aToken()
                    .of(client)
                    .withoutSubject()
                    .withAccess(token.access().hash()));
        }

        @Test
        void refusesARefreshTokenThatIsInUse() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            assertTaken(Tokens.aToken()
                    .of(client, given().grant(client))
                    .withRefresh(token.refresh().hash()));
        }

        @Test
        void refusesAnIdThatIsInUse() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord second = Tokens.aToken()
                    .of(client, given().grant(client))
                    .withId(token.id())
                    .build();
            assertThat(store().add(Changed.to(second), given().basisOf(second))).isEqualTo(Saved.TAKEN);
            assertFoundAs(token);
        }

        @Test
        void tokensWithoutARefreshTokenDoNotCollide() {
            Client client = given().client();
            given().tokenWithoutSubject(client);
            given().tokenWithoutSubject(client);
        }

        @Test
        void storesNothingWhenTheServiceHasChanged() {
            Service service = given().service();
            Client client = given().client(service);
            SettingsVersions basis = SettingsVersions.of(service, client);
            stores().services().replace(service.update(Services.aService().settings(), Times.NOW));
            assertStale(Tokens.aToken().of(client, given().grant(client)).build(), basis);
        }

        @Test
        void storesNothingWhenTheClientHasChanged() {
            Service service = given().service();
            Client client = given().client(service);
            SettingsVersions basis = SettingsVersions.of(service, client);
            stores().clients().replace(client.update(Clients.aClient().settings(), Times.NOW));
            assertStale(Tokens.aToken().of(client, given().grant(client)).build(), basis);
        }

        @Test
        void storesNothingOnABasisThatIsAheadOfTheStore() {
            Service service = given().service();
            Client client = given().client(service);
            TokenRecord token = Tokens.aToken().of(client).withoutSubject().build();
            assertStale(
                    token,
                    SettingsVersions.of(
                            service, client.withLock(true, Times.NOW).state()));
            assertStale(
                    token,
                    SettingsVersions.of(
                            service.update(service.settings(), Times.NOW).state(), client));
        }

        @Test
        void storesNothingWhenTheClientOrTheServiceIsRemoved() {
            Service service = given().service();
            Client client = given().client(service);
            stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);
            TokenRecord token = Tokens.aToken().of(client).withoutSubject().build();
            assertStale(token, SettingsVersions.of(service, client));

            Client another = given().client(service);
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            TokenRecord second = Tokens.aToken().of(another).withoutSubject().build();
            assertThat(store().add(Changed.to(second), SettingsVersions.of(service, another)))
                    .isEqualTo(Saved.STALE);
        }

        @Test
        void storesNothingOnTheBasisOfAnotherServicesClient() {
            Service service = given().service();
            Client elsewhere = given().client();
            TokenRecord token = Tokens.aToken()
                    .of(Clients.aClient().of(service).withId(elsewhere.id()).build())
                    .withoutSubject()
                    .build();
            assertStale(
                    token, new SettingsVersions(service.id(), service.version(), elsewhere.id(), elsewhere.version()));
        }

        @Test
        void ofSeveralThreadsOneGetsTheAccessToken() {
            Client client = given().client();
            TokenHash hash = Unique.hash();
            assertThat(Together.run(4, () -> {
                        TokenRecord token = Tokens.aToken()
                                .of(client)
                                .withoutSubject()
                                .withAccess(hash)
                                .build();
                        return store().add(Changed.to(token), given().basisOf(token));
                    }))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.TAKEN);
        }

        private void assertTaken(Tokens tokens) {
            TokenRecord token = tokens.build();
            assertThat(store().add(Changed.to(token), given().basisOf(token))).isEqualTo(Saved.TAKEN);
            assertNotFound(token);
        }

        private void assertStale(TokenRecord token, SettingsVersions basis) {
            assertThat(store().add(Changed.to(token), basis)).isEqualTo(Saved.STALE);
            assertNotFound(token);
        }
    }

    @Nested
    class Replace {
        @Test
        void storesTheNextStateOfEveryField() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            RoundTrips.of(random -> random.token(client.service(), client.id()), generated -> {
                TokenRecord before = given().token(client, head);
                TokenRecord next = Tokens.like(generated)
                        .withId(before.id())
                        .withVersion(2)
                        .build();
                if (next.subject() == null) {
                    return;
                }
                TokenRecord replacement =
                        Tokens.like(next).withSubject(head.key().subject()).build();
                assertThat(store().replace(Changed.to(replacement))).isEqualTo(Saved.SAVED);
                TokenRecord stored = found(replacement).token();
                assertThat(stored).isEqualTo(replacement);
                assertThat(stored).hasToString(replacement.toString());
            });
        }

        @Test
        void theOldHashesAreForgottenAndFree() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            TokenHash oldRefresh = token.refresh().hash();
            TokenRecord next = Tokens.after(token)
                    .withAccess(Unique.hash())
                    .withRefresh(Unique.hash())
                    .withRefreshOrigin(oldRefresh)
                    .build();
            assertThat(store().replace(Changed.to(next))).isEqualTo(Saved.SAVED);
            assertThat(store().find(
                                    client.service(),
                                    new ByAccess(token.access().hash()))
                            .found())
                    .isNull();
            assertThat(store().find(client.service(), new ByRefresh(oldRefresh)).found())
                    .isNull();
            assertThat(store().find(client.service(), new ByRefreshOrigin(oldRefresh))
                            .found()
                            .token())
                    .isEqualTo(next);
            given().stored(Tokens.aToken()
                    .of(client, head)
                    .withAccess(token.access().hash()));
        }

        @Test
        void mayDropTheRefreshToken() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord next = Tokens.after(token).withoutRefresh().build();
            assertThat(store().replace(Changed.to(next))).isEqualTo(Saved.SAVED);
            assertFoundAs(next);
            assertThat(store().find(
                                    client.service(),
                                    new ByRefresh(token.refresh().hash()))
                            .found())
                    .isNull();
        }

        @Test
        void refusesAStaleState() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord next = Tokens.after(token).withScopes("first").build();
            store().replace(Changed.to(next));
            assertThat(store().replace(Changed.to(
                            Tokens.after(token).withScopes("late").build())))
                    .isEqualTo(Saved.STALE);
            assertThat(store().replace(
                                    Changed.to(Tokens.like(next).withVersion(4).build())))
                    .isEqualTo(Saved.STALE);
            assertFoundAs(next);
        }

        @Test
        void refusesWhatIsNotThereOrWasRemovedOrIsOfAnotherService() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord elsewhere = Tokens.after(token).of(given().client()).build();
            assertThat(store().replace(Changed.to(elsewhere))).isEqualTo(Saved.STALE);
            assertThat(store().replace(Changed.to(Tokens.aToken()
                            .of(client)
                            .withoutSubject()
                            .withVersion(2)
                            .build())))
                    .isEqualTo(Saved.STALE);
            store().remove(client.service(), token.id(), Changed.TOKEN_REVOKED);
            assertThat(store().replace(Changed.to(Tokens.after(token).build()))).isEqualTo(Saved.STALE);
            assertNotFound(token);
        }

        @Test
        void refusesHashesThatAnotherRecordHas() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenHash origin = Unique.hash();
            TokenRecord holder = given().stored(Tokens.aToken().of(client, head).withRefreshOrigin(origin));
            TokenRecord token = given().token(client, head);
            for (Tokens wish : Arrays.asList(
                    Tokens.after(token).withAccess(holder.access().hash()),
                    Tokens.after(token).withRefresh(holder.refresh().hash()),
                    Tokens.after(token).withRefreshOrigin(origin))) {
                assertThat(store().replace(Changed.to(wish.build()))).isEqualTo(Saved.TAKEN);
            }
            assertFoundAs(token);
            assertFoundAs(holder);
        }

        @Test
        void ofSeveralThreadsOneReplaces() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            for (int round = 0; round < 10; round++) {
                TokenRecord now = found(token).token();
                assertThat(Together.run(
                                4,
                                () -> store().replace(Changed.to(Tokens.after(now)
                                        .withAccess(Unique.hash())
                                        .build()))))
                        .containsOnlyOnce(Saved.SAVED)
                        .containsOnly(Saved.SAVED, Saved.STALE);
            }
        }
    }

    @Nested
    class Remove {
        @Test
        void saysWhetherThereWasOne() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            assertThat(store().remove(given().service().id(), token.id(), Changed.TOKEN_REVOKED))
                    .isFalse();
            assertThat(store().remove(client.service(), Unique.tokenId(), Changed.TOKEN_REVOKED))
                    .isFalse();
            assertThat(store().remove(client.service(), token.id(), Changed.TOKEN_REVOKED))
                    .isTrue();
            assertThat(store().remove(client.service(), token.id(), Changed.TOKEN_REVOKED))
                    .isFalse();
            assertNotFound(token);
        }

        @Test
        void ofSeveralThreadsOneRemoves() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            assertThat(Together.run(4, () -> store().remove(client.service(), token.id(), Changed.TOKEN_REVOKED)))
                    .containsOnlyOnce(true);
        }
    }

    @Nested
    class NoteUse {
        @Test
        void notesTheUseAndKeepsTheVersion() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord used = token.usedAt(Times.in(Duration.ofDays(2)));
            store().noteUse(used);
            assertFoundAs(used);
            assertThat(store().replace(Changed.to(Tokens.after(token).build()))).isEqualTo(Saved.SAVED);
        }

        @Test
        void doesNothingWhenTheRecordHasChanged() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            TokenRecord next = Tokens.after(token).withScopes("next").build();
            store().replace(Changed.to(next));
            store().noteUse(token.usedAt(Times.in(Duration.ofDays(2))));
            assertFoundAs(next);
        }

        @Test
        void doesNothingWhenTheRecordIsGoneOrOfAnotherService() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            store().noteUse(Tokens.like(token)
                    .of(given().client())
                    .withLastUsedAt(Times.in(Duration.ofDays(2)))
                    .build());
            assertFoundAs(token);
            store().remove(client.service(), token.id(), Changed.TOKEN_REVOKED);
            store().noteUse(token.usedAt(Times.in(Duration.ofDays(2))));
            assertNotFound(token);
        }

        @Test
        void movesThePurgeInstant() {
            Client client = given().client();
            Instant expiry = Times.in(Duration.ofDays(400));
            GrantHead head = given().stored(
                            Grants.aGrant().withKey(new GrantKey(client.service(), client.id(), Unique.subject())));
            TokenRecord token = given().stored(Tokens.aToken()
                    .of(client, head)
                    .withAccessExpiresAt(expiry)
                    .withRefreshExpiresAt(expiry));
            TokenRecord used = token.usedAt(Times.in(Duration.ofDays(50)));
            store().noteUse(used);
            assertThat(found(token).verdict(token.unusedFrom())).isEqualTo(new Verdict.Alive());
            assertThat(found(token).token().purgeAt()).isEqualTo(Times.in(Duration.ofDays(140)));
        }
    }
}
