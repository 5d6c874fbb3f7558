package dev.grantkeep.adapter.http.testing;

import dev.grantkeep.adapter.http.connection.Names;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A network in which names mean what a test says, and in which public addresses lead to servers on the loopback. It
 * remembers to which addresses connections were made.
 */
public final class TestNetwork implements Names, UnaryOperator<InetSocketAddress> {
    /** One at which a test lets a server be. */
    public static final String PUBLIC = "192.31.196.1";

    public static final String OTHER_PUBLIC = "192.31.196.2";

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final Map<String, List<InetAddress>> later = new ConcurrentHashMap<>();
    private final Map<InetAddress, InetSocketAddress> ways = new ConcurrentHashMap<>();
    private final List<InetSocketAddress> connected = new CopyOnWriteArrayList<>();
    private final List<String> lookUps = new CopyOnWriteArrayList<>();

    public TestNetwork name(String host, String... addresses) {
        names.put(host, Stream.of(addresses).map(TestNetwork::address).toList());
        return this;
    }

    /** What the name means once it was looked up again. */
    public TestNetwork nameAfterLookUp(String host, String... addresses) {
        later.put(host, Stream.of(addresses).map(TestNetwork::address).toList());
        return this;
    }

    public TestNetwork way(String address, InetSocketAddress to) {
        ways.put(address(address), to);
        return this;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        lookUps.add(host);
        List<InetAddress> known = names.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        List<InetAddress> next = later.remove(host);
        if (next != null) {
            names.put(host, next);
        }
        return known.toArray(InetAddress[]::new);
    }

    @Override
    public InetSocketAddress apply(InetSocketAddress address) {
        connected.add(address);
        return ways.getOrDefault(address.getAddress(), address);
    }

    /** The addresses that were to be connected to, before the way from there. */
    public List<InetSocketAddress> connected() {
        return List.copyOf(connected);
    }

    public List<String> lookUps() {
        return List.copyOf(lookUps);
    }

    public static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
