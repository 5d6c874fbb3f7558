package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.port.in.apps.RemoveApps;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back all that a user gave. */
@Wired
public final class RemoveAppsHandler implements RemoveApps {
    private static final int HEADS_AT_ONCE = 100;

    private final GrantStore grants;
    private final GrantHeads heads;

    public RemoveAppsHandler(GrantStore grants, GrantHeads heads) {
        this.grants = grants;
        this.heads = heads;
    }

    @Override
    public void handle(Command command) {
        @Nullable ClientId after = null;
        List<GrantHead> some;
        do {
            some = grants.ofSubject(command.service().id(), command.subject(), after, HEADS_AT_ONCE);
            for (GrantHead head : some) {
                if (!head.modifiedAt().isAfter(command.until())) {
                    heads.removeAt(head.key(), head.version());
                }
                after = head.key().client();
            }
        } while (some.size() == HEADS_AT_ONCE);
    }
}
