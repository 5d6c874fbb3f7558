package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Fresh;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.Property;
import dev.grantkeep.domain.token.TokenId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link CodeStore} must do. */
public abstract class CodeStoreContract extends StoreContract {
    private CodeStore store() {
        return stores().codes();
    }

    private CodeInContext found(AuthorizationCode code) {
        return store().find(code.service(), code.hash()).orElseThrow();
    }

    private AuthorizationCode aStoredCode() {
        Client client = given().client();
        return given().stored(Codes.aCode().of(client, given().grant(client)));
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            assertThat(store().find(given().service().id(), Fresh.hash())).isEmpty();
        }

        @Test
        void everyCodeSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.code(client.service(), client.id()), code -> {
                assertThat(store().add(code)).isEqualTo(Saved.SAVED);
                assertThat(found(code).code()).isEqualTo(code).hasToString(code.toString());
            });
        }

        @Test
        void longPropertiesSurvive() {
            Client client = given().client();
            AuthorizationCode code = given().stored(Codes.aCode()
                    .of(client, given().grant(client))
                    .withProperties(new Property("long", "é".repeat(20_000), true)));
            assertThat(found(code).code()).isEqualTo(code);
        }

        @Test
        void showsTheHeadAsItIsNow() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
            assertThat(found(code)).isEqualTo(new CodeInContext(code, stateOf(head)));
            assertThat(found(code).stands()).isTrue();

            GrantHead rewritten = head.rewriteScopes(ScopeSet.of("less"), Times.NOW);
            stores().grants().replace(rewritten);
            assertThat(found(code)).isEqualTo(new CodeInContext(code, stateOf(rewritten)));
            GrantHead superseded = rewritten.supersede(Fresh.generation(), Times.NOW);
            stores().grants().replace(superseded);
            assertThat(found(code)).isEqualTo(new CodeInContext(code, stateOf(superseded)));
            assertThat(found(code).stands()).isTrue();
            GrantHead revoked = superseded.revoke(Fresh.generation(), Times.NOW);
            stores().grants().replace(revoked);
            assertThat(found(code)).isEqualTo(new CodeInContext(code, stateOf(revoked)));
            assertThat(found(code).stands()).isFalse();
        }

        @Test
        void aCodeWhoseHeadIsGoneIsFoundWithoutOne() {
            Client client = given().client();
            AuthorizationCode code = given().stored(
                            Codes.aCode().of(client, Grants.aGrant().of(client).build()));
            assertThat(found(code)).isEqualTo(new CodeInContext(code, null));
        }

        @Test
        void expiredCodesAreFound() {
            Client client = given().client();
            AuthorizationCode code = given().stored(
                            Codes.aCode().of(client, given().grant(client)).withExpiresAt(Times.inSeconds(-600)));
            assertThat(found(code).code()).isEqualTo(code);
        }

        @Test
        void tenantsMayHoldTheSameHash() {
            Client one = given().client();
            Client other = given().client();
            AuthorizationCode code = given().stored(Codes.aCode().of(one, given().grant(one)));
            assertThat(store().find(other.service(), code.hash())).isEmpty();
            AuthorizationCode second =
                    given().stored(Codes.aCode().of(other, given().grant(other)).withHash(code.hash()));
            assertThat(found(code).code()).isEqualTo(code);
            assertThat(found(second).code()).isEqualTo(second);
        }

        private HeadState stateOf(GrantHead head) {
            return HeadState.of(head);
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAHashThatIsInUse() {
            AuthorizationCode code = aStoredCode();
            AuthorizationCode second =
                    Codes.aCode().of(code.service()).withHash(code.hash()).build();
            assertThat(store().add(second)).isEqualTo(Saved.TAKEN);
            assertThat(found(code).code()).isEqualTo(code);
        }
    }

    @Nested
    class Redeem {
        @Test
        void marksTheCodeOnce() {
            AuthorizationCode code = aStoredCode();
            TokenId token = Fresh.tokenId();
            assertThat(store().redeem(code.service(), code.hash(), token)).isTrue();
            assertThat(store().redeem(code.service(), code.hash(), Fresh.tokenId()))
                    .isFalse();
            assertThat(store().redeem(code.service(), code.hash(), token)).isFalse();
            AuthorizationCode redeemed = found(code).code();
            assertThat(redeemed.redeemedAs()).isEqualTo(token);
            assertThat(redeemed.hash()).isEqualTo(code.hash());
            assertThat(redeemed.scopes()).isEqualTo(code.scopes());
            assertThat(redeemed.standing()).isEqualTo(code.standing());
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsOfAnotherService() {
            AuthorizationCode code = aStoredCode();
            assertThat(store().redeem(code.service(), Fresh.hash(), Fresh.tokenId()))
                    .isFalse();
            assertThat(store().redeem(given().service().id(), code.hash(), Fresh.tokenId()))
                    .isFalse();
            assertThat(found(code).code().isRedeemed()).isFalse();
        }

        @Test
        void ofSeveralThreadsOneRedeems() {
            for (int round = 0; round < 10; round++) {
                AuthorizationCode code = aStoredCode();
                List<TokenId> ids = new ArrayList<>();
                List<Callable<Boolean>> works = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    TokenId id = Fresh.tokenId();
                    ids.add(id);
                    works.add(() -> store().redeem(code.service(), code.hash(), id));
                }
                List<Boolean> results = Together.run(works);
                assertThat(results).containsOnlyOnce(true);
                assertThat(found(code).code().redeemedAs()).isEqualTo(ids.get(results.indexOf(true)));
            }
        }
    }

    @Nested
    class Remove {
        @Test
        void saysWhetherThereWasOne() {
            AuthorizationCode code = aStoredCode();
            assertThat(store().remove(given().service().id(), code.hash())).isFalse();
            assertThat(store().remove(code.service(), code.hash())).isTrue();
            assertThat(store().remove(code.service(), code.hash())).isFalse();
            assertThat(store().find(code.service(), code.hash())).isEmpty();
        }

        @Test
        void removesRedeemedCodesToo() {
            AuthorizationCode code = aStoredCode();
            store().redeem(code.service(), code.hash(), Fresh.tokenId());
            assertThat(store().remove(code.service(), code.hash())).isTrue();
        }
    }
}
