package jp.tsunagu.portal.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.portal.pipeline.PipelineReading;
import jp.tsunagu.portal.pipeline.PipelineReport;
import jp.tsunagu.runtime.http.Caller;

/** How the way from service to service is doing. */
@RestController
class WholePipelineController {
  private final PipelineReading reading;

  WholePipelineController(PipelineReading reading) {
    this.reading = reading;
  }

  @GetMapping("/api/pipeline")
  @Operation(summary = "How every service's part of the way is doing, the channels and the gap audit; for administrators. Ages are in "
      + "seconds. What a service that does not answer would have told is absent.")
  PipelineReport pipeline(Caller caller) {
    Administrators.only(caller);
    return reading.now();
  }
}
