package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.document.DetailsTrees;
import dev.grantkeep.application.port.out.key.Signatures;
import dev.grantkeep.application.port.out.key.SigningOrder;
import dev.grantkeep.application.port.out.key.SigningOutcome;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.key.JwtForm;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessJwt;
import dev.grantkeep.domain.token.AccessTokenContent;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Members;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form in which clients get access tokens: the value itself, or a JWT where the service wants that (RFC 9068). */
@Wired
public final class AccessTokenForms {
    /** Of a token that is no JWT. */
    public static final Result OPAQUE = new Given(null);

    private final Signatures signatures;
    private final Keys keys;

    public AccessTokenForms(Signatures signatures, Keys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    /** What form there is. */
    public sealed interface Result {
        /** What follows from the form, or from why there is none. */
        default <R> R then(Function<@Nullable AccessJwt, R> given, Function<String, R> impossible) {
            return switch (this) {
                case Given(@Nullable AccessJwt jwt) -> given.apply(jwt);
                case Impossible(String why) -> impossible.apply(why);
            };
        }
    }

    /** @param jwt null where the value itself is what the client gets */
    public record Given(@Nullable AccessJwt jwt) implements Result {}

    /** @param why a sentence that names the setting at fault; may be shown to the owner of the service */
    public record Impossible(String why) implements Result {}

    /** Of a token that is being issued; to be asked before anything is stored. */
    public Result of(Service service, IssuedToken token) {
        return of(service, token.record(), token.access(), token.issuedAt());
    }

    /** @param record as it counts, with this access token */
    public Result of(Service service, TokenRecord record, TokenValue value, Instant issuedAt) {
        JwtForm form = service.settings().accessToken();
        if (form.isAbsent()) {
            return OPAQUE;
        }
        if (service.settings().issuer() == null) {
            return new Impossible("The service has no `issuer`.");
        }
        return form.signature()
                .filter(algorithm -> !algorithm.isSymmetric())
                .map(algorithm -> sign(service, algorithm, claims(service, record, value, issuedAt)))
                .orElseGet(() -> new Impossible("The service's `accessTokenSignAlg` is " + form.signing()
                        + ", which is not for access tokens."));
    }

    private static Members claims(Service service, TokenRecord record, TokenValue value, Instant issuedAt) {
        @Nullable String details = record.details().targets().detailsOfAccessToken();
        return new AccessTokenContent(service, record, value, DetailsTrees.forClient(details)).claims(issuedAt);
    }

    private Result sign(Service service, SignatureAlgorithm algorithm, Members claims) {
        SigningOrder order = new SigningOrder(
                algorithm,
                KeyWish.of(KeyPurpose.ACCESS_TOKEN, service.settings().members()),
                AccessTokenContent.TYPE,
                Members.NONE,
                claims);
        return switch (keys.of(service)) {
            case Keys.Found(KeySet set) -> sign(order, set);
            case Keys.Missing(String why) -> new Impossible(why);
        };
    }

    private Result sign(SigningOrder order, KeySet set) {
        return switch (signatures.sign(order, set)) {
            case SigningOutcome.Signed(String compact)
            when compact.length() > AccessJwt.MAX_LENGTH ->
                new Impossible("With its claims, the token has more than " + AccessJwt.MAX_LENGTH + " characters.");
            case SigningOutcome.Signed(String compact) -> new Given(new AccessJwt(compact));
            case SigningOutcome.NoKey(String what) -> new Impossible(what + ".");
            case SigningOutcome.BadHeader(String what) -> new Impossible(what + ".");
        };
    }
}
