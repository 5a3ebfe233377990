package jp.tsunagu.portal.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.springframework.web.client.ResourceAccessException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jp.tsunagu.runtime.http.Problem;

/** Stands before one service: so many calls at once and no more, and none at all for a while after too many went wrong. */
public final class Guard {
  private final String service;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  Guard(String service, CircuitBreaker breaker, Bulkhead bulkhead) {
    this.service = service;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
  }

  /**
   * @param down whether an answer says that the service is not there (a gateway's 502, 503, 504)
   * @throws Problem 503 if it cannot be reached, is too slow, or is not even asked
   */
  public <T> T call(Callable<T> call, Predicate<T> down) throws Exception {
    if (!bulkhead.tryAcquirePermission()) throw unavailable("too many calls at once");
    try {
      if (!breaker.tryAcquirePermission()) throw unavailable("it was not there a moment ago");
      return measured(call, down);
    } finally {
      bulkhead.onComplete();
    }
  }

  private <T> T measured(Callable<T> call, Predicate<T> down) throws Exception {
    long began = breaker.getCurrentTimestamp();
    try {
      T answer = call.call();
      if (down.test(answer)) breaker.onError(since(began), breaker.getTimestampUnit(), new IOException("it says it is down"));
      else breaker.onSuccess(since(began), breaker.getTimestampUnit());
      return answer;
    } catch (ResourceAccessException | UncheckedIOException | IOException e) {
      breaker.onError(since(began), breaker.getTimestampUnit(), e);
      throw unavailable("it does not answer");
    } catch (Exception e) {
      breaker.releasePermission(); // our own mistake or the caller's says nothing about the service
      throw e;
    }
  }

  private long since(long began) {
    return breaker.getCurrentTimestamp() - began;
  }

  /** For tests and health: whether calls are let through. */
  public boolean closed() {
    return breaker.getState() == CircuitBreaker.State.CLOSED;
  }

  /** Which of {@code CLOSED}, {@code HALF_OPEN} and {@code OPEN}; after its rest an open one stays so until somebody calls. */
  CircuitBreaker.State state() {
    return breaker.getState();
  }

  private Problem unavailable(String why) {
    return Problem.unavailable("service-unavailable", "The service " + service + " is away: " + why + ". Nothing was lost; try again.")
        .with("service", service);
  }

}
