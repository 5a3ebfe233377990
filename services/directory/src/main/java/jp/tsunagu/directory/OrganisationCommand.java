package jp.tsunagu.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;

/** What can be asked of an organisation. */
public sealed interface OrganisationCommand {
  Requester by();

  /**
   * Joins the council, or the network as a partner.
   *
   * @param secretariat with the secretariat's duty, for the first of all
   * @param typeOffered whether the network offers its partner type now; of no account without one
   */
  record Join(Id id, Profile profile, List<String> units, boolean secretariat, boolean typeOffered, Requester by)
      implements
        OrganisationCommand {
    /** A member of the council. */
    public Join(Id id, Profile profile, List<String> units, boolean secretariat, Requester by) {
      this(id, profile, units, secretariat, false, by);
    }
  }

  /** @param typeOffered whether the network offers its partner type now; of no account without one */
  record Describe(Profile profile, List<String> units, boolean typeOffered, Requester by) implements OrganisationCommand {
    /** A member of the council. */
    public Describe(Profile profile, List<String> units, Requester by) {
      this(profile, units, false, by);
    }
  }

  /** New colleagues; they may name each other as deputy or manager. */
  record AddWorkers(List<Worker> workers, Requester by) implements OrganisationCommand {
    public AddWorkers {
      workers = List.copyOf(workers);
    }
  }

  /** Colleagues as they should be: unknown ones come, known ones change. Nobody leaves for not standing in it. */
  record TakeRoster(List<Worker> workers, Requester by) implements OrganisationCommand {
    public TakeRoster {
      workers = List.copyOf(workers);
      if (workers.stream().map(Worker::id).distinct().count() < workers.size()) throw new IllegalArgumentException("each of them once");
    }
  }

  record ChangeWorker(Worker worker, Requester by) implements OrganisationCommand {}

  /** Takes nothing new from now on. */
  record BeginLeaving(Id worker, Instant at, Requester by) implements OrganisationCommand {}

  /** Was found to hold nothing. */
  record FinishLeaving(Id worker, Requester by) implements OrganisationCommand {}

  /** Still holds something, or it could not be found out. */
  record CancelLeaving(Id worker, Requester by) implements OrganisationCommand {}

  /**
   * Says that somebody will be away, so that their deputy does what is theirs.
   *
   * @param own   whether they say it themselves
   * @param today an absence that is over is no plan
   */
  record PlanAbsence(Id worker, Absence absence, boolean own, LocalDate today, Requester by) implements OrganisationCommand {}

  /** They are there after all, or again: @param from the first day of what was planned */
  record CancelAbsence(Id worker, LocalDate from, boolean own, Requester by) implements OrganisationCommand {}

  /** Says when the organisation is open; dates that are set from now on count by it. */
  record KeepHours(OpeningHours hours, Requester by) implements OrganisationCommand {}

  /** Says what the organisation offers, in place of what it said before. */
  record TellProgrammes(List<Programme> programmes, Requester by) implements OrganisationCommand {
    public TellProgrammes {
      programmes = List.copyOf(programmes);
    }
  }

  /** Says within what time the organisation answers what it is asked from now on. */
  record SetAnswerTimes(AnswerTimes times, Requester by) implements OrganisationCommand {}

  /** Hands a worker who was recognised a code on paper to set a password with. */
  record WriteLetter(Id worker, LetIn letIn, Requester by) implements OrganisationCommand {}

  record TakeSecretariat(Requester by) implements OrganisationCommand {}

  /** Another has taken it. */
  record YieldSecretariat(Requester by) implements OrganisationCommand {}

  record Leave(Requester by) implements OrganisationCommand {}
}
