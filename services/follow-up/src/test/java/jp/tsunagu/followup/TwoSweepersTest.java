package jp.tsunagu.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.InMemoryJournal;

class TwoSweepersTest {
  private static final String STREAM = "watch-c-1";
  private final InMemoryJournal<WatchEvent> journal = new InMemoryJournal<>(1);
  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches = new CommandHandler<>(new WatchDecider(WatchPolicy.proposed()),
      journal, _ -> {});

  private void handle(WatchCommand command, String cause) {
    watches.handle(STREAM, "c-1", command, WatchStory.NOW, Actor.service("follow-up"), Cause.message(cause), null);
  }

  @Test
  void tellTheWorkerOnceWhoeverComesFirst() throws Exception {
    handle(new WatchCommand.Follow(1, new News.Opened(WatchStory.HOLDER, Urgency.NORMAL)), "m-1");
    handle(new WatchCommand.Follow(2,
        new News.StepsPlanned(List.of(WatchStory.nextStep(Duration.ofDays(2))))), "m-2");
    Instant due = WatchStory.NOW.plus(Duration.ofDays(2));
    List<Callable<Object>> sweepers = IntStream.range(0, 8).<Callable<Object>>mapToObj(i -> () -> {
      handle(WatchStory.tickAt(due, WatchStory.LADDER), "tick/" + i);
      return i;
    }).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(sweepers)) result.get();
    }
    assertThat(journal.load(STREAM).events()).filteredOn(e -> e instanceof WatchEvent.Passed || e instanceof WatchEvent.Escalated)
        .hasSize(2);
  }
}
