package jp.tsunagu.directory;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.journal.Refusal;

/** The rules about 協力団体: who makes an organisation one, and whom it does not employ. */
final class Partners {
  private static final String NO_CASEWORKERS = "partner-has-no-caseworkers";

  private Partners() {}

  /**
   * What stands against an organisation presenting itself so.
   *
   * @param before  its type so far; one that was retired since stays
   * @param offered whether the network offers the new one
   */
  static Optional<Refusal> wrong(Profile profile, @Nullable Id before, boolean offered, Requester by) {
    if (Objects.equals(profile.partnerType(), before)) return Optional.empty();
    if (!by.administers())
      return Optional.of(Refusal.forbidden("partner-type-is-fixed", "only an administrator makes an organisation a partner or a member"));
    if (profile.partnerType() == null || offered) return Optional.empty();
    return Optional.of(Refusal.invalid("partnerType", "unknown-partner-type", "one of the types the network offers"));
  }

  /** Whoever supports people sees who they are, so they have gone or do something else before. */
  static Optional<Refusal> employing(Profile profile, Member member) {
    boolean any = profile.partnerType() != null && member.workers().values().stream().filter(w -> w.state() != WorkerState.LEFT)
        .anyMatch(w -> w.worker().roles().contains(WorkerRole.CASEWORKER));
    return any ? Optional.of(Refusal.invalid("partnerType", NO_CASEWORKERS, "caseworkers work here")) : Optional.empty();
  }

  static Optional<Refusal> employing(Worker worker, Member member) {
    boolean one = member.profile().partnerType() != null && worker.roles().contains(WorkerRole.CASEWORKER);
    return one ? Optional.of(Refusal.invalid("roles", NO_CASEWORKERS, "a partner sees no personal data")) : Optional.empty();
  }
}
