package jp.tsunagu.portal.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.pipeline.PipelineState;

/** All services, each behind its guard and all at once: the page is wanted most when some of them hang. */
public final class Stations {
  private static final String IDENTITY = "identity";
  private static final String PORTAL = "portal";

  private final List<String> services;
  private final ServiceClients clients;
  private final Guards guards;
  private final Supplier<PipelineState> own;

  /**
   * @param services that have a part of the way, without the portal itself
   * @param own      the portal's part
   */
  public Stations(List<String> services, ServiceClients clients, Guards guards, Supplier<PipelineState> own) {
    this.services = List.copyOf(services);
    this.clients = clients;
    this.guards = guards;
    this.own = own;
  }

  List<Station> all() {
    try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Station>> asked = Stream.concat(services.stream(), Stream.of(PORTAL, IDENTITY))
          .map(service -> CompletableFuture.supplyAsync(() -> asked(service), atOnce)).toList();
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private Station asked(String service) {
    return switch (service) {
      case PORTAL -> answer(service, () -> new Station.Told(service, own.get()));
      case IDENTITY -> answer(service, guarded(service, () -> there(service)));
      default -> answer(service, guarded(service, () -> told(service)));
    };
  }

  private Station told(String service) {
    return new Station.Told(service,
        Objects.requireNonNull(clients.client(service).get().uri("/internal/pipeline").retrieve().body(PipelineState.class)));
  }

  /** Nobody can be let in without its keys; another issuer in its place has them too. */
  private Station there(String service) {
    var unused = clients.plain(service).get().uri("/oauth2/jwks").retrieve().toBodilessEntity();
    return new Station.There(service);
  }

  private Callable<Station> guarded(String service, Callable<Station> question) {
    return () -> guards.of(service).call(question, _ -> false);
  }

  private static Station answer(String service, Callable<Station> question) {
    try {
      return question.call();
    } catch (Problem unavailable) {
      return new Station.Away(service, Answer.SILENT);
    } catch (OAuth2AuthorizationException noToken) {
      return new Station.Away(service, Answer.NOT_ASKED);
    } catch (Exception trouble) {
      return new Station.Away(service, Answer.IN_TROUBLE);
    }
  }
}
