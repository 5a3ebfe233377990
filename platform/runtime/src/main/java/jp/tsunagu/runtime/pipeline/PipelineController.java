package jp.tsunagu.runtime.pipeline;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;

/** How this service's part of the way is doing, for the one that shows administrators the whole. */
@Hidden
@RestController
public final class PipelineController {
  private final OwnPipeline pipeline;

  public PipelineController(OwnPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @GetMapping("/internal/pipeline")
  PipelineState now() {
    return pipeline.now();
  }
}
