package jp.tsunagu.portal.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import tools.jackson.databind.JsonNode;

/** 書きかけ: forms on their way, kept sealed by intake under the key the form is sent with. */
@Component
class Drafts {
  private static final String PATH = "/api/drafts";
  private static final String INTAKE = "intake";
  /** Of the page, not of what was typed. */
  private static final Set<String> OF_THE_PAGE = Set.of("key", "_csrf", "as", "keep", "choose");

  private final Calls calls;

  Drafts(Calls calls) {
    this.calls = calls;
  }

  /** Of a form that opens a case, which there is none of yet. */
  static final String NO_CASE = "";

  /** One that waits to be gone on with. */
  record Kept(String draftId, Instant changedAt) {}

  /**
   * The worker's own, the latest first; none while intake is away.
   *
   * @param caseId of the case they refer, or {@link #NO_CASE}
   */
  List<Kept> of(DeskUser user, String caseId) {
    return calls.read(user, INTAKE, PATH).stream().flatMap(answer -> answer.path("items").valueStream())
        .filter(item -> item.path("caseId").asString(NO_CASE).equals(caseId))
        .map(item -> new Kept(item.path("draftId").asString(), Instant.parse(item.path("changedAt").asString()))).toList();
  }

  Form find(DeskUser user, String caseId, String draftId) {
    JsonNode draft = calls.need(user, INTAKE, Command.path(PATH, draftId));
    if (!draft.path("caseId").asString(NO_CASE).equals(caseId)) throw Problem.notFound();
    return form(draftId, draft.path("fields"));
  }

  private static Form form(String draftId, JsonNode fields) {
    var values = new LinkedMultiValueMap<String, String>();
    fields.properties().forEach(field -> field.getValue().forEach(value -> values.add(field.getKey(), value.asString(""))));
    values.set("key", draftId);
    return Form.typed(values);
  }

  /** @return why it could not be kept; empty when it was */
  Optional<Form.Refusal> keep(DeskUser user, String caseId, Form form) {
    Map<String, Object> fields = new LinkedHashMap<>(form.values());
    fields.keySet().removeAll(OF_THE_PAGE);
    var command = Command.put(INTAKE, Command.path(PATH, form.key()),
        new Form.Body(new LinkedHashMap<>()).put("fields", fields).text("caseId", caseId));
    return calls.command(user, command, "") instanceof Calls.Answer.Refused(Form.Refusal why) ? Optional.of(why) : Optional.empty();
  }

  boolean giveUp(DeskUser user, String draftId) {
    return calls.command(user, Command.delete(INTAKE, Command.path(PATH, draftId)), "") instanceof Calls.Answer.Done;
  }
}
