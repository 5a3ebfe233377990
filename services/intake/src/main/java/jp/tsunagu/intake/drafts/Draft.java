package jp.tsunagu.intake.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form that is being filled in.
 *
 * @param draftId made by whoever draws the form: 32 hexadecimal digits in groups, as a UUID is written
 * @param caseId  of the case that is to be referred; null for a case that is to be opened
 * @param fields  what stands in each input
 */
public record Draft(String draftId, @Nullable String caseId, Instant changedAt, Map<String, List<String>> fields) {
  public Draft {
    fields = Map.copyOf(fields);
  }

  /** One draft of a list, without what is in it. */
  public record Title(String draftId, @Nullable String caseId, Instant changedAt) {}
}
