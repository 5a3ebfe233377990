package jp.tsunagu.runtime.calls;

import java.io.IOException;
import java.net.http.HttpTimeoutException;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;

import java.util.List;

import jp.tsunagu.runtime.http.IdempotencyKeys;

/**
 * Asks once more where somebody hung up without a word. A replica that is told to end takes no more requests from the lines it has, and
 * the caller learns it only by asking; the next line leads to another replica. Only what may be heard twice is asked again: a
 * question, or a command whose key lets it be carried out once. Who is slow is not asked again, as they may be at work.
 */
public final class OnceMore implements ClientHttpRequestInterceptor {
  private OnceMore() {}

  /** Keeps what is sent in memory, which the doors bound. */
  public static ClientHttpRequestFactory over(ClientHttpRequestFactory requests) {
    return new InterceptingClientHttpRequestFactory(requests, List.of(new OnceMore()));
  }

  @Override
  public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    try {
      return execution.execute(request, body);
    } catch (HttpTimeoutException slow) {
      throw slow;
    } catch (IOException hungUp) {
      if (!mayBeHeardTwice(request)) throw hungUp;
      return execution.execute(request, body);
    }
  }

  private static boolean mayBeHeardTwice(HttpRequest request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD
        || request.getHeaders().containsHeader(IdempotencyKeys.HEADER);
  }
}
