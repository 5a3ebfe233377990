package jp.tsunagu.runtime.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springdoc.core.customizers.OpenApiCustomizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Adds to each operation the problems it can answer with. They follow from what the operation takes: who has a body can send a
 * wrong one, who changes something can come too late.
 */
public final class CommonProblems implements OpenApiCustomizer {
  private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
  private static final Map<String, String> ALWAYS = ordered("400", "Something in the request cannot be read", "401",
      "No token, or none that is valid", "403", "The caller is known and may not do this", "406",
      "Nothing that the caller accepts can be given", "429", "Too many requests; Retry-After says when to go on", "503",
      "A service behind the door is away; nothing was lost, and Retry-After says when to try again");
  private static final Map<String, String> OF_A_THING = ordered("404", "There is no such thing, or not for this caller");
  private static final Map<String, String> OF_A_CHANGE = ordered("409", "It does not fit what has happened before", "412",
      "The version in If-Match is not the present one", "422", "A readable value breaks a rule, or the key was used for another request");
  private static final Map<String, String> OF_A_BODY = ordered("413", "The body is too large", "415",
      "The body is of a type that is not taken");

  @Override
  public void customise(OpenAPI api) {
    if (api.getPaths() == null) return;
    api.getComponents().addSchemas(ProblemShape.NAME, ProblemShape.schema()).addSchemas(ProblemShape.FIELD, ProblemShape.field());
    api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
  }

  private static void describe(String path, HttpMethod method, Operation operation) {
    Map<String, String> problems = new LinkedHashMap<>(ALWAYS);
    if (path.contains("{")) problems.putAll(OF_A_THING);
    if (CHANGES.contains(method)) problems.putAll(OF_A_CHANGE);
    if (CHANGES.contains(method)) ActHeaders.describe(operation);
    if (operation.getRequestBody() != null) problems.putAll(OF_A_BODY);
    problems.forEach((status, when) -> operation.getResponses().computeIfAbsent(status, _ -> problem(when)));
  }

  private static ApiResponse problem(String when) {
    var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + ProblemShape.NAME));
    return new ApiResponse().description(when).content(new Content().addMediaType("application/problem+json", body));
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
    return map;
  }
}
