package jp.tsunagu.portal.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.JsonNode;

/** What workers are called. Messages carry no names, so the directory is asked about an organisation; the answer is kept a while. */
@Component
class WorkerNames {
  private static final Duration KEPT = Duration.ofMinutes(2);
  /** Whatever name it does not have, or has not now, the directory is not asked again for each place on a page. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final Cache<String, Map<String, String>> names = Caffeine.newBuilder().expireAfterWrite(KEPT).build();
  private final Cache<String, Boolean> asked = Caffeine.newBuilder().expireAfterWrite(LEFT_ALONE).build();
  private final DirectoryView directory;
  private final Calls calls;

  WorkerNames(DirectoryView directory, Calls calls) {
    this.directory = directory;
    this.calls = calls;
  }

  Optional<String> of(DeskUser user, String worker) {
    return directory.worker(worker).flatMap(w -> Optional.ofNullable(colleagues(user, w.organisation(), worker).get(worker)));
  }

  /** Somebody who is not among those kept may be new. */
  private Map<String, String> colleagues(DeskUser user, String organisation, String worker) {
    Map<String, String> kept = Objects.requireNonNullElse(names.getIfPresent(organisation), Map.of());
    if (kept.containsKey(worker) || asked.getIfPresent(organisation) != null) return kept;
    Map<String, String> read = ask(user, organisation);
    if (!read.containsKey(worker)) asked.put(organisation, true);
    if (read.isEmpty()) return kept;
    names.put(organisation, read);
    return read;
  }

  private Map<String, String> ask(DeskUser user, String organisation) {
    var path = UriComponentsBuilder.fromPath("/api/organisations").pathSegment(organisation).encode().toUriString();
    return calls.read(user, "directory", path).map(WorkerNames::read).orElse(Map.of());
  }

  private static Map<String, String> read(JsonNode organisation) {
    Map<String, String> all = new HashMap<>();
    organisation.path("workers").forEach(w -> all.put(w.path("worker").asString(""), w.path("displayName").asString("")));
    all.values().removeIf(String::isBlank);
    return Map.copyOf(all);
  }
}
