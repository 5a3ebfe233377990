package jp.tsunagu.directory.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 北九州市孤独・孤立対策等連携協議会: its fifteen organisations and the city join at the first start, and once only. */
@Component
@Order(1)
@ConditionalOnProperty("tsunagu.directory.council")
class Council implements ApplicationRunner {
  private static final TypeReference<List<Founder>> FOUNDERS = new TypeReference<>() {
  };

  private final Organisations organisations;
  private final InstantSource clock;
  private final JsonMapper json;

  Council(Organisations organisations, InstantSource clock, JsonMapper json) {
    this.organisations = organisations;
    this.clock = clock;
    this.json = json;
  }

  record Founder(String organisation, Profile profile, List<String> units, boolean secretariat) {}

  @Override
  public void run(ApplicationArguments arguments) {
    read().forEach(this::join);
  }

  private void join(Founder founder) {
    Id id = new Id(founder.organisation());
    var join = new OrganisationCommand.Join(id, founder.profile(), founder.units(), founder.secretariat(), Requester.installation());
    organisations.handle(id, join, clock.instant().truncatedTo(ChronoUnit.MILLIS), Actor.service("directory"), Cause.message("council"),
        null);
  }

  private List<Founder> read() {
    try (InputStream council = new ClassPathResource("directory/council.json").getInputStream()) {
      return json.readValue(council, FOUNDERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
