package dev.grantkeep.adapter.sql.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes together comes to the same as if each went alone, and none can harm another. */
final class TogetherTest {
    @Nested
    final class OnH2 extends Together {
        OnH2() {
            super(SqlStores.h2());
        }
    }

    @Nested
    final class OnH2WithoutEvents extends Together {
        OnH2WithoutEvents() {
            super(SqlStores.h2WithoutEvents());
        }
    }

    @Nested
    final class OnPostgresWithoutEvents extends Together {
        OnPostgresWithoutEvents() {
            super(SqlStores.postgresWithoutEvents());
        }
    }

    @Nested
    final class OnPostgres extends Together {
        OnPostgres() {
            super(SqlStores.postgres());
        }
    }

    abstract static class Together {
        private final SqlStores stores;
        private final TokenFinding finding;
        private final TokenAdding adding;
        private final TokenReplacing replacing;
        private Service service;
        private Client client;
        private GrantHead head;

        Together(SqlStores stores) {
            this.stores = stores;
            Database database = stores.bean(Database.class);
            EventWriting events = stores.bean(EventWriting.class);
            finding = new TokenFinding(database);
            adding = new TokenAdding(database, events);
            replacing = new TokenReplacing(database, events);
        }

        @BeforeEach
        void aGrant() {
            service = Services.aService().build();
            stores.services().add(Changed.to(service));
            client = Clients.aClient().of(service).build();
            stores.clients().add(Changed.to(client));
            head = Grants.aGrant().of(client).build();
            stores.grants().add(Changed.to(head));
        }

        private TokenRecord aToken() {
            return Tokens.aToken()
                    .of(client, head)
                    .withRefreshOrigin(Unique.hash())
                    .build();
        }

        private TokenRecord stored() {
            TokenRecord token = aToken();
            assertThat(adding.alone(asNew(token))).isEqualTo(Saved.SAVED);
            return token;
        }

        private TokenAdding.New asNew(TokenRecord token) {
            return new TokenAdding.New(Changed.to(token), SettingsVersions.of(service, client));
        }

        private List<Saved> replaceTogether(List<TokenRecord> tokens) {
            return replacing.together(tokens.stream().map(Changed::to).toList());
        }

        private TokenFinding.Wanted wanted(TokenLocator locator) {
            return new TokenFinding.Wanted(service.id(), locator);
        }

        private TokenRecord found(TokenRecord token) {
            TokenInContext found =
                    finding.alone(wanted(new TokenLocator.ById(token.id()))).found();
            assertThat(found).isNotNull();
            return found.token();
        }

        private void assertFoundTogetherAsAlone(List<TokenFinding.Wanted> wanted) {
            List<FoundAtVersion<TokenInContext>> alone =
                    wanted.stream().map(finding::alone).toList();
            assertThat(finding.together(wanted)).isEqualTo(alone).hasToString(alone.toString());
        }

        @Test
        void eachFindsItsOwnTokenOrNone() {
            TokenRecord first = stored();
            TokenRecord second = stored();
            TokenRecord subjectless =
                    Tokens.aToken().of(client).withoutSubject().build();
            adding.alone(asNew(subjectless));
            TokenLocator here = new TokenLocator.ByAccess(first.access().hash());

            assertFoundTogetherAsAlone(List.of(
                    wanted(here),
                    wanted(new TokenLocator.ByAccess(Unique.hash())),
                    wanted(new TokenLocator.ByAccess(second.access().hash())),
                    wanted(new TokenLocator.ByAccess(subjectless.access().hash())),
                    wanted(here),
                    new TokenFinding.Wanted(Unique.serviceId(), here)));
            assertFoundTogetherAsAlone(List.of(
                    wanted(new TokenLocator.ByRefresh(second.refresh().hash())),
                    wanted(new TokenLocator.ByRefresh(Unique.hash()))));
            assertFoundTogetherAsAlone(List.of(
                    wanted(new TokenLocator.ByRefreshOrigin(first.refresh().origin())),
                    wanted(new TokenLocator.ByRefreshOrigin(Unique.hash()))));
            assertFoundTogetherAsAlone(List.of(
                    wanted(new TokenLocator.ById(Unique.tokenId())), wanted(new TokenLocator.ById(first.id()))));
        }

        @Test
        void oneThatCannotBeAddedDoesNotKeepTheOthersOut() {
            TokenRecord present = stored();
            TokenRecord good = aToken();
            TokenRecord taken =
                    Tokens.like(aToken()).withAccess(present.access().hash()).build();
            TokenRecord stale = aToken();
            TokenRecord alsoGood = aToken();
            SettingsVersions old = new SettingsVersions(service.id(), new Version(99), client.id(), client.version());

            assertThat(adding.together(List.of(
                            asNew(good), asNew(taken), new TokenAdding.New(Changed.to(stale), old), asNew(alsoGood))))
                    .containsExactly(Saved.SAVED, null, null, Saved.SAVED);
            assertThat(adding.alone(asNew(taken))).isEqualTo(Saved.TAKEN);
            assertThat(adding.alone(new TokenAdding.New(Changed.to(stale), old)))
                    .isEqualTo(Saved.STALE);

            assertThat(List.of(found(good), found(alsoGood), found(present)))
                    .isEqualTo(List.of(good, alsoGood, present));
        }

        @Test
        void ofTwoWithTheSameHashOneIsAdded() {
            TokenRecord one = aToken();
            TokenRecord other =
                    Tokens.like(aToken()).withAccess(one.access().hash()).build();

            assertThat(adding.together(List.of(asNew(one), asNew(other)))).containsExactly(Saved.SAVED, null);
            assertThat(adding.alone(asNew(other))).isEqualTo(Saved.TAKEN);
        }

        /** In one statement where the database can, and table by table where it cannot. */
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void eachIsStoredInPlaceOfItsOwnCodeIfThatIsPending(boolean apart) {
            TokenRedeeming redeeming = new TokenRedeeming(stores.bean(Database.class), adding, apart);
            AuthorizationCode code = aStoredCode();
            AuthorizationCode other = aStoredCode();
            AuthorizationCode pending = aStoredCode();
            TokenRecord first = tokenFor(code);
            TokenRecord second = tokenFor(other);
            TokenRecord late = tokenFor(code);
            TokenRecord stale = tokenFor(pending);
            SettingsVersions old = new SettingsVersions(service.id(), new Version(99), client.id(), client.version());
            TokenRedeeming.Redeemed onOldSettings =
                    new TokenRedeeming.Redeemed(keyOf(pending), new TokenAdding.New(Changed.to(stale), old));
            TokenRedeeming.Redeemed tooLate = new TokenRedeeming.Redeemed(keyOf(code), asNew(late));

            assertThat(redeeming.together(List.of(
                            onOldSettings,
                            new TokenRedeeming.Redeemed(keyOf(code), asNew(first)),
                            tooLate,
                            new TokenRedeeming.Redeemed(keyOf(other), asNew(second)))))
                    .containsExactly(null, Settled.SETTLED, null, Settled.SETTLED);
            assertThat(redeeming.alone(onOldSettings)).isEqualTo(Settled.STALE);
            assertThat(redeeming.alone(tooLate)).isEqualTo(Settled.USED);

            assertThat(List.of(found(first), found(second))).isEqualTo(List.of(first, second));
            assertThat(Stream.of(code, other, pending).map(this::redeemedAs))
                    .containsExactly(first.id(), second.id(), null);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void aHashThatIsTakenLeavesEveryCodeGood(boolean apart) {
            TokenRedeeming redeeming = new TokenRedeeming(stores.bean(Database.class), adding, apart);
            AuthorizationCode code = aStoredCode();
            AuthorizationCode other = aStoredCode();
            TokenRecord good = tokenFor(code);
            TokenRecord taken = Tokens.like(tokenFor(other))
                    .withAccess(stored().access().hash())
                    .build();
            TokenRedeeming.Redeemed first = new TokenRedeeming.Redeemed(keyOf(code), asNew(good));
            TokenRedeeming.Redeemed second = new TokenRedeeming.Redeemed(keyOf(other), asNew(taken));

            assertThatThrownBy(() -> redeeming.together(List.of(first, second)))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(Stream.of(code, other).map(this::redeemedAs)).containsOnlyNulls();
            assertThat(redeeming.alone(second)).isEqualTo(Settled.TAKEN);
            assertThat(redeeming.alone(first)).isEqualTo(Settled.SETTLED);
            assertThat(Stream.of(code, other).map(this::redeemedAs)).containsExactly(good.id(), null);
        }

        /** What goes along with another of its grant might wait for a transaction that waits for this one. */
        @Test
        void ofAGrantOneGoesAlong() {
            TokenRedeeming redeeming = new TokenRedeeming(stores.bean(Database.class), adding);
            List<TokenRedeeming.Redeemed> redeemed = Stream.of(aStoredCode(head), aStoredCode(head), aStoredCode())
                    .map(code -> new TokenRedeeming.Redeemed(keyOf(code), asNew(tokenFor(code))))
                    .toList();
            assertThat(redeeming.together(redeemed)).containsExactly(Settled.SETTLED, null, Settled.SETTLED);
            assertThat(redeeming.alone(redeemed.get(1))).isEqualTo(Settled.SETTLED);
        }

        /** Of a grant that no other has a code of. */
        private AuthorizationCode aStoredCode() {
            GrantHead own = Grants.aGrant().of(client).build();
            stores.grants().add(Changed.to(own));
            return aStoredCode(own);
        }

        private TokenRecord tokenFor(AuthorizationCode code) {
            GrantHead of = stores.grants()
                    .find(new GrantKey(code.service(), client.id(), code.subject()))
                    .orElseThrow();
            return Tokens.aToken().of(client, of).build();
        }

        private AuthorizationCode aStoredCode(GrantHead of) {
            AuthorizationCode code = Codes.aCode().of(client, of).build();
            assertThat(stores.steps().add(StepKinds.CODE.toStep(code))).isEqualTo(Saved.SAVED);
            return code;
        }

        private static StepKey<AuthorizationCode> keyOf(AuthorizationCode code) {
            return StepKinds.CODE.key(code.service(), code.hash());
        }

        private @Nullable TokenId redeemedAs(AuthorizationCode code) {
            return stores.steps().find(keyOf(code)).orElseThrow().step().redeemedAs();
        }

        @Test
        void eachReplacesItsOwnStateIfThatIsCurrent() {
            TokenRecord first = Tokens.after(stored()).withScopes("first").build();
            TokenRecord second = Tokens.after(stored()).withScopes("second").build();
            TokenRecord stale = Tokens.after(stored()).withVersion(9).build();

            assertThat(replaceTogether(List.of(second, stale, first, first)))
                    .containsExactly(Saved.SAVED, Saved.STALE, Saved.SAVED, Saved.STALE);

            assertThat(List.of(found(first), found(second))).isEqualTo(List.of(first, second));
        }

        @Test
        void aHashThatIsTakenChangesNothingSoThatEachCanBeDoneAgain() {
            TokenRecord present = stored();
            TokenRecord before = stored();
            TokenRecord good = Tokens.after(before).withScopes("good").build();
            TokenRecord taken =
                    Tokens.after(stored()).withAccess(present.access().hash()).build();

            assertThatThrownBy(() -> replaceTogether(List.of(good, taken))).isInstanceOf(IllegalStateException.class);

            assertThat(found(before)).isEqualTo(before);
            assertThat(replacing.alone(Changed.to(good))).isEqualTo(Saved.SAVED);
            assertThat(replacing.alone(Changed.to(taken))).isEqualTo(Saved.TAKEN);
        }

        /** No head has to be seen to, so they go without a transaction of their own making; as many as ever go together. */
        @Test
        void aHashThatIsTakenChangesNothingOfManyTokensWithoutASubjectEither() {
            TokenRecord present = storedWithoutSubject();
            List<TokenRecord> before = Stream.generate(this::storedWithoutSubject)
                    .limit(Coalescing.MOST_TOGETHER)
                    .toList();
            List<TokenRecord> next = new ArrayList<>();
            for (TokenRecord token : before) {
                next.add(Tokens.after(token).withScopes("good").build());
            }
            next.set(
                    0,
                    Tokens.after(before.get(0))
                            .withAccess(present.access().hash())
                            .build());

            assertThatThrownBy(() -> replaceTogether(next)).isInstanceOf(IllegalStateException.class);

            assertThat(before).allSatisfy(token -> assertThat(found(token)).isEqualTo(token));
            assertThat(replacing.alone(Changed.to(next.get(1)))).isEqualTo(Saved.SAVED);
            assertThat(replaceTogether(next.subList(2, next.size()))).containsOnly(Saved.SAVED);
        }

        private TokenRecord storedWithoutSubject() {
            TokenRecord token = Tokens.aToken().of(client).withoutSubject().build();
            assertThat(adding.together(List.of(asNew(token)))).containsExactly(Saved.SAVED);
            return token;
        }
    }
}
