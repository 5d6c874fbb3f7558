package dev.grantkeep.bootstrap.stateful;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The authorization endpoint: asking, the user's yes and no. */
final class FlowRules {
    private final Model model;

    FlowRules(Model model) {
        this.model = model;
    }

    Expected authorize(ModelTicket.Authorize asked) {
        ModelClient client = asked.client();
        if (client.deleted) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        if (client.locked) {
            return Expected.locked();
        }
        if (client.redirectUris().isEmpty()) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        String error = error(asked);
        if (error != null) {
            return Expected.redirected(error);
        }
        ModelTicket ticket = new ModelTicket(asked, scopes(asked), model.now + ModelTicket.LIFE);
        return Expected.action("INTERACTION")
                .names("resources", asked.resources())
                .check(reply -> {
                    Set<String> told = new TreeSet<>();
                    reply.objects("scopes")
                            .forEach(scope -> told.add(scope.get("name").getAsString()));
                    return told.equals(ticket.scopes) ? null : "scopes are " + told + ", not " + ticket.scopes;
                })
                .learn(reply -> {
                    ticket.value = reply.value("ticket");
                    model.tickets.add(ticket);
                });
    }

    private Set<String> scopes(ModelTicket.Authorize asked) {
        return model.settings.allowed(
                asked.client(), asked.scope() == null ? model.settings.defaultScopes() : words(asked.scope()));
    }

    static List<String> words(String scope) {
        return scope.isBlank() ? List.of() : List.of(scope.split(" ", -1));
    }

    private @Nullable String error(ModelTicket.Authorize asked) {
        String type = asked.forCode() ? "CODE" : "TOKEN";
        String grantType = asked.forCode() ? "AUTHORIZATION_CODE" : "IMPLICIT";
        if (!model.settings.responseTypes().contains(type)) {
            return "unsupported_response_type";
        }
        if (!asked.client().responseTypes().contains(type)
                || !asked.client().grantTypes().contains(grantType)
                || !model.settings.grantTypes().contains(grantType)) {
            return "unauthorized_client";
        }
        if (model.settings.flag("scopeRequired") && scopes(asked).isEmpty()) {
            return "invalid_scope";
        }
        boolean pkce = model.settings.flag("pkceRequired") || asked.client().flag("pkceRequired");
        return pkce && asked.forCode() && asked.verifier() == null ? "invalid_request" : null;
    }

    /**
     * The user's yes.
     *
     * @param chosen the scopes in place of those asked for; null for those
     */
    Expected issue(ModelTicket ticket, String subject, @Nullable List<String> chosen, long accessSeconds) {
        if (!isGood(ticket) || ticket.asked.client().deleted) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        ModelClient client = ticket.asked.client();
        if (client.locked) {
            return Expected.locked();
        }
        ticket.used = true;
        Set<String> granted = model.settings.allowed(client, chosen == null ? ticket.scopes : chosen);
        remember(model.consent(client, subject), granted);
        return ticket.asked.forCode() ? code(ticket, subject, granted) : token(ticket, subject, granted, accessSeconds);
    }

    private void remember(ModelConsent consent, Set<String> granted) {
        consent.latest = new TreeSet<>(granted);
        consent.merged.addAll(granted);
        consent.modifiedAt = model.now;
    }

    private Expected code(ModelTicket ticket, String subject, Set<String> granted) {
        ModelCode code = new ModelCode(ticket, subject, granted, model.now + 1000 * model.settings.codeSeconds());
        return Expected.action("LOCATION").number("accessTokenDuration", 0).learn(reply -> {
            code.value = reply.value("location.code");
            model.codes.add(code);
        });
    }

    private Expected token(ModelTicket ticket, String subject, Set<String> granted, long accessSeconds) {
        ModelClient client = ticket.asked.client();
        List<String> resources = ticket.asked.resources();
        ModelToken token = model.mint(new Model.Order(
                client, subject, "IMPLICIT", granted, granted, resources, resources, accessSeconds, 0, false, false));
        long seconds = (token.accessExpiresAt - model.now) / 1000;
        return Expected.action("LOCATION")
                .is("location.expires_in", seconds)
                .names("location.scope", token.scopes)
                .check(reply -> reply.at("location.scope").isPresent() ? null : "no scope in the fragment")
                .is("accessTokenExpiresAt", token.accessExpiresAt)
                .is("accessTokenDuration", seconds)
                .learn(reply -> model.hasAccess(token, reply.value("location.access_token")));
    }

    /** The user's no. */
    Expected fail(ModelTicket ticket) {
        if (!isGood(ticket)) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        ModelClient client = ticket.asked.client();
        if (client.deleted) {
            return Expected.refused("BAD_REQUEST", "invalid_request");
        }
        if (client.locked) {
            return Expected.locked();
        }
        ticket.used = true;
        return Expected.redirected("access_denied");
    }

    private boolean isGood(ModelTicket ticket) {
        return !ticket.used && model.now < ticket.expiresAt;
    }
}
