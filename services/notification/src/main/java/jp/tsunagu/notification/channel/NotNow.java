package jp.tsunagu.notification.channel;

/** A letter did not get through this time, and may later. */
public final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean anybody;
  private final boolean untaken;

  private NotNow(String reason, boolean anybody, boolean untaken) {
    super(reason, null, false, false);
    this.anybody = anybody;
    this.untaken = untaken;
  }

  /** The road itself is closed. */
  public static NotNow forAnybody(String reason) {
    return new NotNow(reason, true, true);
  }

  public static NotNow forThisLetter(String reason) {
    return new NotNow(reason, false, true);
  }

  /** The road broke while the letter was on it: perhaps it arrived, so it has to go out again as it is. */
  public static NotNow perhapsTaken(String reason) {
    return new NotNow(reason, true, false);
  }

  boolean concernsAnybody() {
    return anybody;
  }

  boolean untaken() {
    return untaken;
  }
}
