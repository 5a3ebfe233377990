package jp.tsunagu.portal.store;

import java.util.Map;

import org.bson.Document;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folded values as documents or text: component names as keys, instants and dates as ISO strings, so that a date is the same day
 * wherever it is read.
 */
final class Values {
  private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

  Document write(Object value) {
    Map<?, ?> members = json.convertValue(value, Map.class);
    var document = new Document();
    members.forEach((name, member) -> document.append(String.valueOf(name), member));
    return document;
  }

  String text(Object value) {
    return json.writeValueAsString(value);
  }

  <T> T read(String stored, Class<T> type) {
    return json.readValue(stored, type);
  }

  <T> T read(Document stored, Class<T> type) {
    return json.convertValue(stored, type);
  }
}
