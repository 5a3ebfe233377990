package jp.tsunagu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An update that only sets, adds to and appends to whole fields, as most do. It shares with the document before it all that it leaves
 * alone. The library copies a document twice for each update and compares it once, through and through: of a stream with its commits
 * that is far more than what is written.
 */
final class FieldUpdate {
  private record Change(String operator, String field, @Nullable Object operand) {}

  private static final String SET = "$set";
  private static final String INC = "$inc";
  private static final String PUSH = "$push";
  private static final Set<String> OPERATORS = Set.of(SET, INC, PUSH);

  private final List<Change> changes;

  private FieldUpdate(List<Change> changes) {
    this.changes = changes;
  }

  /** Empty for whatever is anything more, or is wrong: that is the library's. */
  static Optional<FieldUpdate> of(Document update) {
    var changes = new ArrayList<Change>();
    update.forEach((operator, fields) -> {
      if (fields instanceof Document named) named.forEach((field, operand) -> changes.add(new Change(operator, field, operand)));
      else changes.add(new Change(operator, "", fields));
    });
    var fields = new HashSet<String>();
    boolean plain = !changes.isEmpty() && changes.stream().allMatch(c -> isPlain(c) && fields.add(c.field()));
    return plain ? Optional.of(new FieldUpdate(changes)) : Optional.empty();
  }

  private static boolean isPlain(Change c) {
    boolean wholeField = !c.field().isEmpty() && !c.field().equals("_id") && !c.field().startsWith("$") && !c.field().contains(".");
    return wholeField && OPERATORS.contains(c.operator()) && switch (c.operator()) {
      case INC -> c.operand() instanceof Number;
      case PUSH -> !(c.operand() instanceof Document d) || d.keySet().stream().noneMatch(key -> key.startsWith("$"));
      default -> true;
    };
  }

  /** Whether the document's own fields are of the kinds that the operators are for. */
  boolean fits(Document before) {
    return changes.stream().allMatch(c -> !before.containsKey(c.field()) || switch (c.operator()) {
      case INC -> before.get(c.field()) instanceof Number;
      case PUSH -> before.get(c.field()) instanceof Collection;
      default -> true;
    });
  }

  /** The document afterwards; the very same one if nothing changed. */
  Document apply(Document before) {
    Document after = before.clone();
    boolean changed = false;
    for (Change c : changes) {
      Object now = applied(c, before.get(c.field()));
      Utils.validateFieldNames(new Document(c.field(), now));
      changed |= !before.containsKey(c.field()) || !Objects.equals(before.get(c.field()), now);
      after.put(c.field(), now);
    }
    return changed ? after : before;
  }

  private static @Nullable Object applied(Change c, @Nullable Object before) {
    return switch (c.operator()) {
      case INC -> before instanceof Number number ? NumericUtils.addNumbers(number, (Number) c.operand()) : c.operand();
      case PUSH -> longer(before instanceof Collection<?> list ? list : List.of(), c.operand());
      default -> c.operand();
    };
  }

  private static List<@Nullable Object> longer(Collection<?> list, @Nullable Object last) {
    List<@Nullable Object> longer = new ArrayList<>(list.size() + 1);
    longer.addAll(list);
    longer.add(last);
    return longer;
  }
}
