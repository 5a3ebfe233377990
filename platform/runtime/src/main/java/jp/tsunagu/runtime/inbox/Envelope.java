package jp.tsunagu.runtime.inbox;

import java.time.Instant;

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
 */
public record Envelope(String id, String source, String stream, long version, long sequence, boolean complete, String caseId, Instant time,
    Message message) {
  /** The newest replaces all older ones; nothing is missing when one was never seen. */
  public boolean isSnapshot() {
    return message instanceof DirectoryMessage;
  }
}
