package jp.tsunagu.runtime.journal;

import java.util.List;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Outbox;

/**
 * One kind of stream a service keeps.
 *
 * @param prefix       what the stream ids begin with, e.g. {@code journey} for {@code journey-c-1}
 * @param indexedFacts names of the decider's facts that get an index, e.g. {@code workers}, or {@code recipient,raisedAt} for one on both
 */
public record Aggregate<C, E, S>(String prefix, Decider<C, E, S> decider, EventTypes<E> types, Outbox<E, Message> outbox,
    List<String> indexedFacts) {
  public String stream(String id) {
    return prefix + "-" + id;
  }
}
