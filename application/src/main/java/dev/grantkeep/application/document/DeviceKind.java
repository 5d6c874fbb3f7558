package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.device.DeviceDecision.Authorized;
import dev.grantkeep.domain.device.DeviceDecision.NotAuthorized;
import dev.grantkeep.domain.device.DeviceDecision.Reason;
import dev.grantkeep.domain.device.DeviceRequest;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.device.Polling;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Device codes, with their user codes as second hashes; the payload is the request, the polls and the decision. */
final class DeviceKind implements StepKind<DeviceAuthorization> {
    private static final String GIVEN = "given";
    private static final String REFUSED = "refused";

    @Override
    public int number() {
        return 7;
    }

    @Override
    public boolean isOfGrant() {
        return true;
    }

    @Override
    public Step toStep(DeviceAuthorization device) {
        @Nullable Authorized given = device.decision() instanceof Authorized authorized ? authorized : null;
        @Nullable NotAuthorized refused = device.decision() instanceof NotAuthorized not ? not : null;
        return new Step(
                key(device.service(), device.hash()),
                device.userCode(),
                given == null
                        ? new Step.Owner(device.client(), null, null)
                        : new Step.Owner(device.client(), given.subject(), given.standing()),
                device.keptUntil(),
                device.redeemedAs(),
                new TreeWriter()
                        .put("request", of(device.request()))
                        .put("intervalMillis", device.polling().interval().toMillis())
                        .put("lastPollAt", millis(device.polling().last()))
                        .putAny(GIVEN, given == null ? Map.of() : of(given))
                        .putAny(REFUSED, refused == null ? Map.of() : of(refused))
                        .tree(),
                device.version());
    }

    @Override
    public DeviceAuthorization read(Step step) {
        TreeReader from = new TreeReader(step.payload());
        @Nullable Long last = from.numberOrNull("lastPollAt");
        return new DeviceAuthorization(
                step.key().hash(),
                Objects.requireNonNull(step.secondHash(), "a device code has a user code"),
                step.key().service(),
                request(new TreeReader(from.object("request"))),
                new Polling(
                        Duration.ofMillis(from.number("intervalMillis")),
                        last == null ? null : Instant.ofEpochMilli(last)),
                decision(step, from),
                DeviceAuthorization.expiryOf(step.expiresAt()),
                step.settledAs(),
                step.version());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    private static Map<String, Object> of(DeviceRequest request) {
        return new TreeWriter()
                .put("client", request.client().id().value())
                .putIf("clientIdAliasUsed", request.client().namedBy() == NamedBy.ALIAS)
                .put("scopes", request.scopes().allowed().toString())
                .putIf("scopesDenied", request.scopes().denied())
                .putAny("resources", request.targets().resources())
                .put("authorizationDetails", request.targets().authorizationDetails())
                .putAny("acrs", request.acrs())
                .tree();
    }

    private static DeviceRequest request(TreeReader from) {
        return new DeviceRequest(
                new NamedClient(new ClientId(from.number("client")), NamedBy.aliasIf(from.flag("clientIdAliasUsed"))),
                new RequestedScopes(from.scopes("scopes"), from.flag("scopesDenied")),
                Targets.of(from.texts("resources"), from.textOrNull("authorizationDetails")),
                from.texts("acrs"));
    }

    private static Map<String, Object> of(Authorized given) {
        return new TreeWriter()
                .put("scopes", given.scopes().toString())
                .putAny("properties", TokenTrees.of(given.properties()))
                .putAny("details", TokenTrees.of(given.details()))
                .putAny("idToken", TokenTrees.of(given.idToken()))
                .put("accessTokenDuration", seconds(given.durations().access()))
                .put("refreshTokenDuration", seconds(given.durations().refresh()))
                .tree();
    }

    private static @Nullable Long seconds(@Nullable TokenDuration duration) {
        return duration == null ? null : (Long) duration.value().toSeconds();
    }

    private static Map<String, Object> of(NotAuthorized refused) {
        return new TreeWriter()
                .put("reason", refused.reason())
                .put("description", refused.words().description())
                .put("uri", refused.words().uri())
                .tree();
    }

    private static DeviceDecision decision(Step step, TreeReader from) {
        TreeReader refused = new TreeReader(from.object(REFUSED));
        if (!refused.members().isEmpty()) {
            return new NotAuthorized(
                    refused.name("reason", Reason.class),
                    new OwnWords(refused.textOrNull("description"), refused.textOrNull("uri")));
        }
        @Nullable Subject subject = step.owner().subject();
        @Nullable Standing standing = step.owner().standing();
        return subject == null || standing == null
                ? DeviceDecision.PENDING
                : given(new TreeReader(from.object(GIVEN)), subject, standing);
    }

    private static Authorized given(TreeReader from, Subject subject, Standing standing) {
        return new Authorized(
                subject,
                from.scopes("scopes"),
                standing,
                TokenTrees.properties(from.items("properties")),
                TokenTrees.details(from.object("details")),
                TokenTrees.idToken(from.object("idToken")),
                Durations.ofSeconds(seconds(from, "accessTokenDuration"), seconds(from, "refreshTokenDuration"), 0));
    }

    private static long seconds(TreeReader from, String name) {
        return Objects.requireNonNullElse(from.numberOrNull(name), 0L);
    }
}
