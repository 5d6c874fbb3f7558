package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Calls that meet: whoever comes first, a code gives one token, and what was taken back stays away. */
@OnEveryStore
final class RaceTest {
    private static final int CALLERS = 6;
    private static final int ROUNDS = 40;

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    RaceTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @RepeatedTest(3)
    void aCodeThatManyExchangeAtOnceGivesOneTokenAtMost() throws Exception {
        String code = client.code("user", "read");

        List<Answer> answers = together(CALLERS, () -> client.exchange(code));

        assertThat(answers).filteredOn(this::isOk).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aCodeThatManyExchangeAtOnceLeavesNoTokenAlive() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String code = client.code("user", "read");

            List<Answer> answers = together(round % 2 == 0 ? 2 : CALLERS, () -> client.exchange(code));

            assertThat(answers)
                    .filteredOn(this::isOk)
                    .noneMatch(answer -> tenant.works(answer.content("access_token")));
            assertThat(tenant.stored()).isZero();
        }
    }

    @Test
    void ofThoseWhoseTicketWasTakenByAnotherNoConsentIsRemembered() throws Exception {
        for (String type : List.of("code", "token")) {
            for (int round = 0; round < ROUNDS / 4; round++) {
                String ticket = client.ticket("response_type", type, "scope", "read");
                List<String> subjects = IntStream.range(0, CALLERS)
                        .mapToObj(i -> ticket.substring(0, 8) + "-" + i)
                        .toList();

                List<Answer> answers = together(subjects.stream()
                        .<Callable<Answer>>map(subject -> () -> client.issue(ticket, subject))
                        .toList());

                for (int i = 0; i < CALLERS; i++) {
                    boolean issued = answers.get(i).ok().text("action").equals("LOCATION");
                    assertThat(tenant.api()
                                    .get("client/granted_scopes/get/" + client.id() + "/" + subjects.get(i))
                                    .has("latestGrantedScopes"))
                            .isEqualTo(issued);
                }
            }
        }
    }

    @Test
    void aRevocationEndsTheTokenWhateverRefreshItMeets() throws Exception {
        for (Object[] mode : ValuesOfATokenTest.MODES) {
            OAuthClient of = stage.tenant(mode).client();
            for (int round = 0; round < ROUNDS / 2; round++) {
                Tokens tokens = of.tokens("user", "read");
                String logout = round % 2 == 0 ? tokens.refresh() : tokens.access();

                List<Answer> answers = together(List.of(
                        () -> of.refresh(tokens.refresh()),
                        () -> of.revoke(logout),
                        () -> of.refresh(tokens.refresh())));

                answers.get(1).does("OK");
                assertThat(of.tenant().works(tokens.access())).isFalse();
                assertThat(answers)
                        .filteredOn(answer -> answer.has("accessToken"))
                        .noneMatch(answer -> of.tenant().works(answer.text("accessToken")));
                assertThat(of.tenant().stored()).isZero();
            }
        }
    }

    @RepeatedTest(3)
    void aRefreshTokenThatManyUseAtOnceGivesOneTokenAtMost() throws Exception {
        Tokens tokens = client.tokens("user", "read");

        List<Answer> answers = together(CALLERS, () -> client.refresh(tokens.refresh()));

        assertThat(answers).filteredOn(this::isOk).hasSizeLessThanOrEqualTo(1);
        assertThat(tenant.works(tokens.access())).isFalse();
    }

    @RepeatedTest(3)
    void retriesOfARefreshAtOnceAllGetTheSameRefreshToken() throws Exception {
        tenant.change("refreshTokenIdempotent", true);
        Tokens tokens = client.tokens("user", "read");

        List<Answer> answers = together(CALLERS, () -> client.refresh(tokens.refresh()));

        assertThat(answers).allSatisfy(answer -> answer.does("OK"));
        assertThat(answers.stream()
                        .map(answer -> answer.content("refresh_token"))
                        .distinct())
                .hasSize(1);
        client.refresh(answers.get(0).content("refresh_token")).does("OK");
    }

    @RepeatedTest(3)
    void aDeletionBeatsRefreshesAndExchangesThatMeetIt() throws Exception {
        Tokens tokens = client.tokens("user", "read");
        String code = client.code("user", "read");

        List<Answer> answers = together(List.of(
                () -> client.refresh(tokens.refresh()),
                () -> client.exchange(code),
                () -> tenant.api().delete("client/authorization/delete/" + client.id() + "/user")));

        answers.get(2).ok().says("A137001");
        assertThat(tenant.works(tokens.access())).isFalse();
        for (Answer answer : answers.subList(0, 2)) {
            if (isOk(answer)) {
                assertThat(tenant.works(answer.content("access_token"))).isFalse();
                client.refresh(answer.content("refresh_token")).does("BAD_REQUEST", "invalid_grant");
            }
        }
    }

    @RepeatedTest(3)
    void aRemovedScopeStaysAwayWhateverMeetsItsRemoval() throws Exception {
        Tokens tokens = client.tokens("user", "read write");
        String code = client.code("user", "read write");

        List<Answer> answers = together(List.of(
                () -> client.refresh(tokens.refresh()),
                () -> client.exchange(code),
                () -> tenant.api()
                        .post("client/authorization/update/" + client.id(), "subject", "user", "scopes", "read")));

        answers.get(2).ok().says("A138001");
        for (Answer answer : answers.subList(0, 2)) {
            answer.does("OK");
            assertThat(tenant.scopesOf(answer.content("access_token"))).containsExactly("read");
            Answer refreshed = client.refresh(answer.content("refresh_token")).does("OK");
            assertThat(refreshed.content("scope")).isEqualTo("read");
        }
    }

    @RepeatedTest(3)
    void ofManyTokensForOneSubjectAtOnceOneIsLeftIfThereShallBeOne() throws Exception {
        tenant.change("singleAccessTokenPerSubject", true);

        List<Answer> answers = together(CALLERS, () -> client.create("user"));

        List<Answer> alive = answers.stream()
                .filter(this::isOk)
                .filter(answer -> tenant.works(answer.text("accessToken")))
                .toList();
        assertThat(alive).hasSize(1);
    }

    @RepeatedTest(3)
    void ofManyExchangesAtOnceEachIsAnsweredAndOneTokenIsLeftIfThereShallBeOne() throws Exception {
        tenant.change("singleAccessTokenPerSubject", true);
        List<Callable<Answer>> exchanges = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String code = client.code("user", "read");
            exchanges.add(() -> client.exchange(code));
        }

        List<Answer> answers = together(exchanges);

        assertThat(answers).allSatisfy(answer -> answer.does("OK"));
        assertThat(answers)
                .filteredOn(answer -> tenant.works(answer.content("access_token")))
                .singleElement()
                .satisfies(left -> client.refresh(left.content("refresh_token")).does("OK"));
        assertThat(tenant.stored()).isEqualTo(1);
    }

    @Test
    void aDeletionThatMeetsASingleTokenOnItsWayLeavesEitherAllOfItOrNothing() throws Exception {
        tenant.change("singleAccessTokenPerSubject", true);
        for (int round = 0; round < ROUNDS; round++) {
            String code = client.code("user", "read");

            List<Answer> answers = together(List.of(
                    () -> client.exchange(code),
                    () -> client.create("user"),
                    () -> tenant.api().delete("client/authorization/delete/" + client.id() + "/user")));

            answers.get(1).does("OK");
            List<Answer> alive = answers.subList(0, 2).stream()
                    .filter(this::isOk)
                    .filter(answer -> tenant.works(answer.text("accessToken")))
                    .toList();
            assertThat(alive).hasSizeLessThanOrEqualTo(1);
            assertThat(tenant.stored()).isEqualTo(alive.size());
        }
    }

    @RepeatedTest(3)
    void anAliasThatManyWantAtOnceIsGivenToOne() throws Exception {
        tenant.change("clientIdAliasEnabled", true);

        List<Answer> answers = together(
                CALLERS,
                () -> tenant.api().post("client/create", "clientIdAlias", "wanted", "clientIdAliasEnabled", true));

        assertThat(answers).filteredOn(answer -> answer.has("clientId")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.has("clientId"))
                .allSatisfy(answer -> answer.refused(answer.status()));
    }

    @RepeatedTest(3)
    void aDeveloperHasNoMoreClientsThanMayBeHoweverManyAreCreatedAtOnce() throws Exception {
        tenant.change("clientsPerDeveloper", 3);

        List<Answer> answers =
                together(CALLERS, () -> tenant.api().post("client/create", "developer", "one at many machines"));

        assertThat(answers).filteredOn(answer -> answer.has("clientId")).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !answer.has("clientId"))
                .allSatisfy(answer -> answer.refused(400).says("A146211"));
        long id = answers.stream()
                .filter(answer -> answer.has("clientId"))
                .findFirst()
                .orElseThrow()
                .number("clientId");
        tenant.api().delete("client/delete/" + id).empty();
        assertThat(tenant.api()
                        .post("client/create", "developer", "one at many machines")
                        .has("clientId"))
                .isTrue();
    }

    private boolean isOk(Answer answer) {
        return answer.ok().text("action").equals("OK");
    }

    private static List<Answer> together(int callers, Callable<Answer> call)
            throws InterruptedException, ExecutionException {
        return together(IntStream.range(0, callers)
                .<Callable<Answer>>mapToObj(i -> call)
                .toList());
    }

    private static List<Answer> together(List<Callable<Answer>> calls) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
