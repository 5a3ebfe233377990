package jp.tsunagu.portal.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.HistoryView;
import jp.tsunagu.portal.desk.view.NetworkView;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;

/**
 * What all organisations share, asked of the directory. It changes a few times a year and is the same for everybody, so other pages
 * than its own have it from here for a while.
 */
@Component
class SharedNetwork {
  static final String API = "/api/network";
  private static final Duration KEPT = Duration.ofMinutes(2);
  /** A directory that is away is not asked again for every page. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
  private static final String ONE = "network";

  private final Cache<String, NetworkView> kept = Caffeine.newBuilder().expireAfterWrite(KEPT).build();
  private final Cache<String, Boolean> asked = Caffeine.newBuilder().expireAfterWrite(LEFT_ALONE).build();
  private final Calls calls;

  SharedNetwork(Calls calls) {
    this.calls = calls;
  }

  /** As it was a moment ago; empty if the directory cannot be asked. */
  Optional<NetworkView> known(DeskUser user) {
    NetworkView here = kept.getIfPresent(ONE);
    if (here != null) return Optional.of(here);
    if (asked.getIfPresent(ONE) != null) return Optional.empty();
    Optional<NetworkView> read = calls.read(user, Directory.SERVICE, API).map(NetworkView::of).map(this::keep);
    if (read.isEmpty()) asked.put(ONE, true);
    return read.map(NetworkView::shared);
  }

  Optional<NetworkView.Type> type(DeskUser user, String id) {
    return known(user).flatMap(network -> network.type(id));
  }

  List<NetworkView.Text> texts(DeskUser user) {
    return known(user).map(NetworkView::texts).orElse(List.of());
  }

  /** As it is now, with what this one may do. @throws Problem 503 if the directory cannot be asked now */
  NetworkView now(DeskUser user) {
    return calls.read(user, Directory.SERVICE, API).map(NetworkView::of).map(this::keep).orElseThrow(Directory::away);
  }

  /** @param before the version it goes on before; null for the newest. Empty if the directory cannot be asked now */
  Optional<HistoryView> history(DeskUser user, @Nullable Long before) {
    return calls.read(user, Directory.SERVICE, API + "/history" + (before == null ? "" : "?before=" + before)).map(HistoryView::of);
  }

  Calls.Answer send(DeskUser user, Command command, Form form) {
    Calls.Answer answer = calls.command(user, command, form.key());
    kept.invalidate(ONE);
    return answer;
  }

  private NetworkView keep(NetworkView read) {
    kept.put(ONE, read.shared());
    return read;
  }
}
