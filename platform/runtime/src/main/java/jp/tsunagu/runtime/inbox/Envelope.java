package jp.tsunagu.runtime.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.Message;

/**
 * A message as it arrived.
 *
 * @param id       {@code <stream>/<version>/<index>}; the cause of every command it leads to
 * @param source   the publishing service
 * @param sequence its ordinal in the stream, from 1 without holes (the version, where messages are snapshots)
 * @param complete true for the last message of its commit
 * @param caseId   the case (the organisation in the directory)
 * @param trace    of what it is a part of, as W3C's {@code traceparent}
 */
public record Envelope(String id, String source, String stream, long version, long sequence, boolean complete, String caseId, Instant time,
    Message message, @Nullable String trace) {
  public Envelope(String id, String source, String stream, long version, long sequence, boolean complete, String caseId, Instant time,
      Message message) {
    this(id, source, stream, version, sequence, complete, caseId, time, message, null);
  }

  /** The same message as a part of what is traced so. */
  Envelope within(@Nullable String trace) {
    return new Envelope(id, source, stream, version, sequence, complete, caseId, time, message, trace);
  }

  /** The newest replaces all older ones; nothing is missing when one was never seen. */
  public boolean isSnapshot() {
    return message instanceof DirectoryMessage;
  }
}
