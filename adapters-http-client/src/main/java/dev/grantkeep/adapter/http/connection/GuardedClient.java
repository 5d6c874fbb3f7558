package dev.grantkeep.adapter.http.connection;

import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.net.InetAddress;
import java.util.List;

/** Gets what is at an address of a document, if the guard lets it: over a connection to an IP address that it has seen. */
public final class GuardedClient implements AutoCloseable {
    private final Guard guard;
    private final Connector connector;

    public GuardedClient(Guard guard, Connector connector) {
        this.guard = guard;
        this.connector = connector;
    }

    /** An answer with the status 200, or a redirect. */
    public Answer get(DocumentAddress document, DocumentKind kind, Deadline deadline) throws CannotBeHad {
        List<InetAddress> addresses = guard.addresses(document);
        try {
            return goodAnswer(firstAnswer(addresses, document, kind, deadline));
        } catch (CannotBeHad e) {
            throw addresses.stream().anyMatch(InnerAddresses::isInner) ? new CannotBeHad(Reason.INNER, e) : e;
        }
    }

    /** An address that cannot be reached leaves the next its share of the time. */
    private Answer firstAnswer(
            List<InetAddress> addresses, DocumentAddress document, DocumentKind kind, Deadline deadline)
            throws CannotBeHad {
        CannotBeHad last = new CannotBeHad(Reason.NOT_PUBLIC);
        for (int i = 0; i < addresses.size(); i++) {
            if (deadline.hasPassed()) {
                throw new CannotBeHad(Reason.TOO_SLOW, last);
            }
            try {
                long share = deadline.nanosLeft() / (addresses.size() - i);
                return connector.get(addresses.get(i), document, kind, share, deadline);
            } catch (CannotBeHad e) {
                if (e.reason() != Reason.NO_CONNECTION) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    private static Answer goodAnswer(Answer answer) throws CannotBeHad {
        HttpResponseStatus status = answer.status();
        if (status.equals(HttpResponseStatus.OK) || status.codeClass() == HttpStatusClass.REDIRECTION) {
            return answer;
        }
        boolean failing = status.code() >= HttpResponseStatus.INTERNAL_SERVER_ERROR.code()
                || status.equals(HttpResponseStatus.TOO_MANY_REQUESTS);
        throw new CannotBeHad(failing ? Reason.FAILING : Reason.REFUSED);
    }

    @Override
    public void close() {
        connector.close();
    }
}
