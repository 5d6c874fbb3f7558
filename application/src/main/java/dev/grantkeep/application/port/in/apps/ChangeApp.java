package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Version;

/** Takes back something that a user gave an application, if it is as she saw it. Repeating a call does no harm. */
public interface ChangeApp {
    Result handle(Command command);

    /**
     * Which application.
     *
     * @param seen the state of the grant that the user decided on
     */
    record Command(Service service, Subject subject, ClientId client, Version seen, Wish wish) {}

    /** What to take back. */
    sealed interface Wish {
        /** All scopes but these and those without which the application does not work. */
        record Narrow(ScopeSet kept) implements Wish {}

        /** Its tokens. */
        record End() implements Wish {}

        /** Its tokens, and the memory of what was granted. */
        record Remove() implements Wish {}
    }

    /** What became of it. */
    enum Result {
        /** It is as the user wants it, by this call or by one before. */
        DONE,
        /** The grant has changed since the user saw it, and nothing was done. */
        CHANGED,
        /** No scope would be left: then it is to be ended. */
        NOTHING_LEFT
    }
}
