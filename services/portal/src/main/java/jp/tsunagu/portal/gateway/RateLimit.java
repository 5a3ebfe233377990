package jp.tsunagu.portal.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.ProblemWriter;

/** So many requests per client and no more: by its token's subject, or by its address while it has none. */
public final class RateLimit extends OncePerRequestFilter {
  private static final int CLIENTS = 50_000;

  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterAccess(Duration.ofMinutes(5)).build();
  private final Bandwidth bandwidth;
  private final ProblemWriter problems;

  /**
   * @param burst     requests that may come at once
   * @param perSecond requests that may come forever
   */
  public RateLimit(int burst, int perSecond, ProblemWriter problems) {
    this.bandwidth = Bandwidth.builder().capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)).build();
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConsumptionProbe probe = buckets.get(client(request), c -> Bucket.builder().addLimit(bandwidth).build())
        .tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    problems.write(response,
        new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Wait " + seconds + " s and go on.", List.of()));
  }

  private static String client(HttpServletRequest request) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean known = who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    return known && who != null ? "subject " + who.getName() : "address " + request.getRemoteAddr();
  }
}
