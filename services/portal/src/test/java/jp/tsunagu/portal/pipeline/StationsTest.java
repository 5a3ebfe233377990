package jp.tsunagu.portal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import io.micrometer.observation.ObservationRegistry;
import jp.tsunagu.portal.Neighbours;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.gateway.Guards;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.Backlog;
import jp.tsunagu.runtime.pipeline.ChannelState;
import jp.tsunagu.runtime.pipeline.Lag;
import jp.tsunagu.runtime.pipeline.PipelineState;

/** What comes of asking, over real HTTP. */
class StationsTest {
  private static final PipelineState OWN = new PipelineState("1", "", new Backlog(0, false, null), List.of(),
      new ParkingLot.Count(0, 0, null),
      List.of());
  private static final ClientHttpRequestInterceptor WITH_A_TOKEN = (request, body, call) -> {
    request.getHeaders().setBearerAuth("own");
    return call.execute(request, body);
  };
  private final Neighbours neighbours = new Neighbours();

  @AfterEach
  void close() {
    neighbours.close();
  }

  /** One service answers, another one's machine is gone. */
  private List<Station> asked(ClientHttpRequestInterceptor token) {
    String nobody = "http://127.0.0.1:1";
    var clients = new ServiceClients(Map.of("referral", neighbours.address(), "intake", nobody, "identity", neighbours.address()), token,
        ObservationRegistry.NOOP);
    return new Stations(List.of("referral", "intake"), clients, new Guards(10, Duration.ofSeconds(2)), () -> OWN).all();
  }

  @Test
  void hearsWhoAnswersAndNotesWhoDoesNot() {
    neighbours.on("GET /internal/pipeline", Reply.json(200, """
        {"version": "0.2.0", "commit": "", "backlog": {"commits": 2, "more": false, "oldest": "2026-04-01T00:00:00Z"},
         "lags": [{"group": "referral", "topic": "tsunagu.intake", "messages": 3, "reading": true}],
         "parked": {"waiting": 0, "stuck": 0}, "channels": [{"channel": "EMAIL", "closed": 1, "halfOpen": 0, "open": 0}],
         "newerThanWeAre": 1}"""));
    assertThat(asked(WITH_A_TOKEN)).containsExactly(
        new Station.Told("referral",
            new PipelineState("0.2.0", "", new Backlog(2, false, java.time.Instant.parse("2026-04-01T00:00:00Z")),
                List.of(new Lag("referral", "tsunagu.intake", 3, true)), new ParkingLot.Count(0, 0, null),
                List.of(new ChannelState("EMAIL", 1, 0, 0)))),
        new Station.Away("intake", Answer.SILENT), new Station.Told("portal", OWN), new Station.There("identity"));
    assertThat(neighbours.received()).filteredOn(heard -> heard.path().equals("/internal/pipeline")).singleElement()
        .satisfies(heard -> assertThat(heard.header("Authorization")).isEqualTo("Bearer own"));
  }

  @Test
  void tellsAnErrorFromSilence() {
    neighbours.on("GET /internal/pipeline", Reply.json(500, "{}"));
    assertThat(asked(WITH_A_TOKEN)).first().isEqualTo(new Station.Away("referral", Answer.IN_TROUBLE));
    neighbours.on("GET /internal/pipeline", Reply.json(200, "no JSON"));
    assertThat(asked(WITH_A_TOKEN)).first().isEqualTo(new Station.Away("referral", Answer.IN_TROUBLE));
    neighbours.on("GET /internal/pipeline", Reply.silence());
    assertThat(asked(WITH_A_TOKEN)).first().isEqualTo(new Station.Away("referral", Answer.SILENT));
  }

  @Test
  void blamesNoServiceForATokenThatItDoesNotGet() {
    neighbours.on("GET /oauth2/jwks", Reply.silence());
    assertThat(asked((_, _, _) -> {
      throw new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response"));
    })).containsExactly(new Station.Away("referral", Answer.NOT_ASKED), new Station.Away("intake", Answer.NOT_ASKED),
        new Station.Told("portal", OWN), new Station.Away("identity", Answer.SILENT));
  }
}
