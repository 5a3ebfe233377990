package jp.tsunagu.portal.live;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import jp.tsunagu.runtime.http.Caller;

/** A page that somebody has open, and the line to it. */
public final class OpenPage {
  private final Shown shown;
  private final Caller caller;
  private final String session;
  private final Instant until;
  private final Line line;
  private final AtomicReference<String> mark;

  /** Carries no content, only that there is another. */
  public interface Line {
    void changed(String mark) throws IOException;

    /** Says nothing; fails where nobody is at the other end any more. */
    void beat() throws IOException;

    void end();
  }

  /**
   * @param mark  what the page knows
   * @param until when its session is over, however busy
   */
  public OpenPage(Shown shown, String mark, Caller caller, String session, Instant until, Line line) {
    this.shown = shown;
    this.caller = caller;
    this.session = session;
    this.until = until;
    this.line = line;
    this.mark = new AtomicReference<>(mark);
  }

  public Shown shown() {
    return shown;
  }

  public Caller caller() {
    return caller;
  }

  boolean of(String otherSession) {
    return session.equals(otherSession);
  }

  String session() {
    return session;
  }

  boolean over(Instant now) {
    return !now.isBefore(until);
  }

  /** Whether this is another mark than the page knows; from now on it is taken for known. */
  boolean learns(String now) {
    return !mark.getAndSet(now).equals(now);
  }

  Line line() {
    return line;
  }
}
