package jp.tsunagu.runtime.journal;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.tsunagu.runtime.vault.SealedWords;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How stored values are written and read: tolerant of fields that later versions added, unlike the doors. */
public final class StoredJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      // What the vault answers, that a person is erased say, reaches the door as it is.
      .disable(DeserializationFeature.WRAP_EXCEPTIONS).disable(SerializationFeature.WRAP_EXCEPTIONS)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).addModule(new SealedWords())
      .addModule(new FormerForms()).build();

  private StoredJson() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** With forms of a service's own values. */
  public static JsonMapper with(List<JacksonModule> forms) {
    return forms.isEmpty() ? MAPPER : MAPPER.rebuild().addModules(forms).build();
  }
}
