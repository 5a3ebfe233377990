package jp.tsunagu.portal.store;

import org.bson.Document;

import jp.tsunagu.runtime.journal.StoredJson;

import tools.jackson.databind.json.JsonMapper;

/**
 * Folded values as text, or as the documents they were kept in before: component names as keys, instants and dates as ISO
 * strings, so that a date is the same day wherever it is read.
 */
final class Values {
  /** One for all: what it learns of a class costs more than what it then writes. */
  private static final JsonMapper JSON = StoredJson.mapper();

  String text(Object value) {
    return JSON.writeValueAsString(value);
  }

  <T> T read(String stored, Class<T> type) {
    return JSON.readValue(stored, type);
  }

  <T> T read(Document stored, Class<T> type) {
    return JSON.convertValue(stored, type);
  }
}
