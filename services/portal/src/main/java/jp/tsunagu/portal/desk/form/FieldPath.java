package jp.tsunagu.portal.desk.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field by its place in a JSON body, e.g. {@code next.checkIns[0].dueOn}; what is put under it makes the objects around it. */
final class FieldPath {
  private static final Pattern PART = Pattern.compile("([A-Za-z0-9-]+)|\\[(\\d{1,3})]");

  private FieldPath() {}

  static void put(Map<String, Object> body, String path, Object value) {
    List<Object> parts = new ArrayList<>();
    Matcher part = PART.matcher(path);
    while (part.find()) parts.add(part.group(1) != null ? part.group(1) : Integer.valueOf(part.group(2)));
    put(body, parts, value);
  }

  private static void put(Object container, List<Object> parts, Object value) {
    Object key = parts.getFirst();
    if (parts.size() == 1) set(container, key, value);
    else put(child(container, key, parts.get(1) instanceof Integer), parts.subList(1, parts.size()), value);
  }

  @SuppressWarnings("unchecked") // only this class makes the containers
  private static void set(Object container, Object key, Object value) {
    if (key instanceof Integer) ((List<Object>) container).add(value);
    else((Map<String, Object>) container).put((String) key, value);
  }

  /** Elements of a list keep their order, not their numbers: an empty row in between leaves no hole. */
  @SuppressWarnings("unchecked")
  private static Object child(Object container, Object key, boolean list) {
    if (key instanceof Integer index) {
      var elements = (NumberedList) container;
      return elements.at(index);
    }
    return ((Map<String, Object>) container).computeIfAbsent((String) key,
        k -> list ? new NumberedList() : new LinkedHashMap<String, Object>());
  }

  private static final class NumberedList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Map<Integer, Object> byNumber = new LinkedHashMap<>();

    Object at(int number) {
      return byNumber.computeIfAbsent(number, n -> {
        var element = new LinkedHashMap<String, Object>();
        add(element);
        return element;
      });
    }
  }
}
