package jp.tsunagu.portal.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.runtime.writes.SharedWrites;

/** {@code {_id: notice, sequence, case, worker, open, notice: "…"}} */
public final class MongoNotices implements Notices {
  private final MongoCollection<Document> notices;
  private final SharedWrites writes;
  private final Values values = new Values();

  public MongoNotices(MongoDatabase database) {
    this.notices = database.getCollection("notices").withWriteConcern(WriteConcern.MAJORITY);
    this.writes = new SharedWrites(notices);
    notices.createIndex(Indexes.ascending("worker", "open"), new IndexOptions().name("waiting"));
    notices.createIndex(Indexes.ascending("case"), new IndexOptions().name("of-case"));
  }

  @Override
  public Optional<Notice> find(String noticeId) {
    return Optional.ofNullable(notices.find(eq("_id", noticeId)).first()).map(this::notice);
  }

  @Override
  public Map<String, Long> versions(Collection<String> noticeIds) {
    Map<String, Long> versions = new HashMap<>();
    notices.find(in("_id", noticeIds)).forEach(d -> {
      Notice readable = readable(d);
      versions.put(d.getString("_id"), readable == null ? 0 : readable.version());
    });
    return versions;
  }

  @Override
  public long count() {
    return notices.estimatedDocumentCount();
  }

  @Override
  public Optional<Kept> kept(String noticeId) {
    return Optional.ofNullable(notices.find(eq("_id", noticeId)).first()).map(d -> {
      Notice notice = readable(d);
      return new Kept(d.get("sequence", Number.class).longValue(), notice,
          notice != null && noticeId.equals(notice.noticeId()) && document(notice).equals(d));
    });
  }

  private @Nullable Notice readable(Document d) {
    try {
      return notice(d);
    } catch (RuntimeException notANotice) {
      return null;
    }
  }

  @Override
  public boolean add(Notice notice) {
    return writes.insert(document(notice));
  }

  @Override
  public boolean replace(long sequence, Notice next) {
    return writes.replace(and(eq("_id", next.noticeId()), eq("sequence", sequence)), document(next));
  }

  @Override
  public List<Notice> waitingFor(String organisation, String worker) {
    return notices.find(and(eq("worker", worker), eq("open", true))).map(this::notice).into(new ArrayList<>()).stream()
        .filter(n -> n.organisation().equals(organisation)).sorted(Comparator.comparing(Notice::raisedAt)).toList();
  }

  @Override
  public List<Notice> ofCase(String caseId) {
    return notices.find(eq("case", caseId)).map(this::notice).into(new ArrayList<>()).stream()
        .sorted(Comparator.comparing(Notice::raisedAt)).toList();
  }

  private Notice notice(Document document) {
    return document.get("notice") instanceof Document tree // as older ones are kept
        ? values.read(tree, Notice.class)
        : values.read(document.getString("notice"), Notice.class);
  }

  private Document document(Notice notice) {
    return new Document("_id", notice.noticeId()).append("sequence", notice.sequence()).append("case", notice.caseId())
        .append("worker", notice.worker()).append("open", notice.open()).append("notice", values.text(notice));
  }
}
