package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link TokenQueries} must do. */
public abstract class TokenQueriesContract extends StoreContract {
    private static final Window ALL = new Window(0, 1_000);

    private TokenQueries store() {
        return stores().queries();
    }

    private Page<TokenRecord> listed(
            ServiceId service, @Nullable ClientId client, @Nullable Subject subject, TokenStatus status) {
        return listed(new Selection(service, client, subject, status, Times.NOW), ALL);
    }

    private Page<TokenRecord> listed(Selection selection, Window window) {
        Page<TokenInContext> page = store().list(selection, window);
        return new Page<>(page.items().stream().map(TokenInContext::token).toList(), page.total());
    }

    private static Page<TokenRecord> only(TokenRecord... tokens) {
        return new Page<>(List.of(tokens), tokens.length);
    }

    @Nested
    class ListOfTokens {
        @Test
        void isEmptyWhereNothingIs() {
            assertThat(listed(given().service().id(), null, null, TokenStatus.ALL))
                    .isEqualTo(only());
        }

        @Test
        void isInOrderOfCreationAndPaged() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord[] tokens = new TokenRecord[5];
            for (int i : new int[] {3, 0, 4, 1, 2}) {
                tokens[i] = given().stored(Tokens.aToken().of(client, head).withCreatedAt(Times.inSeconds(i)));
            }
            Selection all = new Selection(client.service(), null, null, TokenStatus.ALL, Times.NOW);
            assertThat(listed(all, new Window(0, 5))).isEqualTo(only(tokens));
            assertThat(listed(all, new Window(1, 3))).isEqualTo(new Page<>(List.of(tokens[1], tokens[2]), 5));
            assertThat(listed(all, new Window(4, 9))).isEqualTo(new Page<>(List.of(tokens[4]), 5));
            assertThat(listed(all, new Window(5, 9))).isEqualTo(new Page<TokenRecord>(List.of(), 5));
            assertThat(listed(all, new Window(3, 3))).isEqualTo(new Page<TokenRecord>(List.of(), 5));
        }

        @Test
        void tokensOfOneMillisecondHaveAFirmOrder() {
            Client client = given().client();
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tokens.add(given().tokenWithoutSubject(client));
            }
            tokens.sort(Comparator.comparing(TokenRecord::id));
            assertThat(listed(client.service(), null, null, TokenStatus.ALL).items())
                    .isEqualTo(tokens);
        }

        @Test
        void selectsByClientAndBySubject() {
            Service service = given().service();
            Client one = given().client(service);
            Client other = given().client(service);
            Subject subject = Unique.subject();
            TokenRecord ofBoth =
                    given().token(one, given().stored(Grants.aGrant().of(one, subject)));
            TokenRecord ofSubject =
                    given().token(other, given().stored(Grants.aGrant().of(other, subject)));
            TokenRecord ofClient = given().token(one, given().grant(one));
            TokenRecord ofNobody = given().tokenWithoutSubject(one);
            given().tokenWithoutSubject(given().client());

            assertThat(listed(service.id(), one.id(), subject, TokenStatus.ALL)).isEqualTo(only(ofBoth));
            assertThat(listed(service.id(), null, subject, TokenStatus.ALL).items())
                    .containsExactlyInAnyOrder(ofBoth, ofSubject);
            assertThat(listed(service.id(), one.id(), null, TokenStatus.ALL).items())
                    .containsExactlyInAnyOrder(ofBoth, ofClient, ofNobody);
            assertThat(listed(service.id(), null, null, TokenStatus.ALL).total())
                    .isEqualTo(4);
            assertThat(listed(service.id(), Unique.clientId(), null, TokenStatus.ALL))
                    .isEqualTo(only());
        }

        @Test
        void selectsByTheExpiryOfTheAccessToken() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord expiringNow = given().stored(Tokens.aToken()
                    .of(client, head)
                    .withCreatedAt(Times.inSeconds(-3))
                    .withAccessExpiresAt(Times.NOW));
            TokenRecord lastMoment = given().stored(Tokens.aToken()
                    .of(client, head)
                    .withCreatedAt(Times.inSeconds(-2))
                    .withAccessExpiresAt(Times.NOW.plus(Times.TICK)));
            TokenRecord never = given().stored(Tokens.aToken()
                    .of(client, head)
                    .withCreatedAt(Times.inSeconds(-1))
                    .withAccessExpiresAt(TokenRecord.NEVER));
            assertThat(listed(client.service(), null, null, TokenStatus.INVALID))
                    .isEqualTo(only(expiringNow));
            assertThat(listed(client.service(), null, null, TokenStatus.VALID)).isEqualTo(only(lastMoment, never));
            assertThat(listed(client.service(), null, null, TokenStatus.ALL))
                    .isEqualTo(only(expiringNow, lastMoment, never));
        }

        @Test
        void leavesOutWhatWasRevokedCutOffOrRemoved() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().grant(client);
            given().token(client, head);
            GrantHead revoked = head.revoke(Unique.generation(), Times.NOW).state();
            stores().grants().replace(Changed.to(revoked));
            TokenRecord current = given().token(client, revoked);

            Client cutOff = given().client(service);
            given().tokenWithoutSubject(cutOff);
            stores().clients().replace(cutOff.cutOff(Unique.generation(), Times.NOW));
            Client removed = given().client(service);
            given().tokenWithoutSubject(removed);
            stores().clients().remove(service.id(), removed.id(), Changed.CLIENT_REMOVED);
            TokenRecord ended = given().tokenWithoutSubject(client);
            stores().tokens().remove(service.id(), ended.id(), Changed.TOKEN_REVOKED);

            assertThat(listed(service.id(), null, null, TokenStatus.ALL)).isEqualTo(only(current));
            assertThat(listed(service.id(), removed.id(), null, TokenStatus.ALL))
                    .isEqualTo(only());
        }

        @Test
        void showsTheTokensInTheirContext() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            stores().grants().replace(head.rewriteScopes(ScopeSet.of("less"), Times.NOW));
            stores().clients().replace(client.withLock(true, Times.NOW));
            TokenInContext expected = stores().tokens()
                    .find(client.service(), new TokenLocator.ById(token.id()))
                    .found();
            Selection all = new Selection(client.service(), null, null, TokenStatus.ALL, Times.NOW);
            assertThat(store().list(all, ALL).items()).containsExactly(expected);
            assertThat(expected.scopes()).isEqualTo(ScopeSet.of("less"));
        }
    }

    @Nested
    class Count {
        @Test
        void countsTheClientsStandingRecordsExpiredOnesIncluded() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            given().token(client, given().grant(client));
            given().tokenWithoutSubject(client);
            given().stored(Tokens.aToken()
                    .of(client, head)
                    .withAccessExpiresAt(Times.inSeconds(-1))
                    .withoutRefresh());
            GrantHead revoked = given().grant(client);
            given().token(client, revoked);
            stores().grants().replace(revoked.revoke(Unique.generation(), Times.NOW));
            given().tokenWithoutSubject(given().client());
            assertThat(store().count(client.service(), client.id())).isEqualTo(4);
        }

        @Test
        void isZeroOnceTheClientIsCutOffOrRemovedOrOfAnotherService() {
            Client client = given().client();
            given().tokenWithoutSubject(client);
            assertThat(store().count(given().service().id(), client.id())).isZero();
            Client cutOff = client.cutOff(Unique.generation(), Times.NOW).state();
            stores().clients().replace(Changed.to(cutOff));
            assertThat(store().count(client.service(), client.id())).isZero();
            given().tokenWithoutSubject(cutOff);
            assertThat(store().count(client.service(), client.id())).isEqualTo(1);
            stores().clients().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(store().count(client.service(), client.id())).isZero();
        }
    }
}
