package jp.tsunagu.portal.board;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.portal.gateway.Guard;
import jp.tsunagu.runtime.calls.ServiceClients;

/** Asks follow-up with the portal's own token. Quarters that are over do not change, so an answer is good for a while. */
public final class AskedMeasures implements Measures {
  private static final Logger log = LoggerFactory.getLogger(AskedMeasures.class);
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final int KEPT = 500;

  private final ServiceClients clients;
  private final Guard guard;
  private final Cache<Question, Counts> answers = Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(GOOD_FOR).build();

  private record Question(Period period, @Nullable String organisation) {}

  public AskedMeasures(ServiceClients clients, Guard guard) {
    this.clients = clients;
    this.guard = guard;
  }

  @Override
  public Optional<Counts> of(Period period, @Nullable String organisation) {
    try {
      return Optional.of(answers.get(new Question(period, organisation), this::ask));
    } catch (RuntimeException away) {
      log.info("the board is drawn without follow-up ({})", away.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Counts ask(Question q) {
    try {
      return guard.call(() -> Objects.requireNonNull(clients.client("follow-up").get().uri(address -> {
        address.path("/internal/loneliness").queryParam("from", q.period().from()).queryParam("to", q.period().to());
        if (q.organisation() != null) address.queryParam("organisation", "{organisation}");
        return q.organisation() == null ? address.build() : address.build(q.organisation());
      }).retrieve().body(Counts.class)), _ -> false);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
