package dev.grantkeep.bootstrap.stateful;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What users have granted to clients. */
final class GrantRules {
    private final Model model;

    GrantRules(Model model) {
        this.model = model;
    }

    /** Which clients hold tokens of a user. */
    Expected list(String subject, @Nullable String developer, int start, int end) {
        List<ModelClient> all = model.clients.stream()
                .filter(client -> developer == null || developer.equals(client.developer()))
                .filter(client -> model.stored(token -> token.isOf(client, subject))
                        .findFirst()
                        .isPresent())
                .sorted(Comparator.comparingLong(client -> client.createdAt))
                .toList();
        return page(all, start, end).is("subject", subject);
    }

    static Expected page(List<ModelClient> all, int start, int end) {
        List<String> page = all.stream()
                .skip(start)
                .limit(end - start)
                .map(client -> Long.toString(client.id))
                .toList();
        return Expected.status(200).is("totalCount", all.size()).check(reply -> {
            List<String> told = reply.objects("clients").stream()
                    .map(client -> client.get("clientId").getAsString())
                    .toList();
            return told.equals(page) ? null : "the clients are " + told + ", not " + page;
        });
    }

    /** Gives all that the pair has these scopes, pending codes too. */
    Expected update(ModelClient client, String subject, @Nullable List<String> scopes) {
        if (client.deleted) {
            return Expected.status(404);
        }
        List<ModelToken> tokens =
                model.stored(token -> token.isOf(client, subject)).toList();
        if (scopes != null) {
            rewrite(client, subject, tokens, model.settings.allowed(client, scopes));
        }
        return counted(tokens.size());
    }

    private void rewrite(ModelClient client, String subject, List<ModelToken> tokens, Set<String> scopes) {
        tokens.forEach(token -> {
            token.scopes = new TreeSet<>(scopes);
            token.refreshScopes = new TreeSet<>(scopes);
        });
        model.codes.stream()
                .filter(code -> code.client() == client && code.subject.equals(subject))
                .forEach(code -> code.scopes = new TreeSet<>(scopes));
        model.remembered(client, subject).ifPresent(consent -> {
            consent.merged.retainAll(scopes);
            consent.modifiedAt = model.now;
        });
    }

    Expected delete(ModelClient client, String subject) {
        return client.deleted ? Expected.status(404) : counted(model.endPair(client, subject));
    }

    private static Expected counted(int count) {
        return Expected.status(200)
                .check(reply -> reply.value("resultMessage").contains("ed " + count + " access token(s)")
                        ? null
                        : "not " + count + " tokens");
    }

    Expected granted(ModelClient client, String subject) {
        if (client.deleted) {
            return Expected.status(404);
        }
        Optional<ModelConsent> consent = model.remembered(client, subject);
        Expected expected = Expected.status(200).is("subject", subject).is("clientId", client.id);
        return consent.map(found -> expected.names("latestGrantedScopes", found.latest)
                        .names("mergedGrantedScopes", found.merged)
                        .is("modifiedAt", found.modifiedAt))
                .orElseGet(() -> expected.is("latestGrantedScopes", null).is("mergedGrantedScopes", null));
    }

    Expected forget(ModelClient client, String subject) {
        if (client.deleted) {
            return Expected.status(404);
        }
        model.remembered(client, subject).ifPresent(model.consents::remove);
        return Expected.status(200);
    }
}
