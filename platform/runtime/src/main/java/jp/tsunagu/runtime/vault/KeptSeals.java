package jp.tsunagu.runtime.vault;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jp.tsunagu.runtime.http.Problem;

/** Keeps keys at hand for a little while, so that a busy case does not ask for its own at every word. */
public final class KeptSeals implements Seals {
  private static final int MOST = 10_000;

  private final Keys keys;
  private final Cache<String, PersonKey> atHand;

  /** Where keys come from. */
  public interface Keys {
    /** @return empty for a person who was erased; {@link Problem} 503 while nobody can say */
    Optional<PersonKey> find(String caseId);
  }

  /** @param keepFor the longest that an erased person's words could still be read here if the news of it were lost */
  public KeptSeals(Keys keys, Duration keepFor) {
    this.keys = keys;
    this.atHand = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(keepFor).build();
  }

  @Override
  public Seal of(String caseId) {
    return new Seal() {
      @Override
      public String close(String clear) {
        return key(caseId).orElseThrow(() -> Problem.conflict("person-erased", "This person was erased; nothing is written down of them."))
            .close(caseId, clear);
      }

      @Override
      public Optional<String> open(String box) {
        return key(caseId).map(key -> key.open(caseId, box));
      }
    };
  }

  @Override
  public void forget(String caseId) {
    atHand.invalidate(caseId);
  }

  private Optional<PersonKey> key(String caseId) {
    PersonKey known = atHand.getIfPresent(caseId);
    if (known != null) return Optional.of(known);
    Optional<PersonKey> found = keys.find(caseId);
    found.ifPresent(key -> atHand.put(caseId, key));
    return found;
  }
}
