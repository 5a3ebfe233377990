package jp.tsunagu.portal.audit;

import jp.tsunagu.contracts.Party;

/** Who there is, as the directory has told. */
@FunctionalInterface
public interface People {
  enum Standing {
    /** Works there, or is about to leave and hands over what is left. */
    THERE, LEFT,
    /** The directory knows the organisation and no such worker. */
    UNKNOWN,
    /** The directory has not told of the organisation; that is a gap of its own. */
    NOT_TOLD
  }

  Standing of(Party worker);
}
