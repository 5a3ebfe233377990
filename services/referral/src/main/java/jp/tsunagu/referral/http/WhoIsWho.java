package jp.tsunagu.referral.http;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.referral.NamedWorker;
import jp.tsunagu.referral.Recipient;
import jp.tsunagu.referral.Recipient.Listing;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;

/** Ids that somebody named, with what the directory knows of them. */
@Component
class WhoIsWho {
  private static final Set<WorkerRole> SUPPORT = Set.of(WorkerRole.CASEWORKER, WorkerRole.MANAGER);

  private final DirectoryView directory;

  WhoIsWho(DirectoryView directory) {
    this.directory = directory;
  }

  NamedWorker worker(String id) {
    if (directory.all().isEmpty()) throw Problem.unavailable("directory-not-heard", "Who takes part is not known here yet; try again.");
    return directory.worker(id).map(w -> new NamedWorker(id, w.organisation(), supports(w))).orElse(new NamedWorker(id, null, false));
  }

  Recipient recipient(String organisation, @Nullable String worker) {
    NamedWorker named = worker == null ? null : worker(worker);
    if (directory.all().isEmpty()) throw Problem.unavailable("directory-not-heard", "Who takes part is not known here yet; try again.");
    Optional<Organisation> known = directory.organisation(organisation);
    return new Recipient(organisation, known.map(WhoIsWho::listing).orElse(Listing.UNKNOWN), named,
        known.flatMap(WhoIsWho::reception).orElse(null));
  }

  /** Who is asked to propose a call; null while nobody has that duty. */
  @Nullable
  Party secretariat() {
    return directory.secretariat().flatMap(o -> first(o, WorkerRole.SECRETARIAT).or(() -> first(o, WorkerRole.MANAGER))
        .map(worker -> new Party(o.organisation(), worker))).orElse(null);
  }

  private static Listing listing(Organisation o) {
    if (!o.active()) return Listing.INACTIVE;
    return o.acceptsReferrals() ? Listing.TAKES_REFERRALS : Listing.TAKES_NO_REFERRALS;
  }

  /** The manager answers for the organisation, or else a caseworker. */
  private static Optional<String> reception(Organisation o) {
    return first(o, WorkerRole.MANAGER).or(() -> first(o, WorkerRole.CASEWORKER));
  }

  private static Optional<String> first(Organisation o, WorkerRole role) {
    return o.workers().stream().filter(w -> w.active() && w.roles().contains(role)).min(DirectoryView.WIDEST).map(Worker::worker);
  }

  /** An administrator's or the secretariat's log-in takes no person on. */
  private static boolean supports(Worker w) {
    return w.active() && w.roles().stream().anyMatch(SUPPORT::contains);
  }
}
