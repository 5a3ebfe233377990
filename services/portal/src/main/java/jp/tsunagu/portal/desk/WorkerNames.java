package jp.tsunagu.portal.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.session.DeskUser;
import tools.jackson.databind.JsonNode;

/** What workers are called. Messages carry no names, so the directory is asked; for a while the answer is kept. */
@Component
class WorkerNames {
  private static final Duration KEPT = Duration.ofMinutes(2);
  private static final String ALL = "all";

  private final Cache<String, Map<String, String>> names = Caffeine.newBuilder().expireAfterWrite(KEPT).build();
  private final Calls calls;

  WorkerNames(Calls calls) {
    this.calls = calls;
  }

  /** Worker id → name; empty where the directory cannot be asked now. */
  Map<String, String> known(DeskUser user) {
    Map<String, String> kept = names.getIfPresent(ALL);
    if (kept != null) return kept;
    Map<String, String> read = calls.read(user, "directory", "/api/organisations").map(WorkerNames::read).orElse(Map.of());
    if (!read.isEmpty()) names.put(ALL, read);
    return read;
  }

  private static Map<String, String> read(JsonNode organisations) {
    Map<String, String> all = new ConcurrentHashMap<>();
    organisations.path("items").forEach(o -> o.path("workers").forEach(w -> {
      Optional<String> name = Optional.of(w.path("name").asString("")).filter(n -> !n.isBlank());
      name.ifPresent(n -> all.put(w.path("worker").asString(""), n));
    }));
    return Map.copyOf(all);
  }
}
