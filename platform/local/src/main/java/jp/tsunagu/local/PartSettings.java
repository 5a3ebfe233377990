package jp.tsunagu.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each part is told on a laptop: where the others are, where the data is, and secrets that never leave the folder. */
record PartSettings(LocalSettings settings, Home home, Infrastructure infrastructure, Map<String, Integer> ports) {
  /** As arguments, which outrank what the part's own file says. */
  String[] of(Part part) {
    Map<String, Object> p = new LinkedHashMap<>();
    p.put("spring.config.name", part.name());
    p.put("spring.main.banner-mode", "off");
    p.put("server.port", ports.get(part.name()));
    p.put("server.address", "127.0.0.1"); // every password here is "demo"
    p.put("tsunagu.local.without", String.join(",", part.without()));
    p.put("tsunagu.instance", "local");
    p.put("tsunagu.issuer", settings.door());
    p.put("spring.mongodb.uri", infrastructure.mongo());
    p.put("spring.cloud.stream.kafka.binder.brokers", infrastructure.kafka());
    p.put("tsunagu.kafka.partitions", 3); // one replica of each service reads them all
    p.put("tsunagu.relay.sweep", "1s"); // and every nudge finds its relay here; nobody waits for a sweep
    p.put("tsunagu.relay.renew", "2s");
    p.put("tsunagu.client.secret", home.secret("service-" + part.name()));
    if (part.name().equals("portal")) p.put("tsunagu.portal.desk.client-secret", home.secret("tsunagu-desk"));
    ports.forEach((name, port) -> p.put("tsunagu.services." + name, "http://127.0.0.1:" + port));
    if (part.name().equals("intake")) p.put("tsunagu.intake.master-key-file", home.at("master-key.json"));
    if (part.name().equals("notification")) notification(p);
    if (part.name().equals("identity")) identity(p);
    return p.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
  }

  private void notification(Map<String, Object> p) {
    p.put("tsunagu.notification.gather", "0s"); // who tries it out wants to see it come
    p.put("tsunagu.notification.key-file", home.at("notification-key.json"));
    p.put("tsunagu.notification.webhook.plain-http", true); // to a receiver on the same laptop
    p.put("tsunagu.notification.webhook.private-addresses", true);
  }

  private void identity(Map<String, Object> p) {
    p.put("tsunagu.identity.key-secret", home.secret("identity-key"));
    p.put("tsunagu.identity.second-factor-required", false); // nobody has a phone for the fictional people
    for (String client : new String[]{"tsunagu-desk", "service-intake", "service-referral", "service-follow-up", "service-notification",
        "service-directory", "service-portal"})
      p.put("tsunagu.identity.clients." + client + ".secret", home.secret(client));
  }
}
