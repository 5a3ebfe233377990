package jp.tsunagu.portal.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Nothing;

/** Everybody's own feed. */
@RestController
@RequestMapping("/api/calendar-feed")
class CalendarFeedController {
  private final Feeds feeds;
  private final String door;

  CalendarFeedController(Feeds feeds, TsunaguProperties properties) {
    this.feeds = feeds;
    this.door = properties.issuer();
  }

  /** @param url for a calendar program; told this once */
  record Feed(String url) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "An address for my calendar program, told this once; an older one opens nothing any more")
  Feed open(@RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return new Feed(Feeds.address(door, feeds.open(act.by())));
  }

  @DeleteMapping
  @Operation(summary = "My address opens nothing any more")
  ResponseEntity<Void> close(Act act) {
    feeds.close(act.by());
    return ResponseEntity.noContent().build();
  }
}
