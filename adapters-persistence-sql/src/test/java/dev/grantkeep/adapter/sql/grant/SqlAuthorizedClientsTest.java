package dev.grantkeep.adapter.sql.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.contract.AuthorizedClientsContract;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SqlAuthorizedClientsTest {
    private abstract static class OnSql extends AuthorizedClientsContract {
        @Test
        void aClientGoesWhenItsTokenIsSweptThatWasGivenAnEarlierEnd() {
            Service service = Services.aService().build();
            stores().services().add(Changed.to(service));
            Client client = Clients.aClient().of(service).build();
            stores().clients().add(Changed.to(client));
            GrantHead head = Grants.aGrant().of(client).build();
            stores().grants().add(Changed.to(head));
            TokenRecord token = Tokens.aToken().of(client, head).build();
            stores().tokens().add(Changed.to(token), SettingsVersions.of(service, client));
            Instant end = Times.inSeconds(1);
            stores().tokens()
                    .replace(Changed.to(Tokens.after(token)
                            .withAccessExpiresAt(end)
                            .withRefreshExpiresAt(end)
                            .build()));
            assertThat(total(head, Times.NOW)).isEqualTo(1);
            stores().reclaimer().reclaim(Work.EXPIRED_TOKENS, end, 1_000);
            assertThat(total(head, end)).isZero();
        }

        private int total(GrantHead head, Instant now) {
            return stores().authorizedClients()
                    .list(head.key().service(), head.key().subject(), null, now, new Window(0, 10))
                    .total();
        }
    }

    @Nested
    final class OnH2 extends OnSql {
        @Override
        protected Stores stores() {
            return SqlStores.h2();
        }
    }

    @Nested
    final class OnPostgres extends OnSql {
        @Override
        protected Stores stores() {
            return SqlStores.postgres();
        }
    }
}
