package jp.tsunagu.identity.factor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What somebody has proven in this session, and when. */
public final class Proven {
  public static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;
  static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
  /** A code from an app or from paper. */
  static final String CODE = "FACTOR_CODE";
  /** Never proven, only missed: whoever has to have a second factor and has none is sent to the page where they get one. */
  static final String ANY_FACTOR = "FACTOR_ENROLLED";

  private Proven() {
  }

  static boolean has(Authentication who, String factor) {
    return at(who, factor).isPresent();
  }

  static boolean within(Authentication who, String factor, Duration time, Instant now) {
    return at(who, factor).filter(at -> now.isBefore(at.plus(time))).isPresent();
  }

  /** Stored times have milliseconds, proofs more. */
  static boolean since(Authentication who, String factor, Instant time) {
    return at(who, factor).filter(at -> !at.truncatedTo(ChronoUnit.MILLIS).isBefore(time.truncatedTo(ChronoUnit.MILLIS))).isPresent();
  }

  /** What somebody has beside the password ages as the password does, or one session would hold it for ever. */
  static boolean second(Authentication who, Duration time, Instant now) {
    return within(who, CODE, time, now) || within(who, PASSKEY, time, now);
  }

  private static Optional<Instant> at(Authentication who, String factor) {
    return who.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance).map(FactorGrantedAuthority.class::cast)
        .filter(proven -> factor.equals(proven.getAuthority())).map(FactorGrantedAuthority::getIssuedAt).findFirst();
  }

  public static FactorGrantedAuthority now(String factor, Instant now) {
    return FactorGrantedAuthority.withAuthority(factor).issuedAt(now).build();
  }
}
