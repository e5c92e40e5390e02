package io.janua.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** As whom an address counts. */
public final class ClientNetwork {

    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * Whoever has one address of IPv6 usually has the 2^64 of its network.
     *
     * @param address as text, of IPv4 or IPv6
     */
    public static String of(String address) {
        return InetAddress.ofLiteral(address) instanceof Inet6Address longer
                ? Arrays.toString(Arrays.copyOf(longer.getAddress(), NETWORK_BYTES))
                : address;
    }
}
