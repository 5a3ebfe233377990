package jp.tsunagu.identity.token;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.KeySeal;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The stored keys. The newest signs, once every replica has had time to see and publish it; the one before it is published
 * until no token it signed is valid any more. Replicas that start at once may each make a first key: all of them verify.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
  private static final Duration SIGNS_FOR = Duration.ofDays(90);
  private static final Duration OUTLIVES = Duration.ofDays(1);
  private static final Duration GETS_KNOWN = Duration.ofMinutes(3);
  private static final int BITS = 2048;

  private final MongoOperations store;
  private final KeySeal seal;
  private final InstantSource clock;
  private volatile JWKSet keys = new JWKSet();

  SigningKeys(MongoOperations store, IdentitySettings settings, InstantSource clock) {
    this.store = store;
    this.seal = new KeySeal(settings.keySecret());
    this.clock = clock;
    this.keys = renewed();
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
    return wanted.select(keys);
  }

  /** Takes up what another replica made, makes a new key when the newest has signed long enough, drops what is over. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void renew() {
    keys = renewed();
  }

  private JWKSet renewed() {
    Instant now = clock.instant();
    List<SigningKey> stored = stored();
    if (stored.isEmpty() || stored.getFirst().createdAt().isBefore(now.minus(SIGNS_FOR))) store.insert(made(now));
    stored.stream().filter(key -> key.createdAt().isBefore(now.minus(SIGNS_FOR).minus(OUTLIVES))).forEach(store::remove);
    Comparator<SigningKey> known = Comparator.comparing(key -> key.createdAt().isAfter(now.minus(GETS_KNOWN)));
    return new JWKSet(stored().stream().sorted(known).map(this::opened).toList());
  }

  private List<SigningKey> stored() {
    return store.find(new Query().with(Sort.by(Sort.Direction.DESC, "createdAt", "_id")), SigningKey.class);
  }

  /** Opening is slow by intention, so each key is opened once. */
  private JWK opened(SigningKey key) {
    JWK before = keys.getKeyByKeyId(key.id());
    return before != null ? before : parsed(seal.open(key.jwk()));
  }

  private static JWK parsed(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored signing key is no key", e);
    }
  }

  private SigningKey made(Instant now) {
    try {
      RSAKey key = new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
          .issueTime(Date.from(now)).generate();
      return new SigningKey(key.getKeyID(), seal.close(key.toJSONString()), now);
    } catch (JOSEException e) {
      throw new IllegalStateException("no signing key could be made", e);
    }
  }
}
