package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from token where service_id = ? and id = ?",
                "select id from token where id = any(?) and service_id = any(?)",
                "select 1 from service s left join token t on t.id = ? and t.service_id = ? where s.id = ?",
                "select 1 from grant_head h join service s on s.id = h.service_id where s.id = ?",
                "select 1 from client c, grant_head h where (c.service_id = h.service_id and h.service_id = ?)",
                "update grant_head set x = (select 1 from client c where c.service_id = grant_head.service_id)"
                        + " where service_id = ? and subject = ?",
                "delete from ticket where hash = ? and service_id = ?",
                "insert into token (id, service_id) select ?, ? from client c where c.service_id = ?",
                "select 1 from (select h.service_id from grant_head h where h.service_id = ?) p"
                        + " join client c on c.service_id = p.service_id",
                "select client_.\"id\" from \"client\" client_ where (client_.\"service_id\" = ?)",
                "select hash, service_id, null, null from ticket where expires_at <= ? order by expires_at limit ?",
                "select 1 from service where removed_at is null",
                "select 'now()' from service"
            })
    void keepsToTheRules(String sql) {
        assertThat(StatementRules.faults(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from token where id = ?",
                "select id from token where id = ? or service_id = ?",
                "select id from token where service_id <> ? and id = ?",
                "select id from token where not (service_id = ?)",
                // a token's is a value, not that of a table beside it
                "select 1 from token t join service s on t.service_id = s.id where s.id = ?",
                "select 1 from token t join token u on t.service_id = u.service_id where u.service_id = ?",
                "select 1 from grant_head h join client c on c.id = h.client_id where h.service_id = ?",
                // in an inner select, a part of a union, a list, a case, a common table
                "delete from token where service_id = ? and id = any(array(select id from token where purge_at < ?))",
                "select 1 from service s where exists (select 1 from ticket k where k.hash = s.secret_hash)",
                "select 1 from client where service_id = ? union select 1 from client",
                "select (select c.id from client c where c.id = h.client_id) from grant_head h where h.service_id = ?",
                "select case when (select 1 from token t) = 1 then 1 else 2 end",
                "with gone as (delete from token where id = ? returning id) select * from gone",
                "select 1 from (select h.client_id from grant_head h) p",
                "select 1 from service s cross join lateral (select 1 from ticket limit 1) t",
                "insert into token (id) select c.id from client c",
                "update client set purge_marked_at = null where id = ?",
                "update grant_head set x = (select c.id from client c where c.id = client_id) where service_id = ?",
                "delete from authorization_code where hash = ?",
                "delete from step where hash = ?"
            })
    void doesNotNameTheService(String sql) {
        assertThat(StatementRules.faults(sql)).hasSize(1).first().asString().contains("does not name the service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select hash, service_id, client_id, subject from step where expires_at <= ? order by expires_at limit ?"
                        + " for update",
                "select service_id, client_id, subject from grant_head where purge_marked_at is not null"
                        + " order by purge_marked_at limit ? for update skip locked"
            })
    void locksSeveralServicesAtOnce(String sql) {
        assertThat(StatementRules.faults(sql)).containsExactly("locks rows of several services at once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update service set removed_at = current_timestamp where id = ?",
                "select CURRENT_DATE",
                "select now()",
                "select clock_timestamp ()",
                "select 1 from client where service_id = ? and created_at > localtimestamp"
            })
    void asksTheDatabaseForTheTime(String sql) {
        assertThat(StatementRules.faults(sql)).hasSize(1).first().asString().contains("the time");
    }

    @Test
    void whatTheAdapterSendsIsRead() {
        SqlStores.h2().services().add(Changed.to(Services.aService().build()));

        assertThat(StatementGuard.read())
                .anyMatch(sql -> sql.toLowerCase(java.util.Locale.ROOT).startsWith("insert into \"service\""));
    }

    @Test
    void whoeverSendsAnotherFails() {
        Database database = SqlStores.h2().bean(Database.class);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> database.all("select id from token", to -> {}, Row::text))
                .withMessageContaining("does not name the service of token");
        assertThat(List.copyOf(StatementGuard.read())).doesNotContain("select id from token");
    }
}
