package jp.tsunagu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages go everywhere and stay, so nothing in them may tell who a person or a worker is, or what somebody said. */
class NobodyIsNamedTest {
  /** The only texts: what an organisation and its sections are called in public, and what it offers there. */
  private static final Set<String> PUBLIC = Set.of("directory.organisation.v1.name", "directory.organisation.v1.units[]",
      "directory.organisation.v1.workers[].unit", "directory.organisation.v1.programmes[].name",
      "directory.organisation.v1.programmes[].eligibility", "directory.organisation.v1.programmes[].area");
  private static final Set<String> TELLING_WORDS = Set.of("name", "names", "kana", "birth", "born", "age", "gender", "sex", "nationality",
      "phone",
      "phones", "tel", "mobile", "mail", "email", "fax", "address", "postcode", "street", "note", "notes", "text", "summary", "story",
      "wish", "wishes",
      "comment", "memo", "detail", "details", "description", "diagnosis");
  private static final Set<String> PERSONAL = Set.of("山田 花子", "ヤマダ", "Hanako", "Hanako Yamada", "093-582-0000", "0935820000",
      "090 1234 5678",
      "hanako@example.jp", "北九州市小倉北区城内1-1", "803-0000", "she said she is afraid");
  private static final Pattern SPOKEN = Pattern.compile("[\\s@,。、]|[^\\x00-\\x7f]|\\d{2,4}-\\d{2,4}-\\d{3,4}");

  static Set<String> types() {
    return MessageTypes.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("types")
  void noFieldIsCalledLikePersonalData(String type) {
    assertThat(leaves(type)).allSatisfy((path, schema) -> {
      if (!PUBLIC.contains(path)) assertThat(TELLING_WORDS).as(path).doesNotContainAnyElementsOf(words(path));
    });
  }

  @ParameterizedTest
  @MethodSource("types")
  void noFieldTakesFreeText(String type) {
    assertThat(leaves(type)).allSatisfy((path, schema) -> {
      if (schema.path("type").asString("").equals("string") && !PUBLIC.contains(path))
        assertThat(PERSONAL).as(path).noneMatch(text -> allows(schema, text));
    });
  }

  @ParameterizedTest
  @MethodSource("types")
  void noSampleHoldsWhatSomebodyCouldHaveSaid(String type) {
    Map<String, String> texts = new TreeMap<>();
    collect(type, JsonMapper.shared().readTree(Samples.json(type)), texts);
    texts.keySet().removeAll(PUBLIC);
    assertThat(texts).allSatisfy((path, text) -> assertThat(text).as(path).doesNotContainPattern(SPOKEN));
  }

  private static Map<String, JsonNode> leaves(String type) {
    Map<String, JsonNode> all = new TreeMap<>();
    descend(type, AsyncApi.schemas().get(type), all);
    return all;
  }

  private static void descend(String path, JsonNode reference, Map<String, JsonNode> leaves) {
    JsonNode schema = AsyncApi.resolve(reference);
    if (schema.has("properties"))
      schema.get("properties").properties().forEach(e -> descend(path + "." + e.getKey(), e.getValue(), leaves));
    else
      if (schema.has("items")) descend(path + "[]", schema.get("items"), leaves);
      else leaves.put(path, schema);
  }

  private static boolean allows(JsonNode schema, String text) {
    if (schema.has("format")) return false; // a date or an instant
    if (schema.has("enum")) return schema.get("enum").valueStream().anyMatch(v -> v.asString().equals(text));
    return Pattern.compile(schema.path("pattern").asString("")).matcher(text).find();
  }

  /** {@code a.b.firstContactBy} → first, contact, by */
  private static Set<String> words(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1).replace("[]", "");
    return Set.copyOf(Arrays.stream(name.split("(?=\\p{Lu})")).map(w -> w.toLowerCase(Locale.ROOT)).toList());
  }

  private static void collect(String path, JsonNode value, Map<String, String> texts) {
    if (value.isString()) texts.merge(path, value.asString(), (a, b) -> a + "|" + b);
    value.properties().forEach(e -> collect(path + "." + e.getKey(), e.getValue(), texts));
    if (value.isArray()) value.forEach(element -> collect(path + "[]", element, texts));
  }
}
