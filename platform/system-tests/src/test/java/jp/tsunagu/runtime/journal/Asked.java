package jp.tsunagu.runtime.journal;

import java.util.List;

import jp.tsunagu.runtime.inbox.WireMessage;

/** Asks a journal's endpoint without HTTP. It stands in this package because the endpoint is nobody's to call but by HTTP. */
public final class Asked {
  private Asked() {}

  public static List<WireMessage> after(JournalController journal, String stream, long sequence) {
    return journal.after(stream, sequence);
  }
}
