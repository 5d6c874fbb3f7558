package dev.grantkeep.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.NoJwts;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.memory.SecureRandomness;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.application.usecase.authorization.AuthorizationResponses;
import dev.grantkeep.application.usecase.authorization.IssueAuthorizationHandler;
import dev.grantkeep.application.usecase.authorization.TicketFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.application.usecase.openid.ClientJwts;
import dev.grantkeep.application.usecase.openid.IdTokens;
import dev.grantkeep.application.usecase.token.AccessTokenForms;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MinterTest {
    private static final Subject SUBJECT = new Subject("user");

    private final InMemoryStores stores = new InMemoryStores();
    private final MutableClock clock = MutableClock.at(Times.NOW);
    private final ValueGenerator generator = new ValueGenerator(new SecureRandomness());
    private final GrantHeads heads = new GrantHeads(stores.grants(), clock, generator);
    private final Minter minter = new Minter(stores.tokens(), heads, clock, generator, noJwts());
    private final Service service =
            Services.aService().withSingleAccessTokenPerSubject().build();
    private final Client client = Clients.aClient().of(service).build();
    private final GrantKey key = new GrantKey(service.id(), client.id(), SUBJECT);

    @BeforeEach
    void store() {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
    }

    @Test
    void aTokenWithoutASubjectLivesOnceItIsStored() {
        assertThat(stands(mint(ofNobody(null), null))).isTrue();
    }

    @Test
    void aSingleTokenLivesFromWhenItsGrantMovesToItAndEndsTheOlderOne() {
        Minted older = mint(of(null), ready());
        assertThat(minter.enliven(older, ready().codeGeneration())).isTrue();
        Minted newer = mint(of(null), ready());
        assertThat(stands(newer)).isFalse();
        assertThat(stands(older)).isTrue();

        assertThat(minter.enliven(newer, ready().codeGeneration())).isTrue();

        assertThat(stands(newer)).isTrue();
        assertThat(stands(older)).isFalse();
    }

    @Test
    void aSingleTokenDoesNotComeAliveByAGrantThatWasRevokedSince() {
        HeadState given = ready();
        Minted minted = mint(of(null), given);
        heads.revoke(key);

        assertThat(minter.enliven(minted, given.codeGeneration())).isFalse();
        assertThat(stands(minted)).isFalse();
    }

    @Test
    void aSingleTokenWhoseAuthorizationIsNewComesAliveAllTheSame() {
        Minted minted = mint(of(null), ready());
        heads.revoke(key);

        minter.enliven(minted);

        assertThat(stands(minted)).isTrue();
    }

    @Test
    void aValueIsNotTakenTwice() {
        TokenValue chosen = new TokenValue("chosen");
        assertThat(minter.mint(ofNobody(chosen), null)).isInstanceOf(Minting.Done.class);
        assertThat(minter.mint(ofNobody(chosen), null)).isInstanceOf(Minting.ValueTaken.class);
    }

    @Test
    void whatWasTakenBackIsGone() {
        Minted minted = mint(ofNobody(null), null);
        minter.takeBack(minted);
        assertThat(find(minted)).isNull();
    }

    @Test
    void itIsSaidWhatHappened() {
        Minted single = mint(of(null), ready());
        minter.enliven(single);
        minter.takeBack(single);

        assertThat(stores.events().pending(service.id(), 10))
                .extracting(pending -> pending.happened().event().kind())
                .containsExactly(
                        Event.Kind.SERVICE_CREATED,
                        Event.Kind.CLIENT_CREATED,
                        Event.Kind.TOKEN_ISSUED,
                        Event.Kind.GRANT_SUPERSEDED,
                        Event.Kind.TOKEN_TAKEN_BACK);
    }

    /** The call is repeated with other settings, which may say no: so nothing may have happened by then. */
    @Nested
    class SettingsThatAreOutOfDate {
        private final TokenValue chosen = new TokenValue("chosen");

        @BeforeEach
        void change() {
            stores.clients().replace(client.withLock(true, Times.NOW));
        }

        @Test
        void mintNothing() {
            assertThatThrownBy(() -> minter.mint(ofNobody(chosen), null)).isInstanceOf(StaleSettings.class);
            assertThat(stores.tokens()
                            .find(service.id(), new TokenLocator.ByAccess(chosen.hash()))
                            .found())
                    .isNull();
        }

        @Test
        void leaveTicketAndConsentAsTheyWere() {
            stores.clients().replace(client.withLock(true, Times.NOW).state().withLock(false, Times.NOW));
            TokenValue ticket = new TokenValue("ticket");
            stores.steps()
                    .add(StepKinds.TICKET.toStep(Tickets.aTicket()
                            .of(client)
                            .withValue(ticket)
                            .withResponse(ResponseType.CODE_TOKEN, ResponseMode.FRAGMENT)
                            .build()));
            stores.services().replace(service.update(service.settings(), Times.NOW));

            assertThatThrownBy(() -> issue(ticket)).isInstanceOf(StaleSettings.class);

            assertThat(stores.steps().find(StepKinds.TICKET.key(service.id(), ticket.hash())))
                    .isPresent();
            assertThat(stores.grants().find(key).map(GrantHead::granted)).isEmpty();
        }

        private void issue(TokenValue ticket) {
            new IssueAuthorizationHandler(
                            new TicketFinder(stores.steps(), clock),
                            stores.steps(),
                            stores.clients(),
                            heads,
                            minter,
                            new IdTokens(noClientJwts(), clock),
                            new AuthorizationResponses(noClientJwts(), clock),
                            clock,
                            generator)
                    .handle(new IssueAuthorization.Command(
                            service,
                            ticket.value(),
                            SUBJECT,
                            null,
                            Properties.NONE,
                            TokenDetails.NONE,
                            IdTokenContent.NONE,
                            Durations.UNSET,
                            null));
        }
    }

    private ClientJwts noClientJwts() {
        NoJwts none = new NoJwts();
        return new ClientJwts(none, none, new Keys(none, new InMemoryRemoteDocuments(clock)));
    }

    private AccessTokenForms noJwts() {
        NoJwts none = new NoJwts();
        return new AccessTokenForms(none, new Keys(none, new InMemoryRemoteDocuments(clock)));
    }

    private Minted mint(IssueOrder order, @Nullable HeadState grant) {
        return ((Minting.Done) minter.mint(order, grant)).minted();
    }

    private IssueOrder of(@Nullable TokenValue chosen) {
        return order(GrantType.AUTHORIZATION_CODE, SUBJECT, chosen);
    }

    private IssueOrder ofNobody(@Nullable TokenValue chosen) {
        return order(GrantType.CLIENT_CREDENTIALS, null, chosen);
    }

    private IssueOrder order(GrantType type, @Nullable Subject subject, @Nullable TokenValue chosen) {
        return new IssueOrder(
                service,
                client,
                type,
                subject,
                ScopeSet.EMPTY,
                ScopeSet.EMPTY,
                TokenWish.of(Durations.UNSET, chosen),
                Properties.NONE,
                TokenDetails.NONE);
    }

    private HeadState ready() {
        return HeadState.of(heads.ready(key));
    }

    private boolean stands(Minted minted) {
        TokenInContext seen = find(minted);
        return seen != null && seen.stands();
    }

    private @Nullable TokenInContext find(Minted minted) {
        TokenRecord record = minted.token().record();
        return stores.tokens()
                .find(record.service(), new TokenLocator.ById(record.id()))
                .found();
    }
}
