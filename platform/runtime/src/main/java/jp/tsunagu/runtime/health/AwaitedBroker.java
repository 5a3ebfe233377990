package jp.tsunagu.runtime.health;

import org.springframework.context.SmartLifecycle;

import jp.tsunagu.health.Waiting;

/**
 * Keeps a service from reading before there is a broker to read from: the binder would try for half a minute per topic, and then
 * again and again with a page of log each. The doors are opened after the readers, so somebody else answers meanwhile.
 */
public final class AwaitedBroker implements SmartLifecycle {
  /** Of Spring Cloud Stream's readers; they start before the doors open and stop after they are closed. */
  private static final int READERS = Integer.MAX_VALUE - 3000;
  /** Of what works as long as readers and doors do: it begins before them, and ends after them. */
  public static final int CLOCKWORK = READERS - 100;
  private final Broker broker;
  private final Waiting.Meanwhile meanwhile;
  private final Runnable then;
  private volatile boolean running;

  /** @param then what is to be done with the broker before anybody reads from it */
  public AwaitedBroker(Broker broker, Waiting.Meanwhile meanwhile, Runnable then) {
    this.broker = broker;
    this.meanwhile = meanwhile;
    this.then = then;
  }

  @Override
  public void start() {
    new Waiting(broker.need(), _ -> false).untilThere(meanwhile);
    then.run();
    running = true;
  }

  @Override
  public int getPhase() {
    return CLOCKWORK - 100;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
