package jp.tsunagu.runtime.inbox;

import java.util.List;

/** The publishers' own journals, asked when a message is missing. */
@FunctionalInterface
public interface PublisherJournals {
  /** All messages of the stream with a higher sequence, in order; empty for an unknown stream. Throws when it cannot be asked. */
  List<WireMessage> after(String service, String stream, long sequence);
}
