package jp.tsunagu.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where streams are kept. Every implementation passes the same contract suite.
 *
 * @param <E> the events of one kind of aggregate
 */
public interface Journal<E> {
  /** A stream near this many commits is refused, well before a document could outgrow its store. */
  int MAX_COMMITS = 5_000;
  /** Likewise for its stored size in bytes. */
  int MAX_BYTES = 4 * 1024 * 1024;

  /** The whole history, or an empty stream if there is none. */
  Stream<E> load(String id);

  /** The histories of those among these ids that exist, in no order; asked for at once where one by one would be a way each. */
  List<Stream<E>> load(Collection<String> ids);

  /**
   * The history as it was last appended to from here, if that is still at hand. Others may have gone on since: it is good for
   * a decision whose append will tell, and for nothing else.
   */
  default Optional<Stream<E>> recall(String id) {
    return Optional.empty();
  }

  /**
   * Appends a commit if the stream still has the version before it, durably and all at once: history, facts and the
   * intention to publish. When this returns true the commit survives any crash.
   *
   * @param stream as loaded; its case id is stored with the first commit
   * @return false if another writer was first; nothing was written
   * @throws StreamFull if the stream has grown to its limit; nothing was written
   */
  boolean append(Stream<E> stream, Commit<E> commit, Map<String, Object> facts);

  /** The stream cannot take more; the case has to be continued in a new one. */
  final class StreamFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StreamFull(String stream, String limit) {
      super("stream " + stream + " has reached its limit of " + limit);
    }
  }
}
