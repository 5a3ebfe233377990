package jp.tsunagu.identity.password;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Hashes;
import jp.tsunagu.identity.factor.SecondFactors;

/** Hands out letters and takes them back, each once. */
@Component
class Letters {
  /** A proposal: over a weekend, and no longer than a letter lies about. */
  private static final Duration GOOD_FOR = Duration.ofDays(3);

  private final MongoOperations store;
  private final Accounts accounts;
  private final Hashes hashes;
  private final SecondFactors factors;
  private final InstantSource clock;

  Letters(MongoOperations store, Accounts accounts, Hashes hashes, SecondFactors factors, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.hashes = hashes;
    this.factors = factors;
    this.clock = clock;
  }

  /** @param code shown this once */
  record Written(String code, Instant until) {
    @Override
    public String toString() {
      return "Written[until " + until + "]";
    }
  }

  /** A letter written before is worth nothing any more. */
  Written write(Account account) {
    LetterCode code = LetterCode.random();
    Instant until = clock.instant().plus(GOOD_FOR);
    store.save(new Letter(account.worker(), hashes.encode(code.letters()), until, account.roles()));
    return new Written(code.written(), until);
  }

  /**
   * Sets the password and takes away every second factor and what is open. The letter goes first and by one conditional write, so
   * of two uses at once one counts; whoever is cut off after it needs another letter.
   *
   * @param password checked already
   * @return false for a code that is not this worker's, was used or is too old
   */
  boolean use(String worker, LetterCode code, String password) {
    Letter letter = store.findById(worker, Letter.class);
    boolean right = hashes.matches(code.letters(), hash(letter)); // as slow for whoever has no letter
    if (!right || letter == null || accounts.find(worker).filter(letter::fits).isEmpty() || !spend(letter)) return false;
    if (!accounts.setPassword(worker, password)) return false;
    factors.removeAll(worker); // last: cut off before it, they stand guard over the new password
    return true;
  }

  private static @Nullable String hash(@Nullable Letter letter) {
    return letter == null ? null : letter.hash();
  }

  private boolean spend(Letter letter) {
    var unused = query(where("_id").is(letter.worker()).and("hash").is(letter.hash()).and("until").gt(clock.instant()));
    return store.remove(unused, Letter.class).getDeletedCount() == 1;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void sweep() {
    store.remove(query(where("until").lt(clock.instant())), Letter.class);
  }
}
