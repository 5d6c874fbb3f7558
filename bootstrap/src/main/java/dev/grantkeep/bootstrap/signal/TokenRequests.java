package dev.grantkeep.bootstrap.signal;

import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.revocation.RevokeToken;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.in.token.RevokeTokens;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.token.Verdict;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Counts what came of the requests for and about tokens, as the use cases answer them, from whichever endpoint. */
@Factory
final class TokenRequests {
    private static final String REFRESH = GrantType.REFRESH_TOKEN.wireName();

    private final BeanProvider<TokenMeters> provider;

    TokenRequests(BeanProvider<TokenMeters> provider) {
        this.provider = provider;
    }

    @Singleton
    BeanCreatedEventListener<ExchangeToken> exchanges() {
        return created -> {
            ExchangeToken exchange = created.getBean();
            TokenMeters meters = provider.get();
            return command -> meters.counted(operation(command), exchange.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<CreateToken> creations() {
        return created -> {
            CreateToken create = created.getBean();
            TokenMeters meters = provider.get();
            return command -> meters.counted(TokenOperation.CREATE, create.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<IntrospectToken> introspections() {
        return created -> {
            IntrospectToken introspect = created.getBean();
            TokenMeters meters = provider.get();
            return command ->
                    meters.counted(TokenOperation.INTROSPECT, introspect.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<IntrospectStandard> standardIntrospections() {
        return created -> {
            IntrospectStandard introspect = created.getBean();
            TokenMeters meters = provider.get();
            return command ->
                    meters.counted(TokenOperation.INTROSPECT, introspect.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<RevokeToken> revocationsOfClients() {
        return created -> {
            RevokeToken revoke = created.getBean();
            TokenMeters meters = provider.get();
            return command -> meters.counted(TokenOperation.REVOKE, revoke.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<RevokeTokens> revocations() {
        return created -> {
            RevokeTokens revoke = created.getBean();
            TokenMeters meters = provider.get();
            return command -> meters.counted(TokenOperation.REVOKE, revoke.handle(command), TokenRequests::outcome);
        };
    }

    @Singleton
    BeanCreatedEventListener<DeleteToken> deletions() {
        return created -> {
            DeleteToken delete = created.getBean();
            TokenMeters meters = provider.get();
            return command -> meters.counted(TokenOperation.DELETE, delete.handle(command), TokenRequests::outcome);
        };
    }

    private static TokenOperation operation(ExchangeToken.Command command) {
        return command.parameters().value("grant_type").filter(REFRESH::equals).isPresent()
                ? TokenOperation.REFRESH
                : TokenOperation.ISSUE;
    }

    private static TokenOutcome outcome(ExchangeToken.Result result) {
        return switch (result) {
            case ExchangeToken.Issued issued -> TokenOutcome.OK;
            case ExchangeToken.PasswordAsked asked -> TokenOutcome.PASSWORD_ASKED;
            case ExchangeToken.Refused refused -> TokenOutcome.REFUSED;
            case ExchangeToken.ClientLocked locked -> TokenOutcome.CLIENT_LOCKED;
        };
    }

    private static TokenOutcome outcome(IntrospectToken.Result result) {
        return switch (result) {
            case IntrospectToken.Absent absent -> TokenOutcome.UNKNOWN;
            case IntrospectToken.Found found -> outcome(found.verdict());
        };
    }

    private static TokenOutcome outcome(Verdict.Existing verdict) {
        return switch (verdict) {
            case Verdict.Alive alive -> TokenOutcome.OK;
            case Verdict.Expired expired -> TokenOutcome.EXPIRED;
            case Verdict.ClientLocked locked -> TokenOutcome.CLIENT_LOCKED;
            case Verdict.Insufficient insufficient -> TokenOutcome.INSUFFICIENT;
        };
    }

    private static TokenOutcome outcome(RevokeToken.Result result) {
        return switch (result) {
            case RevokeToken.Done done -> TokenOutcome.OK;
            case RevokeToken.Refused refused -> TokenOutcome.REFUSED;
            case RevokeToken.ClientLocked locked -> TokenOutcome.CLIENT_LOCKED;
        };
    }

    private static TokenOutcome outcome(RevokeTokens.Result result) {
        return switch (result) {
            case RevokeTokens.Revoked revoked -> TokenOutcome.OK;
            case RevokeTokens.NotFound unknown -> TokenOutcome.UNKNOWN;
            case RevokeTokens.Refused refused -> TokenOutcome.REFUSED;
        };
    }

    private static TokenOutcome outcome(DeleteToken.Result result) {
        return switch (result) {
            case DELETED -> TokenOutcome.OK;
            case NOT_FOUND -> TokenOutcome.UNKNOWN;
            case OF_ANOTHER_SERVICE -> TokenOutcome.REFUSED;
        };
    }

    private static TokenOutcome outcome(CreateToken.Result result) {
        return result instanceof CreateToken.Created ? TokenOutcome.OK : TokenOutcome.REFUSED;
    }

    private static TokenOutcome outcome(IntrospectStandard.Result result) {
        return result instanceof IntrospectStandard.Active ? TokenOutcome.OK : TokenOutcome.INACTIVE;
    }
}
