package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.Server;
import dev.grantkeep.domain.value.Members;
import java.util.ArrayList;
import java.util.List;

/** Makes the services that were found, each once. */
record ServiceImport(Server server, Export export, boolean dryRun, Report report) {
    private static final int PAGE = 100;

    /** The numbers here of the services, in their order there; less than those if some cannot be made yet. */
    List<String> run(List<FoundTenant> found) {
        List<String> numbers = new ArrayList<>();
        if (!found.isEmpty()) {
            List<Members> there = there();
            found.forEach(service -> add(service, there, numbers));
        }
        return numbers;
    }

    private void add(FoundTenant found, List<Members> there, List<String> numbers) {
        Mark mark = new Mark(export, found.id());
        there.stream()
                .filter(mark::isOn)
                .findFirst()
                .ifPresentOrElse(service -> known(found, service, numbers), () -> create(found, mark, numbers));
    }

    private void known(FoundTenant found, Members service, List<String> numbers) {
        report.count(Kind.SERVICE, Outcome.THERE);
        numbered(found, service, numbers);
    }

    private void create(FoundTenant found, Mark mark, List<String> numbers) {
        if (dryRun) {
            report.count(Kind.SERVICE, Outcome.MOVES);
            return;
        }
        try {
            Members created = Members.of(server.post("service/create", mark.on(found.members(), true)));
            report.count(Kind.SERVICE, Outcome.MOVES);
            numbered(found, created, numbers);
        } catch (CommandFailed e) {
            report.count(Kind.SERVICE, Outcome.REFUSED, refusal(e), found.id());
        }
    }

    private void numbered(FoundTenant found, Members service, List<String> numbers) {
        String number = Long.toString(service.whole("apiKey"));
        report.service(found.id(), number);
        numbers.add(number);
    }

    private List<Members> there() {
        List<Members> all = new ArrayList<>();
        List<Members> page;
        do {
            page = Members.of(server.get("service/get/list?start=" + all.size() + "&end=" + (all.size() + PAGE)))
                    .objects("services");
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /** Why one thing is not taken; what concerns all of them ends the import. */
    static String refusal(CommandFailed failure) {
        if (failure.code() != ExitCode.REFUSED && failure.code() != ExitCode.NOT_FOUND) {
            throw failure;
        }
        return failure.line();
    }
}
