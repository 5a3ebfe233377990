package jp.tsunagu.directory;

import java.time.Instant;
import java.util.List;

/** What can be asked of an organisation. */
public sealed interface OrganisationCommand {
  Requester by();

  /** Joins the council. @param secretariat with the secretariat's duty, for the first of all */
  record Join(Id id, Profile profile, List<String> units, boolean secretariat, Requester by) implements OrganisationCommand {}

  record Describe(Profile profile, List<String> units, Requester by) implements OrganisationCommand {}

  /** New colleagues; they may name each other as deputy or manager. */
  record AddWorkers(List<Worker> workers, Requester by) implements OrganisationCommand {
    public AddWorkers {
      workers = List.copyOf(workers);
    }
  }

  record ChangeWorker(Worker worker, Requester by) implements OrganisationCommand {}

  /** Takes nothing new from now on. */
  record BeginLeaving(Id worker, Instant at, Requester by) implements OrganisationCommand {}

  /** Was found to hold nothing. */
  record FinishLeaving(Id worker, Requester by) implements OrganisationCommand {}

  /** Still holds something, or it could not be found out. */
  record CancelLeaving(Id worker, Requester by) implements OrganisationCommand {}

  /** Hands a worker who was recognised a code on paper to set a password with. */
  record WriteLetter(Id worker, Requester by) implements OrganisationCommand {}

  record TakeSecretariat(Requester by) implements OrganisationCommand {}

  /** Another has taken it. */
  record YieldSecretariat(Requester by) implements OrganisationCommand {}

  record Leave(Requester by) implements OrganisationCommand {}
}
