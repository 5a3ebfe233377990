package jp.tsunagu.runtime.openapi;

import java.util.List;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** The body of every refusal (RFC 9457), as {@code ProblemWriter} writes it; some carry further members, such as what is still held. */
final class ProblemShape {
  static final String NAME = "Problem";
  static final String FIELD = "ProblemField";

  private ProblemShape() {}

  static Schema<?> schema() {
    var errors = new ArraySchema().items(new Schema<>().$ref("#/components/schemas/" + FIELD));
    return new ObjectSchema().addProperty("type", new StringSchema().format("uri")).addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema()).addProperty("detail", new StringSchema()).addProperty("code", new StringSchema())
        .addProperty("errors", errors).required(List.of("type", "title", "status", "detail", "code")).additionalProperties(true);
  }

  static Schema<?> field() {
    return new ObjectSchema().addProperty("field", new StringSchema()).addProperty("code", new StringSchema())
        .addProperty("message", new StringSchema()).required(List.of("field", "code", "message"));
  }
}
