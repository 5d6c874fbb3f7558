package dev.grantkeep.domain.duration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The rules against a model that is too simple to be wrong. */
final class DurationRulePropertyTest {
    /** Seconds, where 0 is not set. */
    @Provide
    Arbitrary<Long> level() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(2, Arbitraries.longs().between(1, 5)),
                Tuple.of(2, Arbitraries.longs().between(1, TokenDuration.MAX_SECONDS)));
    }

    /** For each scope the values of its duration attribute, nonsense included. */
    @Provide
    Arbitrary<List<List<String>>> scopeValues() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 5).map(String::valueOf),
                Arbitraries.longs().between(1, TokenDuration.MAX_SECONDS).map(String::valueOf),
                Arbitraries.of("", "0", "-1", "abc", "1.5", " 60", "99999999999", "3153600001", "٣"));
        return value.list().ofMaxSize(2).list().ofMaxSize(4);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shortestIsTheMinimumOfEverythingThatIsSet(
            @ForAll("level") long service,
            @ForAll("level") long client,
            @ForAll("scopeValues") List<List<String>> scopes,
            @ForAll TokenKind kind) {
        List<Long> all = new ArrayList<>(valid(scopes));
        all.add(service == 0 ? kind.builtIn().seconds() : service);
        if (client != 0) {
            all.add(client);
        }
        assertThat(decide(DurationRule.SHORTEST, kind, 0, service, client, scopes))
                .isEqualTo(minimum(all));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void mostSpecificIsTheClientElseTheShortestScopeElseTheService(
            @ForAll("level") long service,
            @ForAll("level") long client,
            @ForAll("scopeValues") List<List<String>> scopes,
            @ForAll TokenKind kind) {
        long expected;
        if (client != 0) {
            expected = client;
        } else if (!valid(scopes).isEmpty()) {
            expected = minimum(valid(scopes));
        } else {
            expected = service == 0 ? kind.builtIn().seconds() : service;
        }
        assertThat(decide(DurationRule.MOST_SPECIFIC, kind, 0, service, client, scopes))
                .isEqualTo(expected);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theRequestWinsUnderEitherRule(
            @ForAll DurationRule rule,
            @ForAll("level") long requested,
            @ForAll("level") long service,
            @ForAll("level") long client,
            @ForAll("scopeValues") List<List<String>> scopes) {
        long without = decide(rule, TokenKind.ACCESS, 0, service, client, scopes);
        assertThat(decide(rule, TokenKind.ACCESS, requested, service, client, scopes))
                .isEqualTo(requested == 0 ? without : requested);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheScopesDoesNotMatter(
            @ForAll DurationRule rule,
            @ForAll("level") long service,
            @ForAll("scopeValues") List<List<String>> scopes) {
        List<List<String>> reversed = new ArrayList<>(scopes);
        Collections.reverse(reversed);
        assertThat(decide(rule, TokenKind.ACCESS, 0, service, 0, reversed))
                .isEqualTo(decide(rule, TokenKind.ACCESS, 0, service, 0, scopes));
    }

    private static long decide(
            DurationRule rule, TokenKind kind, long requested, long service, long client, List<List<String>> scopes) {
        DurationDecision decision = rule.decide(new DurationQuestion(
                kind, seconds(requested), seconds(client), scopes(kind, scopes), seconds(service)));
        assertThat(decision.candidates()).contains(decision.winner());
        return decision.duration().seconds();
    }

    private static List<Scope> scopes(TokenKind kind, List<List<String>> values) {
        List<Scope> scopes = new ArrayList<>();
        for (List<String> ofOne : values) {
            scopes.add(Scope.named("s" + scopes.size())
                    .with(new Attributes(ofOne.stream()
                            .map(value -> new Attribute(kind.scopeAttribute(), value))
                            .toList())));
        }
        return scopes;
    }

    private static List<Long> valid(List<List<String>> scopes) {
        return scopes.stream()
                .flatMap(List::stream)
                .filter(value -> value.matches("[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(seconds -> seconds >= 1 && seconds <= TokenDuration.MAX_SECONDS)
                .toList();
    }

    private static long minimum(List<Long> all) {
        return all.stream().flatMapToLong(LongStream::of).min().orElseThrow();
    }

    private static @Nullable TokenDuration seconds(long seconds) {
        return seconds == 0 ? null : TokenDuration.ofSeconds(seconds);
    }
}
