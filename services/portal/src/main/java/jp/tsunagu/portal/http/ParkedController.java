package jp.tsunagu.portal.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jp.tsunagu.portal.parking.Parked;
import jp.tsunagu.portal.parking.ParkingLots;
import jp.tsunagu.portal.parking.Waiting;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Nothing;

/** The parking lots of all services. */
@RestController
@RequestMapping("/api/parking")
class ParkedController {
  private final ParkingLots lots;

  ParkedController(ParkingLots lots) {
    this.lots = lots;
  }

  /**
   * @param service whose it is
   * @param reason  what went wrong
   * @param passing whether it is tried again by itself
   * @param behind  how many later messages of the case wait for it
   */
  record Item(String id, String service, String consumer, String caseId, String reason, boolean passing, Instant since, int behind) {
    static Item of(Parked p) {
      return new Item(p.id(), p.service(), p.consumer(), p.caseId(), p.reason(), p.passing(), p.since(), p.behind());
    }
  }

  record GivenUp(String id, String service, String caseId, String reason, Instant since, @Nullable String discardedBy,
      @Nullable String discardReason, @Nullable Instant discardedAt) {
    static GivenUp of(Parked p) {
      return new GivenUp(p.id(), p.service(), p.caseId(), p.reason(), p.since(), p.discardedBy(), p.discardReason(), p.discardedAt());
    }
  }

  /** @param away services that cannot be asked now */
  record Parking(List<Item> waiting, List<GivenUp> discarded, List<String> away) {}

  /** @param reason kept with the message */
  record Discard(@NotBlank @Size(max = 500) String reason) {}

  record Replayed(int through) {}

  @GetMapping
  @Operation(summary = "What waits for a human, the first of every case, and what was given up")
  Parking parking(Caller caller) {
    Administrators.only(caller);
    Waiting all = lots.all();
    return new Parking(all.waiting().stream().map(Item::of).toList(), all.discarded().stream().map(GivenUp::of).toList(), all.away());
  }

  @PostMapping("/{parkedId}/replay")
  @Operation(summary = "Try the case's messages again, in their order; answers how many went through")
  Replayed replay(@PathVariable String parkedId, @RequestBody(required = false) @Nullable Nothing nothing, Caller caller) {
    Administrators.only(caller);
    return new Replayed(lots.replay(parkedId, CallersToken.now()));
  }

  @PostMapping("/{parkedId}/discard")
  @Operation(summary = "Give a message up, for a reason that is kept; what waits behind it goes on")
  ResponseEntity<Void> discard(@PathVariable String parkedId, @Valid @RequestBody Discard body, Caller caller) {
    Administrators.only(caller);
    lots.discard(parkedId, body.reason(), caller.worker(), CallersToken.now());
    return ResponseEntity.noContent().build();
  }
}
