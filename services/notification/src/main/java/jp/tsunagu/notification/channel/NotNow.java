package jp.tsunagu.notification.channel;

/** A letter did not get through this time, and may later. */
public final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean anybody;

  private NotNow(String reason, boolean anybody) {
    super(reason, null, false, false);
    this.anybody = anybody;
  }

  /** The channel itself is away. */
  public static NotNow forAnybody(String reason) {
    return new NotNow(reason, true);
  }

  public static NotNow forThisLetter(String reason) {
    return new NotNow(reason, false);
  }

  boolean concernsAnybody() {
    return anybody;
  }
}
