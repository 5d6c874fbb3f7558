package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes tokens again whose values are known; they live as long as they would have. */
record TokenImport(Target target, boolean dryRun, Instant now, Report report) {
    void run(List<FoundToken> found, KnownClients clients) {
        found.forEach(token -> {
            if (token.isOver(now)) {
                report.count(Kind.TOKEN, Outcome.LOST, "The token is over", token.name());
            } else if (!clients.contains(token.client())) {
                report.count(Kind.TOKEN, Outcome.LOST, "The client of the token is not there", token.name());
            } else {
                take(token);
            }
        });
    }

    private void take(FoundToken found) {
        if (found.access() == null || found.refreshEnds() != null && found.refresh() == null) {
            Outcome outcome = found.subject() == null ? Outcome.LOST : Outcome.NEEDS_LOGIN;
            report.count(Kind.TOKEN, outcome, "The export has only hashes of the token's values", found.name());
            return;
        }
        try {
            if (isThere(found)) {
                report.count(Kind.TOKEN, Outcome.THERE);
                return;
            }
            if (!dryRun) {
                target.post("auth/token/create", members(found));
            }
            report.count(Kind.TOKEN, Outcome.MOVES);
        } catch (CommandFailed e) {
            report.count(Kind.TOKEN, Outcome.REFUSED, ServiceImport.refusal(e), found.name());
        }
    }

    /** One that has been refreshed here since has another access token; its refresh token is still its own. */
    private boolean isThere(FoundToken found) {
        return isKnown(String.valueOf(
                        found.access() == null ? "" : found.access().value()))
                || found.refresh() != null && isKnown(found.refresh().value());
    }

    private boolean isKnown(String value) {
        return target.post("auth/introspection", Target.members("token", value)).flag("existent");
    }

    private Map<String, Object> members(FoundToken found) {
        Map<String, Object> members = Target.members(
                "grantType", found.grantType(),
                "clientId", client(found),
                "scopes", found.scopes(),
                "accessToken", found.access() == null ? "" : found.access().value(),
                "accessTokenDuration", secondsTo(found.accessEnds()));
        if (found.subject() != null) {
            members.put("subject", found.subject());
        }
        if (found.refresh() != null && found.refreshEnds() != null) {
            members.put("refreshToken", found.refresh().value());
            members.put("refreshTokenDuration", secondsTo(found.refreshEnds()));
        }
        return members;
    }

    private long client(FoundToken found) {
        return target.client(found.client())
                .map(client -> client.whole("clientId"))
                .orElseThrow();
    }

    /** One that is over though its refresh token is not lives for a moment more. */
    private long secondsTo(Instant end) {
        return Math.max(1, Duration.between(now, end).toSeconds());
    }
}
