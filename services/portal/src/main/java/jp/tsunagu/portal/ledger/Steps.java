package jp.tsunagu.portal.ledger;

import java.util.List;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.ReferralMessage.CaseClosed;
import jp.tsunagu.contracts.ReferralMessage.StepsPlanned;
import jp.tsunagu.contracts.Step;

/** What the journey says is owed; each {@link StepsPlanned} replaces all before it. */
public record Steps(List<Step> open) {
  public Steps {
    open = List.copyOf(open);
  }

  static Steps none() {
    return new Steps(List.of());
  }

  Steps after(Message message) {
    return switch (message) {
      case StepsPlanned m -> new Steps(m.steps());
      case CaseClosed _ -> none();
      default -> this;
    };
  }
}
