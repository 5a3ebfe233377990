package jp.tsunagu.runtime.boot;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every service is told.
 *
 * @param service  its name, also of its topic and database
 * @param instance unique among the replicas of a service; a replica that restarts under its old name resumes at once
 * @param issuer   whose tokens count: the door's URL
 * @param services the other services' base URLs
 * @param calls    the services this one asks, by name; their health is told beside its own
 * @param client   the service's own log-in
 * @param tls      between the services
 * @param build    what is running
 */
@ConfigurationProperties("tsunagu")
public record TsunaguProperties(String service, String instance, String issuer, @DefaultValue Map<String, String> services,
    @DefaultValue List<String> calls, Client client, @DefaultValue Kafka kafka, @DefaultValue Http http, @DefaultValue Relay relay,
    @DefaultValue Tls tls, @DefaultValue Build build) {
  /** @param secret with which it asks identity for a token of its own */
  public record Client(@DefaultValue("") String secret) {}

  /**
   * @param partitions  parts of the topic this service makes
   * @param replication copies of that topic
   */
  public record Kafka(@DefaultValue("12") int partitions, @DefaultValue("1") short replication) {}

  /** @param maxBody bytes that a request may have at most */
  public record Http(@DefaultValue("262144") int maxBody) {}

  /** @param authority file of the certificates, as PEM, by which the services' own are signed; where it is empty, the JVM's are all */
  public record Tls(@DefaultValue("") String authority) {}

  /**
   * @param version which one it is
   * @param commit  which one of the source it is; empty where the build was not told
   */
  public record Build(@DefaultValue("") String version, @DefaultValue("") String commit) {}

  /**
   * @param sweep how often pending streams are looked for; the safety net behind the nudge
   * @param renew how often the leases of what a replica publishes are renewed; they last for eight seconds
   */
  public record Relay(@DefaultValue("250ms") Duration sweep, @DefaultValue("1s") Duration renew) {}
}
