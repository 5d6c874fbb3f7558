package dev.grantkeep.adapter.http.connection;

import static io.netty.handler.ipfilter.IpFilterRuleType.ACCEPT;

import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are not of the public internet, by IANA's registries of special-purpose addresses (RFC 6890). What cannot
 * be a public server is taken for inner.
 */
final class InnerAddresses {
    private static final List<IpSubnetFilterRule> IPV4 = networks(
            "0.0.0.0/8", // this network, and this host
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by a carrier's customers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's host, from within its machines
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All that is public: not loopback, unspecified, mapped, compatible, link-local, site-local, local, multicast. */
    private static final IpSubnetFilterRule IPV6_UNICAST = network("2000::/3");

    private static final List<IpSubnetFilterRule> IPV6 = networks(
            "2001::/23", // protocol assignments: Teredo, benchmarks, identifiers
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which embeds an IPv4 address
            "3fff::/20"); // documentation

    /** A translator's, where an IPv6 network reaches IPv4 servers by their own addresses (RFC 6052). */
    private static final IpSubnetFilterRule TRANSLATED = network("64:ff9b::/96");

    private static final int IPV4_LENGTH = 4;

    private InnerAddresses() {}

    static boolean isInner(InetAddress address) {
        if (address instanceof Inet4Address) {
            return contain(IPV4, address);
        }
        return contains(TRANSLATED, address)
                ? isInner(embedded(address))
                : !contains(IPV6_UNICAST, address) || contain(IPV6, address);
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4_LENGTH, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean contain(List<IpSubnetFilterRule> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> contains(network, address));
    }

    private static boolean contains(IpSubnetFilterRule network, InetAddress address) {
        return network.matches(new InetSocketAddress(address, 0));
    }

    private static List<IpSubnetFilterRule> networks(String... networks) {
        return Stream.of(networks).map(InnerAddresses::network).toList();
    }

    private static IpSubnetFilterRule network(String network) {
        String[] parts = network.split("/", 2);
        return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), ACCEPT);
    }
}
