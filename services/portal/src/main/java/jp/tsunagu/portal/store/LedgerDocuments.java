package jp.tsunagu.portal.store;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.ledger.Glimpse;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Progress;

/**
 * {@code {_id: case, revision, known, open, holder: organisation, opened, organisations: […], barred: [worker], faces: [worker],
 * glimpses: [{reader, holder, open, with: […], dueAt}], steps: [{worker}], owed: "…", progress: {…}, ledger: "…"}}. All but the ledger itself is derived from it, for what is asked without reading it whole. It and what
 * is owed are kept as text: written at every message and never asked for by their parts, they would cost most of a message as trees.
 */
final class LedgerDocuments {
  /** A member of a support meeting. */
  static final String MEMBER = "member:";
  /** A whole organisation, asked without a name. */
  static final String HOUSE = "house:";

  private final Values values = new Values();

  static long revision(Document d) {
    return d.get("revision", Number.class).longValue();
  }

  /** Whether it is sound: can be read, and what stands beside the ledger is what follows from it. */
  Ledgers.Kept kept(String caseId, Document d) {
    Progress progress = progress(d).orElse(Progress.none());
    try {
      Ledger ledger = ledger(d);
      boolean sound = besideLedger(document(revision(d), ledger)).equals(besideLedger(d)) && caseId.equals(ledger.caseId());
      return new Ledgers.Kept(revision(d), ledger, progress, sound);
    } catch (RuntimeException notALedger) { // also where parts are missing, without which nothing can be said of it
      return new Ledgers.Kept(revision(d), null, progress, false);
    }
  }

  List<Step> owed(String text) {
    return List.of(values.read(text, Step[].class));
  }

  /** Empty in older documents, which have it in the ledger alone. */
  static Optional<Progress> progress(Document d) {
    return d.get("progress") instanceof Document p
        ? Optional.of(new Progress(numbers(p, "seen"), numbers(p, "versions")))
        : Optional.empty();
  }

  /** The text itself may tell the same in another order. */
  private static Document besideLedger(Document d) {
    var rest = new Document(d);
    rest.remove("ledger");
    return rest;
  }

  private static Map<String, Long> numbers(Document progress, String name) {
    var numbers = new HashMap<String, Long>();
    progress.get(name, Document.class).forEach((stream, number) -> numbers.put(stream, ((Number) number).longValue()));
    return numbers;
  }

  private static Document numbers(Progress progress) {
    return new Document("seen", new Document(Map.copyOf(progress.seen()))).append("versions",
        new Document(Map.copyOf(progress.versions())));
  }

  Ledger ledger(Document document) {
    return document.get("ledger") instanceof Document tree // as it was kept before the progress stood beside it
        ? values.read(tree, Ledger.class)
        : values.read(document.getString("ledger"), Ledger.class);
  }

  Document document(long revision, Ledger ledger) {
    var document = new Document("_id", ledger.caseId()).append("revision", revision).append("known", ledger.known())
        .append("open", ledger.open()).append("addressHidden", ledger.caution().addressHidden())
        .append("organisations", readers(ledger.parties())).append("barred", ledger.parties().barred())
        .append("faces",
            ledger.parties().faces().stream().map(face -> face.worker() == null ? HOUSE + face.organisation() : face.worker()).distinct()
                .toList())
        .append("glimpses", Glimpse.of(ledger).stream().map(LedgerDocuments::glimpse).toList())
        .append("steps", ledger.openSteps().stream().map(step -> new Document("worker", step.owner().worker())).toList())
        .append("owed", values.text(ledger.openSteps()))
        .append("progress", numbers(ledger.progress())).append("ledger", values.text(ledger));
    ledger.custody().last()
        .ifPresent(span -> document.append("holder", span.organisation()).append("opened", Date.from(ledger.openedAt())));
    return document;
  }

  private static Document glimpse(Glimpse seen) {
    var glimpse = new Document("reader", seen.reader()).append("holder", seen.holder()).append("open", seen.open()).append("with",
        seen.with());
    return seen.dueAt() == null ? glimpse : glimpse.append("dueAt", Date.from(seen.dueAt()));
  }

  /** Beside the organisations the members of support meetings, so that one index finds all cases somebody may see. */
  private static List<String> readers(CaseParties parties) {
    Stream<String> members = parties.meetings().stream().flatMap(m -> m.members().stream()).distinct().map(worker -> MEMBER + worker);
    return Stream.concat(parties.organisations().stream(), members).toList();
  }
}
