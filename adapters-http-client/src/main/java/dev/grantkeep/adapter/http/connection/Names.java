package dev.grantkeep.adapter.http.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a host's name stands for. */
@FunctionalInterface
public interface Names {
    /** All addresses, at least one; of a host that is an IP address, that one. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
