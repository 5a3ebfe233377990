package jp.tsunagu.runtime.directory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.and;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Role;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Projection;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who there is: organisations and their workers as the directory last told. Kept in the service's own store, so it answers
 * while the directory is away; read through a copy that is at most a second old.
 */
public final class DirectoryView implements Projection, Teams {
  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final MongoCollection<Document> organisations;
  private final JsonMapper json = StoredJson.mapper();
  private volatile Copy copy = stale();

  private record Copy(List<DirectoryMessage.Organisation> all, long readAt) {}

  /** The next question is the store's to answer. */
  private static Copy stale() {
    return new Copy(List.of(), System.nanoTime() - 2 * FRESH);
  }

  public DirectoryView(MongoDatabase database) {
    this.organisations = database.getCollection("directory").withWriteConcern(WriteConcern.MAJORITY);
  }

  public List<DirectoryMessage.Organisation> all() {
    Copy now = copy;
    if (System.nanoTime() - now.readAt() < FRESH) return now.all();
    List<DirectoryMessage.Organisation> read = stored();
    copy = new Copy(List.copyOf(read), System.nanoTime());
    return read;
  }

  private List<DirectoryMessage.Organisation> stored() {
    return organisations.find().sort(new Document("_id", 1))
        .map(d -> json.readValue(d.getString("organisation"), DirectoryMessage.Organisation.class)).into(new ArrayList<>());
  }

  /** Whose newest log-in letter this one wrote; never from the copy, because a letter of this second counts. */
  public List<Worker> letInBy(String writer) {
    return stored().stream().flatMap(o -> o.workers().stream()).filter(w -> w.letIn() != null && w.letIn().by().equals(writer)).toList();
  }

  public Optional<DirectoryMessage.Organisation> organisation(String id) {
    return all().stream().filter(o -> o.organisation().equals(id)).findFirst();
  }

  public Optional<DirectoryMessage.Worker> worker(String id) {
    return all().stream().flatMap(o -> o.worker(id).stream()).findFirst();
  }

  /** When each organisation is open. */
  public Offices offices() {
    return organisation -> organisation(organisation).map(DirectoryMessage.Organisation::hours).map(OfficeCalendar::new)
        .orElseGet(OfficeCalendar::usual);
  }

  /** Within what time an organisation answers a proposal; empty where it has the usual time. */
  public Optional<Span> answersWithin(String organisation, Urgency urgency) {
    return organisation(organisation).flatMap(o -> o.answersWithin(urgency)).map(Span::of);
  }

  /** The colleagues who are away on this day and whose deputy this one is. */
  public List<Party> standsInFor(Party who, LocalDate day) {
    return organisation(who.organisation()).stream().flatMap(o -> o.workers().stream())
        .filter(w -> who.worker().equals(w.deputy()) && w.state() != DirectoryMessage.WorkerState.LEFT && w.absentOn(day))
        .map(w -> new Party(who.organisation(), w.worker())).toList();
  }

  /** As the directory knows them now: a token may be older than the day on which a role was taken away. */
  public Caller now(Caller caller) {
    return worker(caller.worker())
        .map(w -> w.roles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toUnmodifiableSet()))
        .map(caller::keeping).orElse(caller);
  }

  /** Somebody the directory has not told of has not left. */
  public boolean hasLeft(String worker) {
    return worker(worker).filter(w -> w.state() == DirectoryMessage.WorkerState.LEFT).isPresent();
  }

  /**
   * A unit is a team, with who stands in for the face and who manages them; so is a whole organisation without units. A face without a
   * unit works for the whole organisation, and so does a manager without one.
   */
  @Override
  public boolean together(Party who, Party face) {
    if (!who.organisation().equals(face.organisation())) return false;
    return worker(face.worker()).filter(f -> divides(f.organisation(), f.unit())).map(f -> works(who.worker(), f)).orElse(true);
  }

  /** A unit that is no more is none. */
  private boolean divides(String organisation, @Nullable String unit) {
    return unit != null && organisation(organisation).filter(o -> o.units().contains(unit)).isPresent();
  }

  private boolean works(String who, DirectoryMessage.Worker face) {
    if (who.equals(face.worker()) || who.equals(face.deputy()) || who.equals(face.manager())) return true;
    return worker(who).filter(w -> w.unit() == null ? w.roles().contains(WorkerRole.MANAGER) : w.unit().equals(face.unit())).isPresent();
  }

  /** Whether this organisation has units at all; everywhere else nobody has to be asked. */
  public boolean divided(String organisation) {
    return organisation(organisation).filter(o -> !o.units().isEmpty()).isPresent();
  }

  /** Who speaks for an organisation: of the face's team before all others, of the whole house before those of one unit. */
  public Comparator<Worker> nearest(Party face) {
    return Comparator.comparing((Worker w) -> !together(new Party(w.organisation(), w.worker()), face)).thenComparing(WIDEST);
  }

  /** The same where no face is known. */
  public static final Comparator<Worker> WIDEST = Comparator.comparing((Worker w) -> w.unit() != null).thenComparing(Worker::worker);

  /** The workers of an organisation with units who are, or are not, in one team with this one; empty for one without units. */
  public Optional<Colleagues> colleagues(Party who) {
    return organisation(who.organisation()).filter(o -> !o.units().isEmpty()).map(o -> {
      Map<Boolean, List<String>> split = o.workers().stream().map(DirectoryMessage.Worker::worker)
          .collect(Collectors.partitioningBy(worker -> together(who, new Party(who.organisation(), worker))));
      return new Colleagues(split.getOrDefault(true, List.of()), split.getOrDefault(false, List.of()));
    });
  }

  /** Worker ids. */
  public record Colleagues(List<String> team, List<String> others) {
    public Colleagues {
      team = List.copyOf(team);
      others = List.copyOf(others);
    }
  }

  /** The one that has the secretariat's duty now; empty before the directory has told. */
  public Optional<DirectoryMessage.Organisation> secretariat() {
    return all().stream().filter(DirectoryMessage.Organisation::secretariat).findFirst();
  }

  @Override
  public boolean reads(String service) {
    return service.equals("directory");
  }

  @Override
  public long seen(String stream, String caseId) {
    Document d = organisations.find(eq("_id", caseId)).first();
    return d == null ? 0 : d.get("seen", Number.class).longValue();
  }

  @Override
  public boolean apply(List<Envelope> messages) {
    boolean written = true;
    for (Envelope envelope : messages)
      if (envelope.message() instanceof DirectoryMessage.Organisation organisation) written = write(organisation, envelope.sequence());
    copy = stale();
    return written;
  }

  /**
   * Puts right what is stored of an organisation, if it is not further than this.
   *
   * @return whether it was wrong, or missing
   */
  public boolean mend(DirectoryMessage.Organisation organisation, long sequence) {
    Document stored = organisations.find(eq("_id", organisation.organisation())).first();
    if (stored == null) return write(organisation, sequence);
    long seen = stored.get("seen", Number.class).longValue();
    if (seen > sequence || seen == sequence && organisation.equals(readable(stored))) return false;
    var unchanged = and(eq("_id", organisation.organisation()), eq("seen", stored.get("seen")));
    var right = Updates.combine(Updates.set("seen", sequence), Updates.set("organisation", json.writeValueAsString(organisation)));
    boolean mended = organisations.updateOne(unchanged, right).getMatchedCount() == 1;
    copy = stale();
    return mended;
  }

  private DirectoryMessage.@Nullable Organisation readable(Document stored) {
    try {
      return json.readValue(stored.getString("organisation"), DirectoryMessage.Organisation.class);
    } catch (RuntimeException notAnOrganisation) {
      return null;
    }
  }

  private boolean write(DirectoryMessage.Organisation organisation, long sequence) {
    String body = json.writeValueAsString(organisation);
    var older = and(eq("_id", organisation.organisation()), lt("seen", sequence));
    var newer = Updates.combine(Updates.set("seen", sequence), Updates.set("organisation", body));
    if (organisations.updateOne(older, newer).getMatchedCount() == 1) return true;
    try {
      organisations.insertOne(new Document("_id", organisation.organisation()).append("seen", sequence).append("organisation", body));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }
}
