package jp.tsunagu.directory.leaving;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;

import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.register.Entry;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;

/**
 * Keeps the log-ins in step with the workers: told right after a change, and again and again until identity has heard it.
 * What it was last told is kept, {@code {_id: worker, told}}, so that nothing is told twice.
 */
@Component
public class LogIns {
  private static final Logger log = LoggerFactory.getLogger(LogIns.class);

  private final ServiceClients services;
  private final Register register;
  private final MongoCollection<Document> told;

  LogIns(ServiceClients services, Register register, MongoDatabase database) {
    this.services = services;
    this.register = register;
    this.told = database.getCollection("log_ins");
  }

  /** What a log-in may do; roles by name, sorted. */
  private record LogIn(String organisation, List<String> roles, boolean active) {}

  /** Never fails: what could not be told is told later. */
  public void tell(String organisation) {
    register.find(organisation).ifPresent(this::heard);
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void tellAll() {
    for (Entry entry : register.all()) if (!heard(entry)) return;
  }

  /** @throws Holdings.Unanswered if identity cannot be told now */
  void close(String organisation, Entry.Person worker) {
    try {
      tell(worker.worker(), logIn(organisation, worker, false));
    } catch (RestClientException | OAuth2AuthorizationException e) {
      throw new Holdings.Unanswered("identity", e);
    }
  }

  /** @param code shown this once, for paper */
  public record Letter(String code, Instant until) {
    @Override
    public String toString() {
      return "Letter[until " + until + "]";
    }
  }

  /**
   * A new code to set a password with; one written before is worth nothing any more.
   *
   * @throws Problem 503 if identity cannot be asked now
   */
  public Letter write(String organisation, String worker) {
    tell(organisation);
    try {
      Letter letter = services.client("identity").post().uri("/internal/identity/accounts/{worker}/letter", worker).retrieve()
          .body(Letter.class);
      return Objects.requireNonNull(letter);
    } catch (RestClientException | OAuth2AuthorizationException e) {
      log.warn("identity wrote no letter: {}", e.getClass().getSimpleName());
      throw Problem.unavailable("identity-away", "The log-in service cannot be asked just now; try again.");
    }
  }

  private boolean heard(Entry entry) {
    Map<String, String> before = before(entry.workers().stream().map(Entry.Person::worker).toList());
    try {
      for (Entry.Person worker : entry.workers()) {
        LogIn wanted = logIn(entry.organisation(), worker, worker.state() != WorkerState.LEFT);
        if (!wanted.toString().equals(before.get(worker.worker()))) tell(worker.worker(), wanted);
      }
      return true;
    } catch (RestClientException | OAuth2AuthorizationException e) {
      log.warn("identity has not heard of a change in {} yet: {}", entry.organisation(), e.getClass().getSimpleName());
      return false;
    }
  }

  private Map<String, String> before(List<String> workers) {
    Map<String, String> before = new HashMap<>();
    for (Document one : told.find(in("_id", workers))) before.put(one.getString("_id"), one.getString("told"));
    return before;
  }

  private void tell(String worker, LogIn logIn) {
    services.client("identity").put().uri("/internal/identity/accounts/{worker}", worker).contentType(MediaType.APPLICATION_JSON)
        .body(logIn)
        .retrieve().toBodilessEntity();
    told.replaceOne(eq("_id", worker), new Document("_id", worker).append("told", logIn.toString()), new ReplaceOptions().upsert(true));
  }

  private static LogIn logIn(String organisation, Entry.Person worker, boolean active) {
    return new LogIn(organisation, worker.roles().stream().map(Enum::name).sorted().toList(), active);
  }
}
