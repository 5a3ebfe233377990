package jp.tsunagu.portal.live;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All open pages of this replica. Whoever crosses a bound of their session loses the page they opened first; beyond the bound of
 * all pages nobody is let in, and asks now and then instead. Who may not see the page any more is told nothing and cut off.
 */
public final class OpenPages implements AutoCloseable {
  private final Marks marks;
  private final Predicate<OpenPage> mayListen;
  private final InstantSource clock;
  private final int ofSession;
  private final int inAll;
  private final Set<OpenPage> open = new LinkedHashSet<>(); // in the order in which they were opened; guarded by this
  private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
  private boolean closed;

  /**
   * @param mayListen  asked whenever there is something to tell, and at every beat
   * @param clock      the real one: sessions are over by it
   */
  public OpenPages(Marks marks, Predicate<OpenPage> mayListen, InstantSource clock, int ofSession, int inAll) {
    this.marks = marks;
    this.mayListen = mayListen;
    this.clock = clock;
    this.ofSession = ofSession;
    this.inAll = inAll;
  }

  /** False if there are too many already, or none any more. */
  public boolean join(OpenPage page) {
    OpenPage oldest;
    synchronized (this) {
      List<OpenPage> same = open.stream().filter(p -> p.of(page.session())).toList();
      oldest = same.size() < ofSession ? null : same.getFirst();
      if (closed || oldest == null && open.size() >= inAll) return false;
      open.add(page);
    }
    if (oldest != null) end(oldest);
    return true;
  }

  public synchronized void leave(OpenPage page) {
    open.remove(page);
  }

  public synchronized int count() {
    return open.size();
  }

  private synchronized List<OpenPage> all() {
    return List.copyOf(open);
  }

  /** Tells the pages of which something changed since they were told last. */
  public void look() {
    List<OpenPage> pages = all();
    if (pages.isEmpty()) return;
    Map<Shown, String> now = marks.of(pages.stream().map(OpenPage::shown).collect(Collectors.toSet()));
    for (OpenPage page : pages) {
      String mark = now.getOrDefault(page.shown(), "");
      if (page.learns(mark)) lines.execute(() -> speak(page, line -> line.changed(mark)));
    }
  }

  /** Keeps lines open through whatever is between, and finds those that end nowhere. */
  public void beat() {
    for (OpenPage page : all()) lines.execute(() -> speak(page, OpenPage.Line::beat));
  }

  private interface Word {
    void to(OpenPage.Line line) throws IOException;
  }

  private void speak(OpenPage page, Word word) {
    try {
      if (page.over(clock.instant()) || !mayListen.test(page)) end(page);
      else word.to(page.line());
    } catch (IOException | IllegalStateException gone) {
      end(page);
    }
  }

  private void end(OpenPage page) {
    leave(page);
    page.line().end();
  }

  public void endOf(String session) {
    all().stream().filter(page -> page.of(session)).forEach(this::end);
  }

  /** Before the server waits for requests that go on: these would go on for ever. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    all().forEach(this::end);
  }
}
