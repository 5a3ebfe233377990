package jp.tsunagu.runtime.pipeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.Backlog;

/**
 * A service's part of the way at one moment, as the replica that was asked sees it.
 *
 * @param version  of the build
 * @param commit   of the source it was built from; empty where the build was not told
 * @param backlog  recorded and not yet with the broker, of all replicas
 * @param lags     of its consumer groups; null while the broker cannot be asked
 * @param parked   what waits in its parking lot
 * @param channels on which it tells people something; empty for most
 */
public record PipelineState(String version, String commit, Backlog backlog, @Nullable List<Lag> lags, ParkingLot.Count parked,
    List<ChannelState> channels) {
}
