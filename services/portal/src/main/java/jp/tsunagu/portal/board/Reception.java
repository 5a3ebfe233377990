package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.counts.SmallCounts;

/**
 * What hand-overs until now tell somebody who wants to ask an organisation.
 *
 * @param usual half of its answers took no longer; null where there were too few of them to say
 * @param met   its workers with whom whoever asks has brought a person together, 顔見知り
 */
public record Reception(@Nullable Duration usual, List<String> met) {
  /** Longer ago it was perhaps another organisation. */
  private static final Duration LATELY = Duration.ofDays(365);

  static Reception of(Collection<CaseFigures> cases, String organisation, Party asking, Instant now) {
    List<Handover> all = cases.stream().flatMap(c -> c.handovers().stream()).toList();
    Spread answers = Spread.of(all.stream().filter(h -> h.to().equals(organisation) && h.proposedAt().isAfter(now.minus(LATELY)))
        .flatMap(h -> h.toAnswer().stream()));
    return new Reception(answers.count() < SmallCounts.LEAST ? null : answers.median(),
        all.stream().filter(Handover::connected).flatMap(h -> other(h, organisation, asking)).distinct().sorted().toList());
  }

  /** The other side of a hand-over that brought somebody together, if one side is whoever asks. */
  private static Stream<String> other(Handover h, String organisation, Party asking) {
    if (h.to().equals(organisation) && asking.worker().equals(h.fromWorker())) return Stream.ofNullable(h.toWorker());
    return h.from().equals(organisation) && asking.worker().equals(h.toWorker()) ? Stream.of(h.fromWorker()) : Stream.empty();
  }
}
