package jp.tsunagu.notification.channel.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Names lead to public addresses only. Asked by the client for the very connection it makes, so a name that meant something else
 * when it was entered gains nothing.
 *
 * @param everywhere where a setting allows our own network too
 */
record PublicAddresses(boolean everywhere) implements DnsResolver {
  /** Somebody's webhook leads into our own network. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    if (!everywhere && Stream.of(found).anyMatch(address -> !isPublic(address))) throw new NotPublic();
    return found;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Stream.of(resolve(host)).map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
        || address.isMulticastAddress())
      return false;
    return address instanceof Inet6Address six ? isPublicSix(six.getAddress()) : isPublic(address.getAddress());
  }

  /** Beyond what Java knows: this network, carriers' and benchmarks' private ranges, protocol assignments, and the reserved end. */
  private static boolean isPublic(byte[] a) {
    int first = a[0] & 0xff, second = a[1] & 0xff, third = a[2] & 0xff;
    boolean carrier = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean assigned = first == 192 && second == 0 && (third == 0 || third == 2);
    return first != 0 && first < 224 && !carrier && !benchmark && !assigned;
  }

  /** Unique local addresses are private, and so may be the IPv4 address in one that is only translated (6to4, NAT64). */
  private static boolean isPublicSix(byte[] a) {
    boolean uniqueLocal = (a[0] & 0xfe) == 0xfc;
    boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
    boolean translated = a[0] == 0 && (a[1] & 0xff) == 0x64 && (a[2] & 0xff) == 0xff && (a[3] & 0xff) == 0x9b;
    boolean compatible = a[0] == 0 && a[1] == 0;
    return !uniqueLocal && !sixToFour && !translated && !compatible;
  }
}
