package jp.tsunagu.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param id       {@code <stream>/<version>/<index>}, the same at every attempt
 * @param key      the partition key: the case (the organisation in the directory)
 * @param sequence the ordinal of the message in its stream, without holes
 * @param complete true for the last message of its commit
 * @param trace    of its commit
 */
public record Outgoing<M>(String id, String stream, String key, long sequence, boolean complete, Instant time, M body,
    @Nullable String trace) {
  public Outgoing(String id, String stream, String key, long sequence, boolean complete, Instant time, M body) {
    this(id, stream, key, sequence, complete, time, body, null);
  }

  public static String id(String stream, long version, int index) {
    return stream + "/" + version + "/" + index;
  }

  /** The same message as a part of what is traced so. */
  public Outgoing<M> within(@Nullable String trace) {
    return new Outgoing<>(id, stream, key, sequence, complete, time, body, trace);
  }
}
