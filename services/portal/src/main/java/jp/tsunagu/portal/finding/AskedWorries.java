package jp.tsunagu.portal.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.gateway.Guard;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;

/** Asks intake with the token of whoever asks, behind the same guard as the door. */
public final class AskedWorries implements Worries {
  private static final int AT_ONCE = 500;

  private final ServiceClients clients;
  private final Guard guard;

  public AskedWorries(ServiceClients clients, Guard guard) {
    this.clients = clients;
    this.guard = guard;
  }

  record Told(List<String> caseIds) {}

  @Override
  public List<String> among(List<String> cases, Worry worry, String token) {
    List<String> all = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += AT_ONCE)
      all.addAll(some(cases.subList(from, Math.min(cases.size(), from + AT_ONCE)), worry, token));
    return all;
  }

  private List<String> some(List<String> cases, Worry worry, String token) {
    try {
      return guard.call(() -> ask(cases, worry, token), _ -> false).caseIds();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Told ask(List<String> cases, Worry worry, String token) {
    return Objects.requireNonNull(clients.plain("intake").post().uri("/api/cases/worries").headers(headers -> headers.setBearerAuth(token))
        .contentType(MediaType.APPLICATION_JSON).body(Map.of("worry", worry, "caseIds", cases)).retrieve()
        .onStatus(HttpStatusCode::isError, (request, response) -> {
          throw away();
        }).body(Told.class));
  }

  private static Problem away() {
    return Problem.unavailable("intake-away", "Worries cannot be asked for now. Search without them, or try again.");
  }
}
