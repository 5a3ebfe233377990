package jp.tsunagu.identity;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides.
 *
 * @param issuer     the door's URL, as everybody outside sees it; it stands in every token
 * @param keySecret  encrypts the signing keys where they are stored; empty leaves them readable to whoever reads the store
 * @param clients    the desk and the services by client id; one without a secret is not registered
 * @param firstAdministrator who is let in while nobody else could let anybody in
 * @param accessToken how long a machine's or a service's token lives
 * @param deskToken  how long a page goes on at most after a log-in has ended; a machine's token ({@code accessToken}) lives longer
 * @param session    how long somebody stays logged in without logging in again (the refresh token's life)
 * @param secondFactorRequired whether elevated roles must have a second factor; whoever has one is asked for it in any case
 * @param nameThrottle    failures per user name
 * @param addressThrottle failures per client address; an office has one address and many people, so it bears more
 */
@ConfigurationProperties("tsunagu.identity")
public record IdentitySettings(URI issuer, @DefaultValue("") String keySecret, @DefaultValue Map<String, OwnClient> clients,
    FirstAdministrator firstAdministrator,
    @DefaultValue("30m") Duration accessToken, @DefaultValue("5m") Duration deskToken, @DefaultValue("12h") Duration session,
    @DefaultValue("true") boolean secondFactorRequired, Throttle nameThrottle, Throttle addressThrottle) {

  public IdentitySettings {
    if (!issuer.isAbsolute() || issuer.toString().endsWith("/"))
      throw new IllegalArgumentException("tsunagu.issuer is the door's absolute URL without a slash at its end, not " + issuer);
  }

  /** A client of the installation itself. A service acts as {@code service-<name>} of nobody's organisation. */
  public record OwnClient(@DefaultValue("") String secret, @DefaultValue Set<String> scopes) {}

  /** @param password empty makes none */
  public record FirstAdministrator(String worker, String organisation, @DefaultValue("") String password) {
    @Override
    public String toString() {
      return "FirstAdministrator[" + worker + " of " + organisation + "]";
    }
  }

  /**
   * @param free      this many failures cost nothing
   * @param first     the wait after the next one; each further failure doubles it
   * @param longest   wait there is
   * @param forgetOne every such time one failure is forgotten
   */
  public record Throttle(int free, Duration first, Duration longest, Duration forgetOne) {}

  /** Where the portal receives the code. */
  public String deskRedirect() {
    return issuer + "/session/code";
  }
}
