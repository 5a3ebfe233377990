package jp.tsunagu.portal.parking;

import jp.tsunagu.runtime.inbox.ParkingController;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

import jp.tsunagu.portal.gateway.Guard;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.ParkingLot;

/** Another service's, behind its guard. Looked at with the portal's own token, changed with the administrator's. */
final class FarLot implements Lot {
  private static final String PATH = "/internal/parking";

  private final String service;
  private final ServiceClients clients;
  private final Guard guard;

  FarLot(String service, ServiceClients clients, Guard guard) {
    this.service = service;
    this.clients = clients;
    this.guard = guard;
  }

  record Replayed(int through) {}

  @Override
  public Waiting look() {
    return Waiting.at(service,
        guarded(() -> Objects.requireNonNull(clients.client(service).get().uri(PATH).retrieve().body(ParkingLot.Overview.class))));
  }

  @Override
  public int replay(String messageId, String token) {
    return guarded(() -> Objects.requireNonNull(
        post("/replay", messageId, token).retrieve().onStatus(HttpStatusCode::isError, this::refuse).body(Replayed.class))).through();
  }

  @Override
  public void discard(String messageId, String reason, String worker, String token) {
    guarded(() -> post("/discard", messageId, token).contentType(MediaType.APPLICATION_JSON).body(Map.of("reason", reason)).retrieve()
        .onStatus(HttpStatusCode::isError, this::refuse).toBodilessEntity());
  }

  private RestClient.RequestBodySpec post(String act, String messageId, String token) {
    return clients.plain(service).post().uri(PATH + act + "?id={id}", messageId).headers(headers -> headers.setBearerAuth(token));
  }

  private <T> T guarded(Callable<T> call) {
    try {
      return guard.call(call, _ -> false);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void refuse(HttpRequest request, ClientHttpResponse response) throws IOException {
    throw switch (response.getStatusCode().value()) {
      case 404 -> Problem.notFound();
      case 409 -> ParkingController.anotherWaitsBefore();
      default -> Problem.unavailable("service-unavailable", "The service " + service + " did not do it. Nothing was lost; try again.");
    };
  }
}
