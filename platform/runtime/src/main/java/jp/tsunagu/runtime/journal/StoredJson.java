package jp.tsunagu.runtime.journal;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How stored values are written and read: tolerant of fields that later versions added, unlike the doors. */
public final class StoredJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

  private StoredJson() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }
}
