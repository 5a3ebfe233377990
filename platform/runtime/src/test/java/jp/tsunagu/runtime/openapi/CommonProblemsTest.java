package jp.tsunagu.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

class CommonProblemsTest {
  private static Operation operation() {
    return new Operation().responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("done")));
  }

  private static OpenAPI described(String path, PathItem item) {
    OpenAPI api = new OpenAPI().components(new Components()).path(path, item);
    new CommonProblems().customise(api);
    return api;
  }

  @Test
  void addsWhatAQuestionCanBeRefusedFor() {
    Operation list = operation();
    described("/api/cases", new PathItem().get(list));
    assertThat(list.getResponses()).containsOnlyKeys("200", "400", "401", "403", "406", "429", "503");
    assertThat(list.getParameters()).isNull();
  }

  @Test
  void addsWhatComesWithAThingAChangeAndABody() {
    Operation close = operation().requestBody(new RequestBody());
    OpenAPI api = described("/api/cases/{caseId}/closure", new PathItem().post(close));
    assertThat(close.getResponses()).containsKeys("404", "409", "412", "413", "415", "422");
    assertThat(close.getParameters()).extracting(Parameter::getName).containsExactly("Idempotency-Key", "If-Match");
    assertThat(close.getResponses().get("404")).asString().contains("application/problem+json", "#/components/schemas/Problem");
    assertThat(api.getComponents().getSchemas()).containsKeys("Problem", "ProblemField");
  }

  @Test
  void leavesWhatAControllerSaysItself() {
    Operation own = operation().addParametersItem(new HeaderParameter().name("Idempotency-Key"));
    own.getResponses().addApiResponse("409", new ApiResponse().description("its own words"));
    described("/api/a", new PathItem().post(own));
    assertThat(own.getResponses().get("409")).extracting(ApiResponse::getDescription).isEqualTo("its own words");
    assertThat(own.getParameters()).extracting(Parameter::getName).containsExactly("Idempotency-Key", "If-Match");
  }
}
