package jp.tsunagu.runtime.inbox;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/**
 * What waits in this service's parking lot, and the two things an administrator can do about it. That something waits is also told to
 * the service that alerts administrators.
 */
@Hidden
@RestController
@RequestMapping("/internal/parking")
public final class ParkingController {
  private final ParkingLot parking;
  private final Inbox inbox;

  public ParkingController(ParkingLot parking, Inbox inbox) {
    this.parking = parking;
    this.inbox = inbox;
  }

  record Discard(@NotBlank @Size(max = 500) String reason) {}

  record Replayed(int through) {}

  @GetMapping
  ParkingLot.Overview lot() {
    return parking.overview();
  }

  /** The whole case is tried again from its first parked message; order stays. */
  @PostMapping("/replay")
  Replayed replay(@RequestParam String id) {
    ParkingLot.Parked parked = parking.find(id).orElseThrow(Problem::notFound);
    return new Replayed(inbox.replay(parked.consumer(), parked.caseId()));
  }

  @PostMapping("/discard")
  ResponseEntity<Void> discard(@RequestParam String id, @Valid @RequestBody Discard body, Caller caller) {
    if (parking.find(id).filter(p -> p.state().equals("WAITING")).isEmpty()) throw Problem.notFound();
    if (!inbox.discard(id, caller.worker(), body.reason()))
      throw anotherWaitsBefore();
    return ResponseEntity.noContent().build();
  }

  public static Problem anotherWaitsBefore() {
    return Problem.conflict("another-waits-before", "Another message of this case waits before this one.");
  }
}
