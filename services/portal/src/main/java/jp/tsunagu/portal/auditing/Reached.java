package jp.tsunagu.portal.auditing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.tsunagu.runtime.journal.MongoJournal.Head;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Progress;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.runtime.directory.DirectoryView;

/** How far streams are folded in here, wherever that is written down. */
public final class Reached {
  private static final String ORGANISATION = "organisation-";

  private final Ledgers ledgers;
  private final Notices notices;
  private final DirectoryView directory;

  public Reached(Ledgers ledgers, Notices notices, DirectoryView directory) {
    this.ledgers = ledgers;
    this.notices = notices;
    this.directory = directory;
  }

  /** Stream → version, of a slice at once. */
  Map<String, Long> versions(Collection<Head> heads) {
    Map<String, Long> versions = new HashMap<>();
    Map<Boolean, List<Head>> notice = heads.stream().filter(h -> !h.stream().startsWith(ORGANISATION))
        .collect(Collectors.partitioningBy(h -> h.stream().startsWith(NoticeProjection.PREFIX)));
    notices(notice.getOrDefault(true, List.of()), versions);
    ledgers(notice.getOrDefault(false, List.of()), versions);
    heads.stream().filter(h -> h.stream().startsWith(ORGANISATION))
        .forEach(h -> versions.put(h.stream(), directory.seen(h.stream(), h.caseId())));
    return versions;
  }

  private void notices(List<Head> heads, Map<String, Long> versions) {
    if (heads.isEmpty()) return;
    Map<String, Long> known = notices.versions(heads.stream().map(h -> noticeId(h.stream())).toList());
    heads.forEach(h -> versions.put(h.stream(), known.getOrDefault(noticeId(h.stream()), 0L)));
  }

  private void ledgers(List<Head> heads, Map<String, Long> versions) {
    if (heads.isEmpty()) return;
    Map<String, Progress> known = ledgers.progress(heads.stream().map(Head::caseId).distinct().toList());
    heads.forEach(h -> versions.put(h.stream(), known.getOrDefault(h.caseId(), Progress.none()).versionOf(h.stream())));
  }

  /** The sequence of the last message that took effect. */
  long sequence(String stream, String caseId) {
    if (stream.startsWith(ORGANISATION)) return directory.seen(stream, caseId);
    if (stream.startsWith(NoticeProjection.PREFIX)) return notices.kept(noticeId(stream)).map(Notices.Kept::sequence).orElse(0L);
    return ledgers.progress(caseId).seenOf(stream);
  }

  private static String noticeId(String stream) {
    return stream.substring(NoticeProjection.PREFIX.length());
  }
}
