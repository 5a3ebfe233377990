package jp.tsunagu.testing;

import jp.tsunagu.journal.InMemoryJournal;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.PendingStreams;

class InMemoryJournalTest extends JournalContract {
  private final InMemoryJournal<Note.Event> journal = new InMemoryJournal<>(16);

  @Override
  protected Journal<Note.Event> journal() {
    return journal;
  }

  @Override
  protected PendingStreams<Note.Event> pending() {
    return journal;
  }

  @Override
  protected Journal<Note.Event> limited(int commits, int bytes) {
    return new InMemoryJournal<>(16, commits, bytes);
  }
}
