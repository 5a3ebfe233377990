package jp.tsunagu.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;

import jp.tsunagu.contracts.Programme;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand.TellProgrammes;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the council's organisations could offer, once: made up from what each is for, as is its room. */
@Order(3) // after the council has joined
public final class DemoProgrammes implements ApplicationRunner {
  private static final TypeReference<List<Offer>> OFFERS = new TypeReference<>() {
  };

  private final Organisations organisations;
  private final InstantSource clock;
  private final JsonMapper json;

  DemoProgrammes(Organisations organisations, InstantSource clock, JsonMapper json) {
    this.organisations = organisations;
    this.clock = clock;
    this.json = json;
  }

  record Offer(String organisation, List<Programme> programmes) {}

  @Override
  public void run(ApplicationArguments arguments) {
    for (Offer offer : read())
      organisations.handle(new Id(offer.organisation()), new TellProgrammes(offer.programmes(), Requester.installation()),
          clock.instant().truncatedTo(ChronoUnit.MILLIS), Actor.service("directory"), Cause.message("demo-programmes"), null);
  }

  private List<Offer> read() {
    try (InputStream offers = new ClassPathResource("demo/programmes.json").getInputStream()) {
      return json.readValue(offers, OFFERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
