package jp.tsunagu.portal.pipeline;

import jp.tsunagu.runtime.pipeline.PipelineState;

/** What came of asking one service. */
sealed interface Station {
  String service();

  record Told(String service, PipelineState state) implements Station {}

  /** It is there, and has no part of the way: whoever logs people in. */
  record There(String service) implements Station {}

  record Away(String service, Answer why) implements Station {}
}
