package jp.tsunagu.systemtests.simulation;

/** No answer from the broker; it may have the message all the same. */
final class BrokerAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokerAway() {
    super("the broker does not answer");
  }
}
