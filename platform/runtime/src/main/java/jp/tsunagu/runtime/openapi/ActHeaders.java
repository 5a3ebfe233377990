package jp.tsunagu.runtime.openapi;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import jp.tsunagu.runtime.http.IdempotencyKeys;

/** The headers an act is read from; controllers take an {@code Act}, so nothing in them names its headers. */
final class ActHeaders {
  private ActHeaders() {}

  static void describe(Operation operation) {
    add(operation, new HeaderParameter().name(IdempotencyKeys.HEADER).description("The same request under the same key is done once")
        .schema(new StringSchema().pattern("^[\\x21-\\x7e]+$").minLength(1).maxLength(200)));
    add(operation, new HeaderParameter().name("If-Match").description("Only if this is still the version, e.g. \"7\"")
        .schema(new StringSchema().pattern("^(\\*|(W/)?\"\\d{1,18}\")$")));
  }

  private static void add(Operation operation, Parameter header) {
    List<Parameter> there = Objects.requireNonNullElse(operation.getParameters(), List.of());
    if (there.stream().noneMatch(p -> header.getName().equalsIgnoreCase(p.getName()))) operation.addParametersItem(header.required(false));
  }
}
