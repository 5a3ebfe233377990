package jp.tsunagu.portal.pipeline;

import java.time.InstantSource;

import jp.tsunagu.portal.auditing.Gaps;
import jp.tsunagu.portal.auditing.Passes;

/** The whole way, looked at now. Who may look is asked before. */
public final class PipelineReading {
  private final Stations stations;
  private final Gaps gaps;
  private final Passes passes;
  private final InstantSource clock;
  private final Bounds bounds;

  public PipelineReading(Stations stations, Gaps gaps, Passes passes, InstantSource clock, Bounds bounds) {
    this.stations = stations;
    this.gaps = gaps;
    this.passes = passes;
    this.clock = clock;
    this.bounds = bounds;
  }

  public PipelineReport now() {
    var all = stations.all();
    return new Judge(bounds, clock.instant()).report(all, passes.pass(Passes.LEDGERS).last(), gaps.openCount());
  }
}
