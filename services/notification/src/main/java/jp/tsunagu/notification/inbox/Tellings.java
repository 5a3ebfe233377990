package jp.tsunagu.notification.inbox;

import java.time.InstantSource;

import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.notification.telling.NoticePolicy;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.inbox.Envelope;

/** Raises what a message has to be told of to whom. */
final class Tellings {
  private final RaiseNotices notices;
  private final People people;
  private final InstantSource clock;

  Tellings(RaiseNotices notices, People people, InstantSource clock) {
    this.notices = notices;
    this.people = people;
    this.clock = clock;
  }

  /** @param memory of the case, this message included */
  void raise(Envelope envelope, CaseMemory memory) {
    var now = clock.instant();
    NoticePolicy.tellings(envelope.message(), memory, people)
        .forEach(telling -> notices.raise(envelope.id(), envelope.caseId(), telling.about(now)));
  }
}
