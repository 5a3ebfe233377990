package jp.tsunagu.local.demo;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

import jp.tsunagu.directory.DisplayName;
import jp.tsunagu.directory.Email;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand.AddWorkers;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.Worker;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;

/** Staffs every organisation, once. A further source of the directory's context, so no directory but a laptop's has it. */
@Order(2) // after the council has joined
public final class DemoWorkers implements ApplicationRunner {
  private final Organisations organisations;
  private final InstantSource clock;

  DemoWorkers(Organisations organisations, InstantSource clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (String organisation : DemoWorker.organisations()) {
      List<Worker> workers = DemoWorker.of(organisation).stream().map(DemoWorkers::worker).toList();
      organisations.handle(new Id(organisation), new AddWorkers(workers, Requester.installation()),
          clock.instant().truncatedTo(ChronoUnit.MILLIS), Actor.service("directory"), Cause.message("demo-workers"), null);
    }
  }

  private static Worker worker(DemoWorker demo) {
    return new Worker(new Id(demo.id()), new DisplayName(demo.name(), demo.kana()), new Email(demo.email()), demo.roles(), null,
        id(demo.deputy()), id(demo.manager()));
  }

  private static @Nullable Id id(@Nullable String id) {
    return id == null ? null : new Id(id);
  }
}
