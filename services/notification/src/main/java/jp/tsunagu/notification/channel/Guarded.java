package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import jp.tsunagu.contracts.NotificationMessage.Channel;

/**
 * A carrier that gives up in time, tries again at once what failed in passing, and stays away from a channel that is down.
 * Only what would happen to anybody counts against the channel: one recipient's full mailbox must not close it for the others.
 */
final class Guarded implements Carrier {
  private final Carrier carrier;
  private final CircuitBreaker breaker;
  private final Retry retry;
  private final TimeLimiter limit;
  private final ExecutorService threads;

  /**
   * @param patience how long one attempt may take
   * @param away     how long a channel that is down is left alone
   */
  Guarded(Carrier carrier, Duration patience, Duration away, ExecutorService threads) {
    String name = carrier.channel().name();
    this.carrier = carrier;
    this.threads = threads;
    this.limit = TimeLimiter.of(name, TimeLimiterConfig.custom().timeoutDuration(patience).cancelRunningFuture(true).build());
    this.breaker = CircuitBreaker.of(name, CircuitBreakerConfig.custom().slidingWindowSize(10).minimumNumberOfCalls(4)
        .failureRateThreshold(60).waitDurationInOpenState(away).automaticTransitionFromOpenToHalfOpenEnabled(true)
        .permittedNumberOfCallsInHalfOpenState(2).recordException(Guarded::concernsAnybody).build());
    this.retry = Retry.of(name, RetryConfig.custom().maxAttempts(2).intervalFunction(IntervalFunction.ofRandomized(Duration.ofMillis(200)))
        .retryOnException(Guarded::concernsAnybody).build());
  }

  private static boolean concernsAnybody(Throwable failure) {
    return failure instanceof NotNow notNow ? notNow.concernsAnybody() : failure instanceof TimeoutException;
  }

  @Override
  public Channel channel() {
    return carrier.channel();
  }

  @Override
  public boolean ready() {
    return breaker.getState() != CircuitBreaker.State.OPEN && carrier.ready();
  }

  @Override
  public Carried carry(Letter letter) {
    Callable<Carried> inTime = TimeLimiter.decorateFutureSupplier(limit, () -> threads.submit(() -> carrier.carry(letter)));
    try {
      return Retry.decorateCallable(retry, CircuitBreaker.decorateCallable(breaker, inTime)).call();
    } catch (NotNow e) {
      throw e;
    } catch (CallNotPermittedException e) {
      throw NotNow.forAnybody("the channel is down");
    } catch (TimeoutException e) {
      throw NotNow.forAnybody("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotNow.forThisLetter("the service stops");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
