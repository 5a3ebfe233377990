package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jp.tsunagu.contracts.ConsentItem;
import tools.jackson.databind.JsonNode;

/**
 * A referral that is not sent yet, as the other side would see it.
 *
 * @param organisation whom it would ask; {@code worker} would owe the answer
 * @param person       as they would see them; not there while intake is away
 * @param told         the items they would see
 * @param untold       those they would not
 * @param unseen       those they would see and whoever asks does not
 */
public record Preview(String organisation, String worker, Instant answerBy, Person person, List<ConsentItem> told, List<ConsentItem> untold,
    List<ConsentItem> unseen) {
  public static Preview of(JsonNode terms, Optional<JsonNode> foreseen) {
    JsonNode answer = foreseen.map(f -> f.path("told")).orElse(terms.path("items"));
    List<ConsentItem> told = items(item -> has(answer, item));
    JsonNode hidden = foreseen.map(f -> f.path("seen").path("withheld")).orElse(terms.path("none"));
    return new Preview(terms.path("answerer").path("organisation").asString(""), terms.path("answerer").path("worker").asString(""),
        Instant.parse(terms.path("answerBy").asString()), Person.of(foreseen.map(f -> f.path("seen"))), told,
        items(item -> !told.contains(item)), items(item -> told.contains(item) && has(hidden, item)));
  }

  private static List<ConsentItem> items(Predicate<ConsentItem> which) {
    return Arrays.stream(ConsentItem.values()).filter(which).toList();
  }

  private static boolean has(JsonNode codes, ConsentItem item) {
    return codes.valueStream().anyMatch(code -> code.asString("").equals(item.name()));
  }
}
