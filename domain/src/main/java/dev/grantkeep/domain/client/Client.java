package dev.grantkeep.domain.client;

import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.DurationQuestion;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client of a service. Its tokens carry its generation: cutting it off, by a new one, ends them all at once.
 * While it is locked, none of its tokens work, but they are not lost.
 *
 * @param number an internal number, kept because the API shows one
 * @param seat the one that it has among the clients of its developer ({@link Seats}); null if it needed none
 */
public record Client(
        ClientId id,
        ServiceId service,
        int number,
        Secret secret,
        ClientSettings settings,
        boolean locked,
        Generation generation,
        Instant createdAt,
        Instant modifiedAt,
        Version version,
        @Nullable Integer seat) {

    /** One that needs no seat. */
    public Client(
            ClientId id,
            ServiceId service,
            int number,
            Secret secret,
            ClientSettings settings,
            boolean locked,
            Generation generation,
            Instant createdAt,
            Instant modifiedAt,
            Version version) {
        this(id, service, number, secret, settings, locked, generation, createdAt, modifiedAt, version, null);
    }

    public Client withSeat(int taken) {
        return new Client(
                id, service, number, secret, settings, locked, generation, createdAt, modifiedAt, version, taken);
    }

    /** A new one, to be stored. */
    public Change<Client> created() {
        return Change.of(this, Event.Kind.CLIENT_CREATED, createdAt);
    }

    public Change<Client> update(ClientSettings replacement, Instant now) {
        return next(Event.Kind.CLIENT_CHANGED, secret, replacement, locked, generation, now);
    }

    public Change<Client> withSecret(Secret replacement, Instant now) {
        return next(Event.Kind.CLIENT_SECRET_CHANGED, replacement, settings, locked, generation, now);
    }

    public Change<Client> withLock(boolean on, Instant now) {
        return next(on ? Event.Kind.CLIENT_LOCKED : Event.Kind.CLIENT_UNLOCKED, secret, settings, on, generation, now);
    }

    /** Ends every token that the client has. */
    public Change<Client> cutOff(Generation fresh, Instant now) {
        return next(Event.Kind.CLIENT_CUT_OFF, secret, settings, locked, fresh, now);
    }

    /** Of the asked scopes those that the service supports and this client may request (contract 4.14). */
    public ScopeSet allowed(ScopeSet asked, Service of) {
        ScopeSet supported = of.settings().scopes().supported(asked);
        ScopeSet requestable = settings.requestableScopes();
        return requestable == null ? supported : supported.restrictedTo(requestable);
    }

    /** Of the asked scopes those that a token which is there already may be given. */
    public ScopeSet attachable(ScopeSet asked, Service of) {
        return of.settings().scopes().withoutDemands(allowed(asked, of));
    }

    /** How long a token of it with these scopes lives, and why ("Token duration per client", "Token duration per scope"). */
    public DurationDecision lifetime(TokenKind kind, Durations requested, ScopeSet scopes, Service of) {
        return of.settings()
                .durationRule()
                .decide(new DurationQuestion(
                        kind,
                        requested.of(kind),
                        settings.durations().of(kind),
                        of.settings().scopes().details(scopes),
                        of.settings().durations().of(kind)));
    }

    /** What a token says whom it is for: the id, or the alias if the request named the client so. */
    public String nameFor(NamedBy by) {
        ClientAlias alias = by == NamedBy.ALIAS ? settings.alias() : null;
        return alias == null ? id.toString() : alias.value();
    }

    /** Whether a token of this grant gets a refresh token (contract 4.11). */
    public boolean getsRefreshToken(GrantType type, Service of) {
        return type.allowsRefreshToken()
                && of.settings().capabilities().supports(GrantType.REFRESH_TOKEN)
                && settings.grantTypes().contains(GrantType.REFRESH_TOKEN);
    }

    /** Whether a new token of a subject ends the older ones (contract 4.10). */
    public boolean hasSingleAccessTokenPerSubject(Service of) {
        return settings.singleAccessTokenPerSubject() || of.settings().singleAccessTokenPerSubject();
    }

    private Change<Client> next(
            Event.Kind what,
            Secret secret,
            ClientSettings settings,
            boolean locked,
            Generation generation,
            Instant now) {
        boolean sameDeveloper = Objects.equals(settings.developer(), this.settings.developer());
        return Change.of(
                new Client(
                        id,
                        service,
                        number,
                        secret,
                        settings,
                        locked,
                        generation,
                        createdAt,
                        now,
                        version.next(),
                        sameDeveloper ? seat : null),
                what,
                now);
    }
}
