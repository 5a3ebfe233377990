package jp.tsunagu.directory.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.OrganisationDecider;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.Worker;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.CommandHandler.Current;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.journal.Refusal;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.journal.Journals;

/** The way a command takes here: journal, then register. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Organisations implements ApplicationRunner {
  public static final String PREFIX = "organisation";
  private static final int ALL = 10_000;

  private final CommandHandler<OrganisationCommand, OrganisationEvent, Organisation> journal;
  private final Journals journals;
  private final Register register;

  Organisations(CommandHandler<OrganisationCommand, OrganisationEvent, Organisation> journal, Journals journals, Register register) {
    this.journal = journal;
    this.journals = journals;
    this.register = register;
  }

  public Outcome<OrganisationEvent, Organisation> handle(Id id, OrganisationCommand command, Act act) {
    return handle(id, command, act.at(), act.actor(), act.cause(), act.expected());
  }

  public Outcome<OrganisationEvent, Organisation> handle(Id id, OrganisationCommand command, Instant at, Actor by, Cause cause,
      @Nullable Long expected) {
    Optional<Refusal> taken = taken(id, command);
    if (taken.isPresent()) return new Outcome.Refused<>(taken.get());
    var outcome = journal.handle(stream(id.value()), id.value(), command, at, by, cause, expected);
    if (outcome instanceof Outcome.Done) enter(stream(id.value()));
    return outcome;
  }

  public Current<Organisation> current(Id id) {
    return journal.current(stream(id.value()));
  }

  /** Everything that was done; empty for what never joined. */
  public List<Commit<OrganisationEvent>> history(Id id) {
    return journal.history(stream(id.value())).commits();
  }

  private Optional<Refusal> taken(Id id, OrganisationCommand command) {
    if (!(command instanceof OrganisationCommand.AddWorkers || command instanceof OrganisationCommand.TakeRoster)) return Optional.empty();
    Organisation now = journal.current(stream(id.value())).state();
    if (!(new OrganisationDecider().decide(command, now) instanceof Decision.Accepted<OrganisationEvent>(List<OrganisationEvent> events)))
      return Optional.empty(); // below; it claims nothing
    List<String> coming = events.stream().flatMap(Organisations::added).toList();
    boolean others = coming.stream().anyMatch(this::meansSomethingElse);
    boolean all = !others && coming.stream().allMatch(worker -> register.claim(worker, id.value()));
    return all ? Optional.empty() : Optional.of(Refusal.invalid("worker", "taken", "an id nobody anywhere ever had"));
  }

  private static Stream<String> added(OrganisationEvent event) {
    return event instanceof OrganisationEvent.WorkerAdded(Worker worker) ? Stream.of(worker.id().value()) : Stream.empty();
  }

  /** Whether a worker of this organisation could be called so, as it is now. */
  public boolean free(Id worker, Id organisation) {
    return !meansSomethingElse(worker.value()) && register.claimable(worker.value(), organisation.value());
  }

  /** Machines' names: a log-in called like one would be taken for it. */
  private boolean meansSomethingElse(String worker) {
    return worker.startsWith("service-") || worker.startsWith("tsunagu") || worker.equals("metrics") || register.find(worker).isPresent();
  }

  /** The register anew from the journals: what was decided just before a crash is in it again. */
  @Override
  public void run(ApplicationArguments arguments) {
    List<String> streams = journals.journal(PREFIX).find(Filters.eq("facts." + OrganisationDecider.MEMBER, true), Sorts.ascending("_id"),
        ALL);
    streams.forEach(this::enter);
  }

  private void enter(String stream) {
    Current<Organisation> now = journal.current(stream);
    if (now.state() instanceof Member member) register.put(now.version(), member);
  }

  private static String stream(String id) {
    return PREFIX + "-" + id;
  }
}
