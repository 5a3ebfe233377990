package jp.tsunagu.notification.channel;

/** Looks for what has become due, as the safety net or because nothing else says so. */
@FunctionalInterface
public interface Sweep {
  void sweep();
}
