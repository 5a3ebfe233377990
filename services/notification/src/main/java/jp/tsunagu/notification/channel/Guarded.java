package jp.tsunagu.notification.channel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import jp.tsunagu.contracts.NotificationMessage.Channel;

/** A carrier that gives up in time, tries again at once what failed in passing, and stays away from a road that is closed. */
final class Guarded implements Carrier {
  private final Carrier carrier;
  private final Guards guards;
  private final ExecutorService threads;

  Guarded(Carrier carrier, Guards guards, ExecutorService threads) {
    this.carrier = carrier;
    this.guards = guards;
    this.threads = threads;
  }

  @Override
  public Channel channel() {
    return carrier.channel();
  }

  @Override
  public boolean serves(String worker) {
    return carrier.serves(worker);
  }

  @Override
  public String road(String worker) {
    return carrier.road(worker);
  }

  /** A channel whose roads differ closes none of them for all. */
  @Override
  public boolean ready() {
    return !guards.closed(channel().name()) && carrier.ready();
  }

  @Override
  public Carried carry(Letter letter) {
    try {
      return guards.on(carrier.road(letter.to()), () -> threads.submit(() -> carrier.carry(letter))).call();
    } catch (NotNow e) {
      throw e;
    } catch (CallNotPermittedException e) {
      throw NotNow.forAnybody("the road is closed");
    } catch (BulkheadFullException e) {
      throw NotNow.forThisLetter("too many letters at once");
    } catch (TimeoutException e) {
      throw NotNow.perhapsTaken("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotNow.perhapsTaken("the service stops");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
