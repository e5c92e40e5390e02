package io.janua.hook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.janua.http.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    private static final Reach PUBLIC = Reach.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "4000::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatOnlyThisMachineOrItsNeighboursReachIsNotCalled(String address) throws UnknownHostException {
        assertThat(PUBLIC.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:1.1.1.1",
                "64:ff9b::1.1.1.1",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void whatEverybodyReachesIsCalled(String address) throws UnknownHostException {
        assertThat(PUBLIC.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void theOperatorOpensNetworksAndNoMore() throws UnknownHostException {
        Reach reach = Reach.of(List.of("192.168.7.0/24", " fd00:1::/32", "10.0.0.5"));

        assertThat(reach.permits(InetAddress.getByName("192.168.7.200"))).isTrue();
        assertThat(reach.permits(InetAddress.getByName("::ffff:192.168.7.200"))).isTrue();
        assertThat(reach.permits(InetAddress.getByName("fd00:1:2::3"))).isTrue();
        assertThat(reach.permits(InetAddress.getByName("10.0.0.5"))).isTrue();
        assertThat(reach.permits(InetAddress.getByName("192.168.8.1"))).isFalse();
        assertThat(reach.permits(InetAddress.getByName("fd00:2::3"))).isFalse();
        assertThat(reach.permits(InetAddress.getByName("10.0.0.6"))).isFalse();
        assertThat(reach.permits(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "intranet", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "10.0.0.256"})
    void whatIsNoNetworkIsRefused(String network) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(network));
    }
}
