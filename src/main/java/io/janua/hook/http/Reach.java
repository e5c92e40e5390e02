package io.janua.hook.http;

import io.janua.http.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called. Users say whom to call, and this machine reaches more than they do: its own ports, its
 * neighbours, the cloud's metadata service. So only what everybody on the Internet reaches is called, and what the
 * operator adds.
 *
 * @param added networks that may be called although they are not public
 */
record Reach(List<Network> added) {

    /** IANA's special-purpose registry for IPv4 (RFC 6890), multicast (RFC 5771) and what is reserved (RFC 1112). */
    private static final List<Network> NOT_PUBLIC_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Public by its number, and within Azure the host's own agent.
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is global unicast (RFC 4291). Loopback, link-local, site-local, unique local and multicast are not. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    /** Of the global ones: protocol assignments with Teredo, documentation, and 6to4, which hides any IPv4 address. */
    private static final List<Network> NOT_PUBLIC_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Where a network without IPv4 reaches it; the last four bytes say whom (RFC 6052). */
    private static final Network NAT64 = Network.of("64:ff9b::/96");

    Reach {
        added = List.copyOf(added);
    }

    static Reach of(List<String> networks) {
        return new Reach(networks.stream().map(Network::of).toList());
    }

    boolean permits(InetAddress address) {
        return isPublic(address) || added.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        // What is mapped into IPv6 as ::ffff:a.b.c.d is an Inet4Address by now: the JDK never shows it otherwise.
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_IPV4.stream().noneMatch(network -> network.contains(address));
        }
        if (NAT64.contains(address)) {
            return isPublic(embedded(address));
        }
        return GLOBAL_IPV6.contains(address)
                && NOT_PUBLIC_IPV6.stream().noneMatch(network -> network.contains(address));
    }

    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::of).toList();
    }
}
