package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.apps.Access;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.apps.Languages;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the applications that hold tokens of a user, by name; registrations of one application stand together. */
public interface ListApps {
    Page<Group> handle(Command command);

    /**
     * What to list.
     *
     * @param words that the name has in it; empty is all
     */
    record Command(Service service, Subject subject, Languages languages, String words, Window window) {}

    /** Registrations of one application, at least one. */
    record Group(List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }

        public App first() {
            return entries.get(0).app();
        }
    }

    /**
     * One registration.
     *
     * @param seen the state of its grant; null if there is none any more
     */
    record Entry(App app, Access access, @Nullable Version seen) {}
}
