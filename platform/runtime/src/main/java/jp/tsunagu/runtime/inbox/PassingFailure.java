package jp.tsunagu.runtime.inbox;

/** Something needed is not there now but will be; what failed for it is tried again without being asked. */
public final class PassingFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PassingFailure(String message) {
    super(message);
  }
}
