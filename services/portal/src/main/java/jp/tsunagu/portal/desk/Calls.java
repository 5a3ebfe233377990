package jp.tsunagu.portal.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import io.micrometer.observation.ObservationRegistry;
import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.IdempotencyKeys;
import jp.tsunagu.runtime.http.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the services for the worker at the desk, with their token and behind the same guards as the door. */
@Component
public class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final Set<Integer> DOWN = Set.of(502, 503, 504);

  private final ServiceClients addresses;
  private final Guards guards;
  private final OwnActs acts;
  private final RestClient client;
  private final JsonMapper json;

  Calls(ServiceClients addresses, Guards guards, OwnActs acts, ClientHttpRequestFactory throughTheDoor,
      ObservationRegistry observations, JsonMapper json) {
    this.addresses = addresses;
    this.guards = guards;
    this.acts = acts;
    this.client = RestClient.builder().requestFactory(throughTheDoor).observationRegistry(observations).build();
    this.json = json;
  }

  /** @param body a missing node when there is none, or none that can be read */
  private record Raw(int status, JsonNode body) {}

  /** How a command ended at its service. */
  public sealed interface Answer {
    /** @param body what the service said; fields may be missing */
    record Done(JsonNode body) implements Answer {}

    record Refused(Form.Refusal refusal) implements Answer {}
  }

  /** Asks for something to show. Empty if there is no such thing for this worker, or the service is away. */
  public Optional<JsonNode> read(DeskUser user, String service, String path) {
    return shown(user, Command.get(service, path));
  }

  /** Asks with a body, for a question too long for an address. */
  public Optional<JsonNode> ask(DeskUser user, String service, String path, Map<String, Object> question) {
    return shown(user, Command.post(service, path, new Form.Body(question)));
  }

  /**
   * The same for what a page is nothing without.
   *
   * @throws Problem 404 if there is no such thing for this worker, 503 if that cannot be known now
   */
  public JsonNode need(DeskUser user, String service, String path) {
    return switch (heard(user, Command.get(service, path))) {
      case Heard.Told(JsonNode body) -> body;
      case Heard.Nothing() -> throw Problem.notFound();
      case Heard.Away() ->
        throw Problem.unavailable("service-unavailable", "The service " + service + " is away. Nothing was lost; try again.");
    };
  }

  private Optional<JsonNode> shown(DeskUser user, Command question) {
    return heard(user, question) instanceof Heard.Told(JsonNode body) ? Optional.of(body) : Optional.empty();
  }

  /** What a question led to. */
  private sealed interface Heard {
    record Told(JsonNode body) implements Heard {}

    record Nothing() implements Heard {}

    record Away() implements Heard {}
  }

  private Heard heard(DeskUser user, Command question) {
    try {
      Raw raw = call(user, question, "");
      if (raw.status() == 200) return new Heard.Told(raw.body());
      return raw.status() >= 500 ? new Heard.Away() : new Heard.Nothing();
    } catch (Problem away) {
      log.info("the page is drawn without {}", question.service());
      return new Heard.Away();
    }
  }

  /** @param key the idempotency key: the same command sent again under it is done once */
  public Answer command(DeskUser user, Command command, String key) {
    if (!key.isEmpty()) IdempotencyKeys.check(key);
    Raw raw;
    try {
      raw = call(user, command, key);
    } catch (Problem away) {
      return new Answer.Refused(new Form.Refusal(away.code(), String.valueOf(away.detail()), List.of()));
    }
    if (raw.status() >= 300) return new Answer.Refused(refusal(raw));
    note(user.caller().worker(), command, raw.body());
    return new Answer.Done(raw.body());
  }

  private void note(String worker, Command command, JsonNode answer) {
    long version = answer.path("version").asLong(0);
    if (Streams.opensCase(command.path())) acts.noteOpened(worker, answer.path("caseId").asString(""), version);
    else if (version > 0) Streams.written(command.path()).ifPresent(stream -> acts.note(worker, stream, version));
  }

  private static Form.Refusal refusal(Raw raw) {
    List<Form.Wrong> fields = new ArrayList<>();
    raw.body().path("errors").forEach(
        e -> fields.add(new Form.Wrong(e.path("field").asString(""), e.path("code").asString(""), e.path("message").asString(""))));
    Map<String, Integer> held = new TreeMap<>();
    raw.body().path("counts").properties().forEach(count -> held.put(count.getKey(), count.getValue().asInt(0)));
    return new Form.Refusal(raw.body().path("code").asString("failed"), raw.body().path("detail").asString(""), fields, held);
  }

  private Raw call(DeskUser user, Command command, String key) {
    try {
      return guards.of(command.service()).call(() -> send(user, command, key), raw -> DOWN.contains(raw.status()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Raw send(DeskUser user, Command command, String key) {
    var request = client.method(command.method()).uri(URI.create(addresses.address(command.service()) + command.path()))
        .headers(headers -> headers(headers, user, command.expected(), key));
    if (command.body() != null) request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(command.body()));
    return request.exchange((r, response) -> {
      byte[] answer = response.getBody().readAllBytes();
      return new Raw(response.getStatusCode().value(), node(answer));
    });
  }

  private static void headers(HttpHeaders headers, DeskUser user, @Nullable Long expected, String key) {
    headers.setBearerAuth(user.token());
    headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
    if (!key.isEmpty()) headers.set("Idempotency-Key", key);
    if (expected != null) headers.setIfMatch("\"" + expected + "\"");
  }

  private JsonNode node(byte[] answer) {
    try {
      return json.readTree(answer);
    } catch (JacksonException notJson) {
      return json.missingNode();
    }
  }
}
