package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.LikelySame;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;

import tools.jackson.databind.JsonNode;

/** Asks, before a case is opened, whether the person is known already. Where intake does not answer, nothing is held up. */
@Component
class Alike {
  private final Calls calls;
  private final Looking looking;
  private final ReadModel reads;

  Alike(Calls calls, Looking looking, ReadModel reads) {
    this.calls = calls;
    this.looking = looking;
    this.reads = reads;
  }

  /** Empty where nobody is. */
  @SuppressWarnings("unchecked") // the body's person is made of a map by FieldPath
  Optional<LikelySame> to(Form form, DeskUser user) {
    if (form.value("who").equals("anonymous")) return Optional.empty();
    var person = (Map<String, Object>) PersonFields.put(form, form.body(), "person.").json().getOrDefault("person", Map.of());
    return calls.ask(user, "intake", "/api/persons/likely-same", person)
        .filter(answer -> !answer.path("candidates").isEmpty() || answer.path("elsewhere").asBoolean(false))
        .map(answer -> drawn(answer, form, user));
  }

  private LikelySame drawn(JsonNode answer, Form form, DeskUser user) {
    List<String> ids = answer.path("candidates").valueStream().map(c -> c.path("caseId").asString("")).toList();
    var search = Ledgers.Search.among(user.caller().party(), ids, Math.max(1, ids.size()));
    Map<String, Ledger> ledgers = ids.isEmpty()
        ? Map.of()
        : reads.cases(user.caller(), search).stream().collect(Collectors.toMap(Ledger::caseId, Function.identity()));
    boolean hides = form.value("who").equals("pseudonym") || form.has("person.addressHidden", "true");
    return LikelySame.of(answer, looking.names(user, ids), ledgers, user.caller().organisation(), hides);
  }
}
