package dev.grantkeep.adapter.http.connection;

import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Looks a host up and says which addresses of it may be connected to: all, or none if one of them is an inner one. They are
 * looked up once, so a name that means another address a moment later does not matter.
 */
public final class Guard {
    private final Names names;
    private final boolean allowInner;

    /**
     * @param allowInner whether inner addresses may be reached, and these also without encryption
     */
    public Guard(Names names, boolean allowInner) {
        this.names = names;
        this.allowInner = allowInner;
    }

    List<InetAddress> addresses(DocumentAddress document) throws CannotBeHad {
        if (!document.isEncrypted() && !allowInner) {
            throw new CannotBeHad(Reason.UNENCRYPTED);
        }
        List<InetAddress> addresses = resolved(document.host());
        if (!allowInner && addresses.stream().anyMatch(InnerAddresses::isInner)) {
            throw new CannotBeHad(Reason.NOT_PUBLIC);
        }
        if (!document.isEncrypted() && !addresses.stream().allMatch(InnerAddresses::isInner)) {
            throw new CannotBeHad(Reason.UNENCRYPTED);
        }
        return addresses;
    }

    private List<InetAddress> resolved(String host) throws CannotBeHad {
        try {
            return List.of(names.resolve(host));
        } catch (UnknownHostException e) {
            throw new CannotBeHad(Reason.NOT_PUBLIC, e);
        }
    }
}
