package jp.tsunagu.portal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Role;

class OpenPagesSpec {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant EVENING = NOW.plus(Duration.ofHours(12));
  private static final Caller YELL = new Caller("org05", "org05-1", Set.of(Role.CASEWORKER));

  private final Map<String, Long> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private final Set<OpenPage> cutOff = ConcurrentHashMap.newKeySet();
  private volatile Instant now = NOW;
  private final OpenPages pages = new OpenPages(new Marks(new Counted(), this::absent), page -> !cutOff.contains(page), () -> now, 2, 3);

  private List<Party> absent(Party who) {
    return who.worker().equals("org05-2") ? List.of(YELL.party()) : List.of();
  }

  private final class Counted implements Changes {
    @Override
    public Map<String, Long> ofCases(Collection<String> caseIds) {
      return of(caseIds);
    }

    @Override
    public Map<String, Long> ofWorkers(Collection<String> workers) {
      return of(workers);
    }

    private Map<String, Long> of(Collection<String> ids) {
      questions.incrementAndGet();
      return numbers.entrySet().stream().filter(e -> ids.contains(e.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  /** What went down one line. */
  private static final class Heard implements OpenPage.Line {
    final List<String> words = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public void changed(String mark) throws IOException {
      say("changed");
    }

    @Override
    public void beat() throws IOException {
      say("beat");
    }

    private void say(String word) throws IOException {
      if (broken) throw new IOException("nobody is there");
      words.add(word);
    }

    @Override
    public void end() {
      words.add("end");
    }
  }

  private record Opened(OpenPage page, Heard heard, boolean letIn) {
    void hears(String... words) {
      await().untilAsserted(() -> assertThat(heard.words).containsExactly(words));
    }
  }

  private Opened open(Shown shown, String session) {
    var heard = new Heard();
    var page = new OpenPage(shown, "0", YELL, session, EVENING, heard);
    return new Opened(page, heard, pages.join(page));
  }

  private Opened openCase(String caseId, String session) {
    return open(new Shown.OfCase(caseId), session);
  }

  @Test
  void tellsThePagesOfWhatChangedAndTellsItOnce() {
    Opened one = openCase("c-1", "a");
    Opened other = openCase("c-2", "b");
    numbers.put("c-1", 7L);
    pages.look();
    one.hears("changed");
    pages.look();
    numbers.put("c-1", 8L);
    pages.look();
    one.hears("changed", "changed");
    other.hears();
  }

  @Test
  void tellsWhoStandsInForSomebodyOfTheirWorkToo() {
    Opened deputy = open(new Shown.OfWork(new Party("org05", "org05-2")), "a");
    Opened elsewhere = open(new Shown.OfWork(new Party("org06", "org06-1")), "b");
    numbers.put("org05-1", 1L);
    pages.look();
    deputy.hears("changed");
    elsewhere.hears();
  }

  @Test
  void asksTheStoreAsOftenForManyPagesAsForOneAndNotAtAllForNone() {
    pages.look();
    assertThat(questions).hasValue(0);
    openCase("c-1", "a");
    openCase("c-1", "b");
    open(new Shown.OfWork(YELL.party()), "c");
    pages.look();
    assertThat(questions).hasValue(2);
  }

  @Test
  void tellsNothingToWhoMayNotSeeThePageAnyMoreAndCutsThemOff() {
    Opened barred = openCase("c-1", "a");
    cutOff.add(barred.page());
    numbers.put("c-1", 1L);
    pages.look();
    barred.hears("end");
    assertThat(pages.count()).isZero();
  }

  @Test
  void endsWithTheSessionOrWithItsLongestDay() {
    Opened loggedOut = openCase("c-1", "a");
    Opened untilTheEvening = openCase("c-1", "b");
    pages.endOf("a");
    loggedOut.hears("end");
    pages.beat();
    untilTheEvening.hears("beat");
    now = EVENING;
    pages.beat();
    untilTheEvening.hears("beat", "end");
  }

  @Test
  void forgetsAPageThatIsGone() {
    Opened gone = openCase("c-1", "a");
    gone.heard().broken = true;
    pages.beat();
    await().untilAsserted(() -> assertThat(pages.count()).isZero());
  }

  @Test
  void takesTheOldestPageOfASessionForItsNewestAndLetsNobodyInBeyondAllBounds() {
    Opened first = openCase("c-1", "a");
    openCase("c-2", "a");
    assertThat(openCase("c-3", "a").letIn()).isTrue();
    first.hears("end");
    assertThat(pages.count()).isEqualTo(2);
    assertThat(openCase("c-1", "b").letIn()).isTrue();
    assertThat(openCase("c-1", "c").letIn()).isFalse();
  }

  @Test
  void endsAllPagesAndLetsNobodyInWhenItCloses() {
    Opened one = openCase("c-1", "a");
    pages.close();
    one.hears("end");
    assertThat(openCase("c-1", "b").letIn()).isFalse();
  }
}
