package jp.tsunagu.runtime.pipeline;

import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.Journals;

/** This service's own. */
public final class OwnPipeline {
  private final Build build;
  private final Journals journals;
  private final Lags lags;
  private final ParkingLot parking;
  private final ChannelState.Known channels;

  /** @param commit empty where the build was not told */
  public record Build(String version, String commit) {}

  public OwnPipeline(Build build, Journals journals, Lags lags, ParkingLot parking, ChannelState.Known channels) {
    this.build = build;
    this.journals = journals;
    this.lags = lags;
    this.parking = parking;
    this.channels = channels;
  }

  public PipelineState now() {
    return new PipelineState(build.version(), build.commit(), journals.backlog(), lags.ask(), parking.count(), channels.all());
  }
}
