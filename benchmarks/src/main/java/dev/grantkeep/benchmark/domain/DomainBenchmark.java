package dev.grantkeep.benchmark.domain;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.DurationQuestion;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.RefreshOutcome;
import dev.grantkeep.domain.token.RefreshRequest;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenValues;
import dev.grantkeep.domain.token.Verdict;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the domain does for an introspection, an issue and a refresh. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DomainBenchmark {
    private final Service service = Example.service();
    private final Client client = Example.client();
    private final TokenInContext token = Example.token();
    private final TokenValue presented = Example.ACCESS;
    private final String scopeText = "read write payment";
    private final ScopeSet scopes = ScopeSet.parse(scopeText);
    private final ScopeSet supported = ScopeSet.of("read", "write");
    private final byte[] secret = new byte[TokenValues.SECRET_BYTES];
    private final DurationQuestion question = new DurationQuestion(
            TokenKind.ACCESS,
            null,
            TokenDuration.ofSeconds(3_000),
            service.settings().scopes().details(supported),
            TokenDuration.ofSeconds(86_400));

    @Benchmark
    public DurationDecision durationShortest() {
        return DurationRule.SHORTEST.decide(question);
    }

    @Benchmark
    public DurationDecision durationMostSpecific() {
        return DurationRule.MOST_SPECIFIC.decide(question);
    }

    @Benchmark
    public ScopeSet scopesParsed() {
        return ScopeSet.parse(scopeText);
    }

    @Benchmark
    public ScopeSet scopesRestricted() {
        return scopes.restrictedTo(supported);
    }

    @Benchmark
    public TokenHash tokenHash() {
        return presented.hash();
    }

    @Benchmark
    public Verdict verdict() {
        return token.verdict(Example.NOW);
    }

    @Benchmark
    public RefreshOutcome refreshDecided() {
        return new RefreshRequest(
                        Example.REFRESH,
                        service,
                        client,
                        null,
                        List.of(),
                        new RequestedDetails.None(),
                        Durations.UNSET,
                        Properties.NONE,
                        null)
                .decide(token, new RefreshRequest.NewValues(secret, secret), Example.NOW);
    }
}
