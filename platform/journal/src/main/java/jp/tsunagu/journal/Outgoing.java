package jp.tsunagu.journal;

import java.time.Instant;

/**
 * A message on its way out.
 *
 * @param id       {@code <stream>/<version>/<index>}, the same at every attempt
 * @param key      the partition key: the case (the organisation in the directory)
 * @param sequence the ordinal of the message in its stream, without holes
 * @param complete true for the last message of its commit
 */
public record Outgoing<M>(String id, String stream, String key, long sequence, boolean complete, Instant time, M body) {
  public static String id(String stream, long version, int index) {
    return stream + "/" + version + "/" + index;
  }
}
