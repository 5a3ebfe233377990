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
import jp.tsunagu.directory.NetworkCommand;
import jp.tsunagu.directory.PartnerType;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.NetworkStream;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 協力団体 there are where the council is: their types are defined at the first start, and once only, whatever becomes of them later. */
@Component
@Order(1)
@ConditionalOnProperty("tsunagu.directory.council")
class FirstPartnerTypes implements ApplicationRunner {
  private static final TypeReference<List<First>> TYPES = new TypeReference<>() {
  };

  private final NetworkStream network;
  private final InstantSource clock;
  private final JsonMapper json;

  FirstPartnerTypes(NetworkStream network, InstantSource clock, JsonMapper json) {
    this.network = network;
    this.clock = clock;
    this.json = json;
  }

  record First(String type, String nameJa, String nameEn) {}

  @Override
  public void run(ApplicationArguments arguments) {
    read().forEach(this::define);
  }

  private void define(First first) {
    var type = PartnerType.offered(new Id(first.type()), first.nameJa(), first.nameEn());
    var define = new NetworkCommand.DefinePartnerType(type, Requester.installation());
    network.handle(define, clock.instant().truncatedTo(ChronoUnit.MILLIS), Actor.service("directory"),
        Cause.message("partner-type-" + first.type()));
  }

  private List<First> read() {
    try (InputStream types = new ClassPathResource("directory/partner-types.json").getInputStream()) {
      return json.readValue(types, TYPES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
