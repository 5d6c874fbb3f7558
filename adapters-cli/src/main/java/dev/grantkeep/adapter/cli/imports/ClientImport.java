package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Optional;

/**
 * Makes the clients that were found. Each keeps the name by which it names itself, as its alias; one that is there by that
 * name and was not made by such an import is left as it is.
 */
record ClientImport(Target target, Export export, boolean dryRun, Report report) {
    /** The clients that are there now, or would be. */
    KnownClients run(List<FoundClient> found) {
        KnownClients known = new KnownClients(target);
        found.forEach(client -> known.put(client.id(), take(client)));
        return known;
    }

    private boolean take(FoundClient found) {
        try {
            Optional<Members> there = target.client(found.id());
            return there.isPresent() ? meet(found, there.get()) : create(found);
        } catch (CommandFailed e) {
            report.count(Kind.CLIENT, Outcome.REFUSED, ServiceImport.refusal(e), found.id());
            return false;
        }
    }

    private boolean create(FoundClient found) {
        if (!dryRun) {
            Members created = target.post("client/create", mark(found).on(found.members(), !found.hasMore()));
            finish(found, created);
        }
        moved(found);
        return true;
    }

    private boolean meet(FoundClient found, Members there) {
        if (!mark(found).isOn(there)) {
            report.count(
                    Kind.CLIENT,
                    Outcome.REFUSED,
                    "A client that was not imported has this name, and is left as it is",
                    found.id());
            return false;
        }
        if (!Mark.isUnfinished(there)) {
            report.count(Kind.CLIENT, Outcome.THERE);
            return true;
        }
        if (!dryRun) {
            finish(found, there);
        }
        moved(found);
        return true;
    }

    /** An earlier run may have been cut off before this, or in it: each step can be repeated. */
    private void finish(FoundClient found, Members created) {
        if (!found.hasMore()) {
            return;
        }
        String id = Long.toString(created.whole("clientId"));
        if (found.secret() != null) {
            target.post(
                    "client/secret/update/" + id,
                    Target.members("clientSecret", found.secret().value()));
        }
        target.post("client/update/" + id, Mark.finished(created));
        if (found.locked()) {
            target.post("client/lock_flag/update/" + id, Target.members("clientLocked", true));
        }
    }

    private void moved(FoundClient found) {
        report.count(Kind.CLIENT, Outcome.MOVES);
        if (found.needsSecret()) {
            report.needsSecret(found.id());
        }
    }

    private Mark mark(FoundClient found) {
        return new Mark(export, found.id());
    }
}
