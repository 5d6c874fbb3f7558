package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.apps.ListApps;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.apps.AppGroup;
import dev.grantkeep.domain.client.Client;
import java.util.ArrayList;
import java.util.List;

/** Lists applications. All are looked at for their names; into the tokens it looks for those that are shown alone. */
@Wired
public final class ListAppsHandler implements ListApps {
    private static final int AT_ONCE = 200;

    private final AuthorizedClients authorized;
    private final AppFinder finder;
    private final Clock clock;

    public ListAppsHandler(AuthorizedClients authorized, AppFinder finder, Clock clock) {
        this.authorized = authorized;
        this.finder = finder;
        this.clock = clock;
    }

    @Override
    public Page<Group> handle(Command command) {
        List<AppGroup> groups = AppGroup.of(apps(command));
        int end = Math.min(command.window().end(), groups.size());
        int start = Math.min(command.window().start(), end);
        return new Page<>(
                groups.subList(start, end).stream()
                        .map(group -> new Group(group.apps().stream()
                                .map(app -> finder.entry(command.service(), command.subject(), app))
                                .toList()))
                        .toList(),
                groups.size());
    }

    private List<App> apps(Command command) {
        List<App> apps = new ArrayList<>();
        int seen = 0;
        Page<Client> some;
        do {
            some = authorized.list(
                    command.service().id(), command.subject(), null, clock.now(), new Window(seen, seen + AT_ONCE));
            some.items().stream()
                    .map(client -> App.of(client, command.languages()))
                    .filter(app -> app.isCalled(command.words()))
                    .forEach(apps::add);
            seen += AT_ONCE;
        } while (some.items().size() == AT_ONCE);
        return apps;
    }
}
