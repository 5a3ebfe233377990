package jp.tsunagu.portal.desk;

import java.io.IOException;
import java.time.Instant;

import jakarta.servlet.http.HttpSession;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import jp.tsunagu.portal.live.OpenPage;
import jp.tsunagu.portal.live.OpenPages;
import jp.tsunagu.portal.live.Shown;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.portal.session.LoggedIn;
import jp.tsunagu.portal.settings.PortalSettings;
import jp.tsunagu.runtime.http.Problem;

/** Where an open page listens. What may be seen may be listened to; there is nothing to be heard but that something changed. */
@DeskPage
class LiveController {
  private static final long NO_LIMIT = 0; // of its own: the session has one
  private static final long AGAIN_AFTER = 5_000;

  private final OpenPages pages;
  private final ReadModel reads;
  private final PortalSettings settings;

  LiveController(OpenPages pages, ReadModel reads, PortalSettings settings) {
    this.pages = pages;
    this.reads = reads;
    this.settings = settings;
  }

  /** @param known what the page heard last, where its line broke; a browser says so by itself */
  @GetMapping("/live/work")
  ResponseEntity<SseEmitter> work(@RequestParam(defaultValue = "") String mark,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String known,
      DeskUser user, Authentication who, HttpSession session) throws IOException {
    return listen(new Shown.OfWork(user.caller().party()), known.isEmpty() ? mark : known, user, who, session);
  }

  @GetMapping("/live/cases/{caseId}")
  ResponseEntity<SseEmitter> ofCase(@PathVariable String caseId, @RequestParam(defaultValue = "") String mark,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String known, DeskUser user, Authentication who, HttpSession session)
      throws IOException {
    if (reads.ledger(user.caller(), caseId).isEmpty()) throw Problem.notFound();
    return listen(new Shown.OfCase(caseId), known.isEmpty() ? mark : known, user, who, session);
  }

  private ResponseEntity<SseEmitter> listen(Shown shown, String mark, DeskUser user, Authentication who, HttpSession session)
      throws IOException {
    var emitter = new SseEmitter(NO_LIMIT);
    Instant over = LoggedIn.at(who).map(at -> at.plus(settings.longestSession())).orElse(Instant.EPOCH);
    var page = new OpenPage(shown, mark, user.caller(), session.getId(), over, new Line(emitter));
    emitter.onCompletion(() -> pages.leave(page));
    emitter.onError(gone -> pages.leave(page));
    if (!pages.join(page)) return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    emitter.send(SseEmitter.event().reconnectTime(AGAIN_AFTER).comment("")); // the browser knows at once that it is heard
    return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no").body(emitter); // or a proxy keeps it until there is more
  }

  private record Line(SseEmitter emitter) implements OpenPage.Line {
    @Override
    public void changed(String mark) throws IOException {
      emitter.send(SseEmitter.event().id(mark).name("changed").data("changed"));
    }

    @Override
    public void beat() throws IOException {
      emitter.send(SseEmitter.event().comment(""));
    }

    @Override
    public void end() {
      emitter.complete();
    }
  }
}
