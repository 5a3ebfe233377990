package jp.tsunagu.portal.parking;

/** One service's parking lot. Everything throws a problem while the service is away. */
interface Lot {
  Waiting look();

  /**
   * @param token of the administrator who does it
   * @return how many messages went through
   */
  int replay(String messageId, String token);

  void discard(String messageId, String reason, String worker, String token);
}
