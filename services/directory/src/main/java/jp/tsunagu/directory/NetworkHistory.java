package jp.tsunagu.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Commit;

/** 変更履歴 of what all organisations share, folded from its events alone. */
public final class NetworkHistory {
  private static final NetworkDecider DECIDER = new NetworkDecider();

  private NetworkHistory() {}

  /** What kind of change it was. */
  public enum What {
    PARTNER_TYPE_DEFINED, PARTNER_TYPE_RETIRED, CONSENT_TEXT_SET, CONSENT_TEXT_WITHDRAWN
  }

  /** @param subject the partner type's id or the text's language */
  public record Line(long version, Instant at, Actor by, What what, String subject, List<Traits.Change> changes) {}

  /** The newest in front. */
  public static List<Line> of(List<Commit<NetworkEvent>> commits) {
    List<Line> lines = new ArrayList<>();
    Network state = DECIDER.initial();
    for (Commit<NetworkEvent> commit : commits) for (NetworkEvent event : commit.events()) {
      Network after = DECIDER.evolve(state, event);
      lines.add(line(commit, event, state, after));
      state = after;
    }
    return lines.reversed();
  }

  private static Line line(Commit<NetworkEvent> commit, NetworkEvent event, Network before, Network after) {
    return switch (event) {
      case NetworkEvent.PartnerTypeDefined(PartnerType type) -> type(commit, What.PARTNER_TYPE_DEFINED, type.id(), before, after);
      case NetworkEvent.PartnerTypeRetired(Id type) -> type(commit, What.PARTNER_TYPE_RETIRED, type, before, after);
      case NetworkEvent.ConsentTextSet(ConsentText text) -> text(commit, What.CONSENT_TEXT_SET, text.language(), before, after);
      case NetworkEvent.ConsentTextWithdrawn(Language language) ->
        text(commit, What.CONSENT_TEXT_WITHDRAWN, language, before, after);
    };
  }

  private static Line type(Commit<NetworkEvent> commit, What what, Id type, Network before, Network after) {
    return line(commit, what, type.value(), before.partnerType(type).map(Traits::of).orElse(Map.of()),
        after.partnerType(type).map(Traits::of).orElse(Map.of()));
  }

  private static Line text(Commit<NetworkEvent> commit, What what, Language language, Network before, Network after) {
    return line(commit, what, language.tag(), before.consentText(language).map(Traits::of).orElse(Map.of()),
        after.consentText(language).map(Traits::of).orElse(Map.of()));
  }

  private static Line line(Commit<NetworkEvent> commit, What what, String subject, Map<String, List<String>> before,
      Map<String, List<String>> after) {
    return new Line(commit.version(), commit.at(), commit.by(), what, subject, Traits.changes(before, after));
  }
}
