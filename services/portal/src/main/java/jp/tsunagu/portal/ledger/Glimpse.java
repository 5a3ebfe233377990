package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/**
 * What a list shows a reader of a case, as far as it can be searched by.
 *
 * @param reader an organisation; or, for whoever is concerned by nothing but a step of their own, {@code own:} and the worker
 * @param holder as far as this reader knows; null where there is none
 * @param with   the other sides of the referrals they see
 * @param dueAt  of the next step they see; null where there is none
 */
public record Glimpse(String reader, @Nullable String holder, boolean open, List<String> with, @Nullable Instant dueAt) {
  public static final String OWN = "own:";

  public static List<Glimpse> of(Ledger whole) {
    Stream<Glimpse> organisations = whole.parties().organisations().stream()
        .map(o -> of(o, o, Share.of(Reports.seenBy(o, whole), o, false)));
    Stream<Glimpse> owners = whole.openSteps().stream().map(Step::owner).distinct()
        .map(w -> of(OWN + w.worker(), w.organisation(), alone(whole, w)));
    return Stream.concat(organisations, owners).toList();
  }

  private static Ledger alone(Ledger whole, Party worker) {
    return Share.alone(Reports.seenBy("", whole), worker);
  }

  private static Glimpse of(String reader, String organisation, Ledger seen) {
    List<String> with = seen.referrals().all().stream().flatMap(r -> Stream.of(r.from(), r.to())).filter(o -> !o.equals(organisation))
        .distinct().toList();
    return new Glimpse(reader, seen.custody().last().map(Custody.Span::organisation).orElse(null), seen.open(), with,
        seen.nextStep().map(Step::dueAt).orElse(null));
  }
}
