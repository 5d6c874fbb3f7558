package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Devices;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.clientauth.AssertionUse;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.device.DeviceDecision.Reason;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link StepStore} must do. */
public abstract class StepStoreContract extends StoreContract {
    private StepStore store() {
        return stores().steps();
    }

    private static StepKey<AuthorizationCode> keyOf(AuthorizationCode code) {
        return StepKinds.CODE.key(code.service(), code.hash());
    }

    private static StepKey<Ticket> keyOf(Ticket ticket) {
        return StepKinds.TICKET.key(ticket.service(), ticket.hash());
    }

    private StepInContext<AuthorizationCode> found(AuthorizationCode code) {
        return store().find(keyOf(code)).orElseThrow();
    }

    private Ticket found(Ticket ticket) {
        return store().find(keyOf(ticket)).orElseThrow().step();
    }

    private AuthorizationCode aStoredCode() {
        Client client = given().client();
        return given().stored(Codes.aCode().of(client, given().grant(client)));
    }

    private Ticket aStoredTicket() {
        return given().stored(Tickets.aTicket().of(given().client()));
    }

    private Slip aStoredSlip(ServiceId service, @Nullable TokenHash second) {
        Slip slip = new Slip(service, Unique.hash(), second, "é😀", Times.inSeconds(60));
        assertThat(store().add(slip.step())).isEqualTo(Saved.SAVED);
        return slip;
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            ServiceId service = given().service().id();
            for (var kind : StepKinds.all()) {
                assertThat(store().find(kind.key(service, Unique.hash()))).isEmpty();
            }
        }

        @Test
        void everyCodeSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.code(client.service(), client.id()), code -> {
                assertThat(store().add(StepKinds.CODE.toStep(code))).isEqualTo(Saved.SAVED);
                assertThat(found(code).step()).isEqualTo(code).hasToString(code.toString());
            });
        }

        @Test
        void everyTicketSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.ticket(client.service(), client.id()), ticket -> {
                assertThat(store().add(StepKinds.TICKET.toStep(ticket))).isEqualTo(Saved.SAVED);
                assertThat(found(ticket)).isEqualTo(ticket).hasToString(ticket.toString());
            });
        }

        @Test
        void longPropertiesSurvive() {
            Client client = given().client();
            AuthorizationCode code = given().stored(Codes.aCode()
                    .of(client, given().grant(client))
                    .withProperties(new Property("long", "é".repeat(20_000), true)));
            assertThat(found(code).step()).isEqualTo(code);
        }

        @Test
        void longTextsSurvive() {
            Ticket ticket = given().stored(Tickets.aTicket()
                    .of(given().client())
                    .withState("s".repeat(20_000))
                    .withContext("é".repeat(20_000)));
            assertThat(found(ticket)).isEqualTo(ticket);
        }

        @Test
        void showsTheHeadAsItIsNow() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
            assertThat(found(code)).isEqualTo(new StepInContext<>(code, stateOf(head)));
            assertThat(stands(code)).isTrue();

            GrantHead rewritten =
                    head.rewriteScopes(ScopeSet.of("less"), Times.NOW).state();
            stores().grants().replace(Changed.to(rewritten));
            assertThat(found(code)).isEqualTo(new StepInContext<>(code, stateOf(rewritten)));
            GrantHead superseded =
                    rewritten.supersede(Unique.generation(), Times.NOW).state();
            stores().grants().replace(Changed.to(superseded));
            assertThat(found(code)).isEqualTo(new StepInContext<>(code, stateOf(superseded)));
            assertThat(stands(code)).isTrue();
            GrantHead revoked =
                    superseded.revoke(Unique.generation(), Times.NOW).state();
            stores().grants().replace(Changed.to(revoked));
            assertThat(found(code)).isEqualTo(new StepInContext<>(code, stateOf(revoked)));
            assertThat(stands(code)).isFalse();
        }

        @Test
        void aCodeWhoseHeadIsGoneIsFoundWithoutOne() {
            Client client = given().client();
            AuthorizationCode code = given().stored(
                            Codes.aCode().of(client, Grants.aGrant().of(client).build()));
            assertThat(found(code)).isEqualTo(new StepInContext<>(code, null));
        }

        @Test
        void aStepThatIsOfNoGrantHasNoHead() {
            assertThat(store().find(keyOf(aStoredTicket())).orElseThrow().head())
                    .isNull();
        }

        @Test
        void expiredStepsAreFound() {
            Client client = given().client();
            AuthorizationCode code = given().stored(
                            Codes.aCode().of(client, given().grant(client)).withExpiresAt(Times.inSeconds(-600)));
            assertThat(found(code).step()).isEqualTo(code);
            Ticket ticket = given().stored(Tickets.aTicket().of(client).withExpiresAt(Times.inSeconds(-1)));
            assertThat(found(ticket)).isEqualTo(ticket);
        }

        @Test
        void tenantsMayHoldTheSameHash() {
            Client one = given().client();
            Client other = given().client();
            AuthorizationCode code = given().stored(Codes.aCode().of(one, given().grant(one)));
            assertThat(store().find(StepKinds.CODE.key(other.service(), code.hash())))
                    .isEmpty();
            AuthorizationCode second =
                    given().stored(Codes.aCode().of(other, given().grant(other)).withHash(code.hash()));
            assertThat(found(code).step()).isEqualTo(code);
            assertThat(found(second).step()).isEqualTo(second);
        }

        @Test
        void kindsMayHoldTheSameHash() {
            AuthorizationCode code = aStoredCode();
            assertThat(store().find(StepKinds.TICKET.key(code.service(), code.hash())))
                    .isEmpty();
            Ticket ticket = given().stored(Tickets.aTicket().of(code.service()).withHash(code.hash()));
            assertThat(found(ticket)).isEqualTo(ticket);
            assertThat(found(code).step()).isEqualTo(code);
            assertThat(store().take(keyOf(ticket))).isTrue();
            assertThat(found(code).step()).isEqualTo(code);
        }

        private boolean stands(AuthorizationCode code) {
            return new CodeInContext(found(code).step(), found(code).head()).stands();
        }

        private HeadState stateOf(GrantHead head) {
            return HeadState.of(head);
        }
    }

    @Nested
    class FindBySecond {
        @Test
        void findsWhatHasIt() {
            ServiceId service = given().service().id();
            Slip slip = aStoredSlip(service, Unique.hash());
            aStoredSlip(service, null);
            assertThat(store().find(slip.key())).contains(new StepInContext<>(slip, null));
            assertThat(store().findBySecond(second(service, slip))).contains(new StepInContext<>(slip, null));
            assertThat(store().findBySecond(slip.key())).isEmpty();
            assertThat(store().findBySecond(second(given().service().id(), slip)))
                    .isEmpty();
        }

        @Test
        void oneThatIsInUseIsRefused() {
            ServiceId service = given().service().id();
            Slip slip = aStoredSlip(service, Unique.hash());
            Slip other = new Slip(service, Unique.hash(), slip.second(), "other", slip.expiresAt());
            assertThat(store().add(other.step())).isEqualTo(Saved.TAKEN);
            assertThat(store().find(other.key())).isEmpty();
            aStoredSlip(given().service().id(), slip.second());
        }

        private static StepKey<Slip> second(ServiceId service, Slip slip) {
            return Slip.KIND.key(service, Objects.requireNonNull(slip.second()));
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAHashThatIsInUse() {
            AuthorizationCode code = aStoredCode();
            Step second = StepKinds.CODE.toStep(
                    Codes.aCode().of(code.service()).withHash(code.hash()).build());
            assertThat(store().add(second)).isEqualTo(Saved.TAKEN);
            assertThat(found(code).step()).isEqualTo(code);

            Ticket ticket = aStoredTicket();
            assertThat(store().add(StepKinds.TICKET.toStep(Tickets.aTicket()
                            .of(ticket.service())
                            .withHash(ticket.hash())
                            .build())))
                    .isEqualTo(Saved.TAKEN);
            assertThat(found(ticket)).isEqualTo(ticket);
        }
    }

    @Nested
    class UsedAssertions {
        @Test
        void areKnownAgain() {
            Client client = given().client();
            AssertionUse use = new AssertionUse(Unique.hash(), client.service(), client.id(), Times.inSeconds(60));
            assertThat(store().add(StepKinds.ASSERTION.toStep(use))).isEqualTo(Saved.SAVED);
            assertThat(store().find(StepKinds.ASSERTION.key(use.service(), use.hash())))
                    .contains(new StepInContext<>(use, null));
            assertThat(store().add(StepKinds.ASSERTION.toStep(use))).isEqualTo(Saved.TAKEN);
        }

        @Test
        void ofSeveralThreadsOneUsesIt() {
            Client client = given().client();
            for (int round = 0; round < 10; round++) {
                AssertionUse use = new AssertionUse(Unique.hash(), client.service(), client.id(), Times.inSeconds(60));
                assertThat(Together.run(4, () -> store().add(StepKinds.ASSERTION.toStep(use))))
                        .containsOnlyOnce(Saved.SAVED);
            }
        }
    }

    @Nested
    class Settle {
        @Test
        void marksTheStepOnce() {
            AuthorizationCode code = aStoredCode();
            TokenId token = Unique.tokenId();
            assertThat(store().settle(keyOf(code), token)).isTrue();
            assertThat(store().settle(keyOf(code), Unique.tokenId())).isFalse();
            assertThat(store().settle(keyOf(code), token)).isFalse();
            assertThat(found(code).step()).isEqualTo(code.becoming(token));
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsOfAnotherServiceOrKind() {
            AuthorizationCode code = aStoredCode();
            ServiceId another = given().service().id();
            TokenId token = Unique.tokenId();
            assertThat(store().settle(StepKinds.CODE.key(code.service(), Unique.hash()), token))
                    .isFalse();
            assertThat(store().settle(StepKinds.CODE.key(another, code.hash()), token))
                    .isFalse();
            assertThat(store().settle(StepKinds.TICKET.key(code.service(), code.hash()), token))
                    .isFalse();
            assertThat(found(code).step().isRedeemed()).isFalse();
        }

        @Test
        void ofSeveralThreadsOneSettles() {
            for (int round = 0; round < 10; round++) {
                AuthorizationCode code = aStoredCode();
                List<TokenId> ids = new ArrayList<>();
                List<Callable<Boolean>> works = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    TokenId id = Unique.tokenId();
                    ids.add(id);
                    works.add(() -> store().settle(keyOf(code), id));
                }
                List<Boolean> results = Together.run(works);
                assertThat(results).containsOnlyOnce(true);
                assertThat(found(code).step().redeemedAs()).isEqualTo(ids.get(results.indexOf(true)));
            }
        }
    }

    /** Of a token, which is stored with that. */
    @Nested
    class SettleWithToken {
        @Test
        void storesTheTokenAndMarksTheStepOnce() {
            AuthorizationCode code = aStoredCode();
            TokenRecord token = tokenFor(code).build();
            TokenRecord second = tokenFor(code).build();
            assertThat(settle(code, token)).isEqualTo(Settled.SETTLED);
            assertThat(settle(code, second)).isEqualTo(Settled.USED);

            assertThat(found(code).step()).isEqualTo(code.becoming(token.id()));
            assertThat(isStored(token)).isTrue();
            assertThat(isStored(second)).isFalse();
        }

        @Test
        void storesNothingForWhatIsNotThereOrIsOfAnotherServiceOrKind() {
            AuthorizationCode code = aStoredCode();
            TokenRecord token = tokenFor(code).build();
            for (StepKey<?> key : List.<StepKey<?>>of(
                    StepKinds.CODE.key(code.service(), Unique.hash()),
                    StepKinds.CODE.key(given().service().id(), code.hash()),
                    StepKinds.TICKET.key(code.service(), code.hash()))) {
                assertThat(settle(key, token)).isEqualTo(Settled.USED);
            }
            assertThat(isStored(token)).isFalse();
            assertThat(found(code).step().isRedeemed()).isFalse();
        }

        @Test
        void changesNothingOnSettingsThatAreOutOfDate() {
            AuthorizationCode code = aStoredCode();
            TokenRecord token = tokenFor(code).build();
            SettingsVersions basis = given().basisOf(token);
            Client client =
                    stores().clients().find(code.service(), code.client()).orElseThrow();
            stores().clients().replace(client.withLock(true, Times.NOW));

            assertThat(stores().tokens().settle(keyOf(code), Changed.to(token), basis))
                    .isEqualTo(Settled.STALE);

            assertThat(isStored(token)).isFalse();
            assertThat(found(code).step().isRedeemed()).isFalse();
        }

        @Test
        void changesNothingWhereAValueIsTaken() {
            AuthorizationCode code = aStoredCode();
            TokenRecord other = given().stored(tokenFor(code));
            TokenRecord token = tokenFor(code).withAccess(other.access().hash()).build();

            assertThat(settle(code, token)).isEqualTo(Settled.TAKEN);

            assertThat(isStored(token)).isFalse();
            assertThat(found(code).step().isRedeemed()).isFalse();
        }

        @Test
        void ofSeveralThreadsOneStoresItsToken() {
            for (int round = 0; round < 10; round++) {
                AuthorizationCode code = aStoredCode();
                List<TokenRecord> tokens =
                        Stream.generate(() -> tokenFor(code).build()).limit(6).toList();
                List<Settled> results = Together.run(tokens.stream()
                        .<Callable<Settled>>map(token -> () -> settle(code, token))
                        .toList());
                assertThat(results).containsOnlyOnce(Settled.SETTLED).containsOnly(Settled.SETTLED, Settled.USED);
                TokenRecord winner = tokens.get(results.indexOf(Settled.SETTLED));
                assertThat(found(code).step().redeemedAs()).isEqualTo(winner.id());
                assertThat(tokens.stream().filter(SettleWithToken.this::isStored))
                        .containsExactly(winner);
            }
        }

        /** The same codes at the same time in several orders: nobody waits for another in a circle. */
        @Test
        void severalThreadsUseManyOnceEach() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            List<AuthorizationCode> codes = Stream.generate(
                            () -> given().stored(Codes.aCode().of(client, head)))
                    .limit(8)
                    .toList();
            List<Callable<Settled>> works = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                AuthorizationCode code = codes.get(i % 3 == 0 ? i % 8 : 7 - i % 8);
                works.add(() -> settle(code, tokenFor(code).build()));
            }
            List<Settled> results = Together.run(works);
            assertThat(results).containsOnly(Settled.SETTLED, Settled.USED);
            long used = codes.stream()
                    .filter(code -> found(code).step().isRedeemed())
                    .count();
            assertThat(results.stream().filter(Settled.SETTLED::equals)).hasSize((int) used);
        }

        private Settled settle(AuthorizationCode code, TokenRecord token) {
            return settle(keyOf(code), token);
        }

        private Settled settle(StepKey<?> key, TokenRecord token) {
            return stores().tokens().settle(key, Changed.to(token), given().basisOf(token));
        }

        private boolean isStored(TokenRecord token) {
            return stores().tokens()
                            .find(token.service(), new TokenLocator.ById(token.id()))
                            .found()
                    != null;
        }

        private Tokens tokenFor(AuthorizationCode code) {
            return Tokens.aToken()
                    .of(Clients.aClient()
                            .of(code.service())
                            .withId(code.client())
                            .build())
                    .withSubject(code.subject())
                    .withStanding(code.standing());
        }
    }

    @Nested
    class Rewrite {
        @Test
        void changesThePayloadAndNothingElse() {
            Ticket ticket = aStoredTicket();
            Ticket other = Tickets.aTicket()
                    .of(given().client())
                    .withHash(ticket.hash())
                    .withExpiresAt(Times.inSeconds(7))
                    .withContext("é".repeat(20_000))
                    .build();
            Step changed = StepKinds.TICKET.toStep(
                    new Ticket(ticket.hash(), ticket.service(), other.request(), other.expiresAt()));
            assertThat(store().rewrite(changed)).isTrue();
            assertThat(found(ticket))
                    .isEqualTo(new Ticket(ticket.hash(), ticket.service(), other.request(), ticket.expiresAt()));
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsOfAnotherServiceOrIsSettled() {
            Ticket ticket = aStoredTicket();
            for (Ticket other : List.of(
                    Tickets.aTicket().of(ticket.service()).build(),
                    Tickets.aTicket()
                            .of(given().client())
                            .withHash(ticket.hash())
                            .build())) {
                assertThat(store().rewrite(StepKinds.TICKET.toStep(other))).isFalse();
            }
            assertThat(found(ticket)).isEqualTo(ticket);

            AuthorizationCode code = aStoredCode();
            store().settle(keyOf(code), Unique.tokenId());
            AuthorizationCode settled = found(code).step();
            assertThat(store().rewrite(StepKinds.CODE.toStep(Codes.aCode()
                            .of(code.service())
                            .withHash(code.hash())
                            .build())))
                    .isFalse();
            assertThat(found(code).step()).isEqualTo(settled);
        }
    }

    @Nested
    class Replace {
        private final Client client = given().client();
        private final GrantHead head = given().grant(client);

        private DeviceAuthorization aStoredDevice() {
            DeviceAuthorization device = Devices.pending(client);
            assertThat(store().add(StepKinds.DEVICE.toStep(device))).isEqualTo(Saved.SAVED);
            return device;
        }

        private StepInContext<DeviceAuthorization> found(DeviceAuthorization device) {
            return store().find(keyOf(device)).orElseThrow();
        }

        private StepKey<DeviceAuthorization> keyOf(DeviceAuthorization device) {
            return StepKinds.DEVICE.key(device.service(), device.hash());
        }

        private boolean replace(DeviceAuthorization next) {
            return store().replace(StepKinds.DEVICE.toStep(next), null);
        }

        @Test
        void whatIsNotKnownYetIsLearned() {
            DeviceAuthorization device = aStoredDevice();
            assertThat(found(device)).isEqualTo(new StepInContext<>(device, null));
            for (DeviceDecision decision :
                    List.of(Devices.yes(client, head), Devices.no(Reason.DENIED), Devices.no(Reason.FAILED))) {
                DeviceAuthorization pending = aStoredDevice();
                DeviceAuthorization decided = pending.decided(decision);
                assertThat(replace(decided)).isTrue();
                assertThat(found(pending).step()).isEqualTo(decided);
                assertThat(store().findBySecond(StepKinds.DEVICE.key(pending.service(), pending.userCode()))
                                .map(StepInContext::step))
                        .contains(decided);
            }
        }

        @Test
        void theGrantThatIsLearnedDecides() {
            DeviceAuthorization device = aStoredDevice();
            replace(device.decided(Devices.yes(client, head)));
            assertThat(found(device).head()).isEqualTo(HeadState.of(head));
            GrantHead revoked = head.revoke(Unique.generation(), Times.NOW).state();
            stores().grants().replace(Changed.to(revoked));
            assertThat(found(device).head()).isEqualTo(HeadState.of(revoked));
        }

        @Test
        void secondHashAndExpiryStayAsTheyAre() {
            DeviceAuthorization device = aStoredDevice();
            DeviceAuthorization other = Devices.pending(client);
            DeviceAuthorization next = new DeviceAuthorization(
                    device.hash(),
                    other.userCode(),
                    device.service(),
                    other.request(),
                    other.polling(),
                    other.decision(),
                    Times.inSeconds(7),
                    null,
                    device.version().next());
            assertThat(replace(next)).isTrue();
            assertThat(found(device).step().userCode()).isEqualTo(device.userCode());
            assertThat(found(device).step().expiresAt()).isEqualTo(device.expiresAt());
        }

        @Test
        void whatWasNotSeenAsItIsStays() {
            DeviceAuthorization device = aStoredDevice();
            DeviceAuthorization denied = device.decided(Devices.no(Reason.DENIED));
            DeviceAuthorization failed = device.decided(Devices.no(Reason.FAILED));
            assertThat(replace(denied)).isTrue();
            assertThat(replace(denied)).isFalse();
            assertThat(replace(failed)).isFalse();
            assertThat(replace(device)).isFalse();
            assertThat(found(device).step()).isEqualTo(denied);
            assertThat(replace(denied.decided(Devices.no(Reason.FAILED)))).isTrue();
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsSettledOrIsOfAnotherService() {
            assertThat(replace(Devices.pending(client).decided(Devices.no(Reason.DENIED))))
                    .isFalse();
            DeviceAuthorization device = aStoredDevice();
            DeviceAuthorization foreign = Devices.pending(given().client());
            assertThat(store().replace(
                                    StepKinds.DEVICE.toStep(new DeviceAuthorization(
                                            device.hash(),
                                            device.userCode(),
                                            foreign.service(),
                                            foreign.request(),
                                            foreign.polling(),
                                            foreign.decision(),
                                            foreign.expiresAt(),
                                            null,
                                            device.version().next())),
                                    null))
                    .isFalse();
            store().settle(keyOf(device), Unique.tokenId());
            DeviceAuthorization settled = found(device).step();
            assertThat(replace(device.decided(Devices.no(Reason.DENIED)))).isFalse();
            assertThat(found(device).step()).isEqualTo(settled);
        }

        @Test
        void ofSeveralThreadsThatSawTheSameOneReplaces() {
            for (int round = 0; round < 10; round++) {
                DeviceAuthorization device = aStoredDevice();
                DeviceAuthorization next = device.decided(Devices.yes(client, head));
                assertThat(Together.run(4, () -> replace(next))).containsOnlyOnce(true);
            }
        }
    }

    @Nested
    class Take {
        @Test
        void usesTheStepUp() {
            Ticket ticket = aStoredTicket();
            assertThat(store().take(keyOf(ticket))).isTrue();
            assertThat(store().take(keyOf(ticket))).isFalse();
            assertThat(store().find(keyOf(ticket))).isEmpty();

            AuthorizationCode code = aStoredCode();
            assertThat(store().take(keyOf(code))).isTrue();
            assertThat(store().take(keyOf(code))).isFalse();
            assertThat(store().find(keyOf(code))).isEmpty();
        }

        @Test
        void settledStepsToo() {
            AuthorizationCode code = aStoredCode();
            store().settle(keyOf(code), Unique.tokenId());
            assertThat(store().take(keyOf(code))).isTrue();
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsOfAnotherService() {
            Ticket ticket = aStoredTicket();
            AuthorizationCode code = aStoredCode();
            ServiceId another = given().service().id();
            assertThat(store().take(StepKinds.TICKET.key(ticket.service(), Unique.hash())))
                    .isFalse();
            assertThat(store().take(StepKinds.TICKET.key(another, ticket.hash())))
                    .isFalse();
            assertThat(store().take(StepKinds.CODE.key(another, code.hash()))).isFalse();
            assertThat(found(ticket)).isEqualTo(ticket);
            assertThat(found(code).step()).isEqualTo(code);
        }

        @Test
        void ofSeveralThreadsOneTakes() {
            for (int round = 0; round < 10; round++) {
                Ticket ticket = aStoredTicket();
                assertThat(Together.run(4, () -> store().take(keyOf(ticket)))).containsOnlyOnce(true);
                AuthorizationCode code = aStoredCode();
                assertThat(Together.run(4, () -> store().take(keyOf(code)))).containsOnlyOnce(true);
            }
        }
    }
}
