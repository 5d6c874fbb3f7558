package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.AssertionParameters;
import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.key.JoseFault;
import dev.grantkeep.application.port.out.key.JoseMessages;
import dev.grantkeep.application.port.out.key.JoseReading;
import dev.grantkeep.application.port.out.key.SignatureCheck;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.openid.ClientSignatures;
import dev.grantkeep.domain.clientauth.AssertionUse;
import dev.grantkeep.domain.clientauth.AssertionVerdict;
import dev.grantkeep.domain.clientauth.ClientAssertion;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JWTs that clients authenticate with (RFC 7521 section 4.2, RFC 7523 sections 2.2 and 3). */
@Wired
public final class Assertions {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final JoseMessages messages;
    private final ClientSignatures signatures;
    private final NewSteps newSteps;
    private final Clock clock;

    public Assertions(JoseMessages messages, ClientSignatures signatures, NewSteps newSteps, Clock clock) {
        this.messages = messages;
        this.signatures = signatures;
        this.newSteps = newSteps;
        this.clock = clock;
    }

    /** The client that an assertion says it is of, which nothing proves (RFC 7521 section 4.2). */
    Optional<String> subject(@Nullable AssertionParameters given) {
        return given != null && given.jwt() != null && messages.read(given.jwt()) instanceof JoseReading.Signed signed
                ? Optional.ofNullable(signed.claims().text("sub"))
                : Optional.empty();
    }

    /** Why the client has not authenticated by an assertion; if it has, that one is good no more. */
    Optional<Refusal> refusal(Presented presented) {
        @Nullable AssertionParameters given = presented.credentials().assertion();
        if (given == null) {
            return Optional.of(new Refusal(AuthenticationRefusal.WRONG_AUTH_METHOD));
        }
        if (given.jwt() == null) {
            return refused("is missing");
        }
        if (!JWT_BEARER.equals(given.type())) {
            return refused("is not of the type " + JWT_BEARER + " (`client_assertion_type`)");
        }
        Set<SignatureAlgorithm> algorithms = presented.client().settings().assertionAlgorithms();
        if (algorithms.isEmpty()) {
            return Optional.of(new Refusal(
                    AuthenticationRefusal.NO_KEYS, "Its `tokenAuthSignAlg` is not one for its `tokenAuthMethod`."));
        }
        return switch (signatures.verify(presented.client(), given.jwt(), algorithms)) {
            case ClientSignatures.NoKeys(String why) -> Optional.of(new Refusal(AuthenticationRefusal.NO_KEYS, why));
            case ClientSignatures.Checked(SignatureCheck.Refused(JoseFault fault)) -> refused(fault.text());
            case ClientSignatures.Checked(SignatureCheck.Verified(var header, Members claims)) ->
                judge(presented, new ClientAssertion(claims));
        };
    }

    private Optional<Refusal> judge(Presented presented, ClientAssertion assertion) {
        return switch (assertion.judge(presented.service(), presented.client(), presented.name(), clock.now())) {
            case AssertionVerdict.Refused refused -> refused(refused.why().text());
            case AssertionVerdict.Accepted(AssertionUse use) ->
                presented.client().locked() ? Optional.empty() : use(presented, use);
        };
    }

    /** What rests on old settings is done again, and must find the assertion unused. */
    private Optional<Refusal> use(Presented presented, AssertionUse use) {
        SettingsVersions basis = SettingsVersions.of(presented.service(), presented.client());
        return newSteps.add(StepKinds.ASSERTION.toStep(use), basis)
                ? Optional.empty()
                : refused("was used before (`jti`)");
    }

    private static Optional<Refusal> refused(String detail) {
        return Optional.of(new Refusal(AuthenticationRefusal.WRONG_CREDENTIAL, " Its assertion " + detail + "."));
    }
}
