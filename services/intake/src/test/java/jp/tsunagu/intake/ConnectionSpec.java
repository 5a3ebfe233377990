package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

/** Every state × command of a connection. */
class ConnectionSpec {
  private static final Duration FIVE = Duration.ofDays(5);
  private static final Duration SEVEN = Duration.ofDays(7);
  private static final Party SECRETARIAT = new Party("city", "secretariat");
  private static final Connection.Pair PAIR = new Connection.Pair("c-1", "c-2",
      new Likeness(EnumSet.of(Likeness.Reason.KANA, Likeness.Reason.BIRTH_DATE)));
  private static final ConnectionEvent ASKED = new ConnectionEvent.Asked(PAIR, Sample.DESK, Sample.NOW.plus(FIVE));
  private static final ConnectionEvent PROPOSED = new ConnectionEvent.Proposed(SECRETARIAT, Sample.NOW.plus(SEVEN));
  private static final ConnectionEvent ONE = agreed("c-1");
  private static final ConnectionEvent TWO = agreed("c-2");
  private static final ConnectionEvent JOINED = new ConnectionEvent.Joined(Sample.NOW);
  private static final ConnectionEvent REFUSED = new ConnectionEvent.Refused(Sample.DESK, Sample.NOW);

  private final ConnectionDecider decider = new ConnectionDecider(FIVE, SEVEN);
  private final DeciderSpec<ConnectionCommand, ConnectionEvent, Connection> unasked = DeciderSpec.of(decider);
  private final DeciderSpec<ConnectionCommand, ConnectionEvent, Connection> asked = unasked.given(ASKED);
  private final DeciderSpec<ConnectionCommand, ConnectionEvent, Connection> proposed = unasked.given(ASKED, PROPOSED);
  private final DeciderSpec<ConnectionCommand, ConnectionEvent, Connection> joined = unasked.given(ASKED, PROPOSED, ONE, TWO, JOINED);
  private final DeciderSpec<ConnectionCommand, ConnectionEvent, Connection> refused = unasked.given(ASKED, PROPOSED, REFUSED);

  @Test
  void isAskedForOnceWhileItWaits() {
    unasked.when(ask()).then(ASKED);
    asked.when(ask()).thenNothing();
    proposed.when(ask()).thenNothing();
  }

  @Test
  void isTheSameForWhoeverAsksSecond() {
    var mirrored = new Connection.Pair("c-2", "c-1", PAIR.likeness());
    asked.when(new ConnectionCommand.Ask(mirrored, SECRETARIAT, Sample.NOW)).thenNothing();
  }

  @Test
  void isNotAskedForAgainBeforeTheLinkIsFollowedNorAfterARefusal() {
    joined.when(ask()).thenNothing();
    refused.when(ask()).refuses("CONFLICT connection-over");
  }

  @Test
  void isProposedToBothHoldersByADay() {
    unasked.when(propose()).refuses("UNKNOWN unknown-connection");
    asked.when(propose()).then(PROPOSED);
    proposed.when(propose()).thenNothing();
    joined.when(propose()).refuses("CONFLICT connection-over");
    refused.when(propose()).refuses("CONFLICT connection-over");
  }

  @Test
  void joinsOnlyWhenBothHaveAgreed() {
    proposed.when(agree("c-1")).then(ONE);
    unasked.given(ASKED, PROPOSED, ONE).when(agree("c-1")).thenNothing();
    unasked.given(ASKED, PROPOSED, ONE).when(agree("c-2")).then(TWO, JOINED);
    joined.when(agree("c-2")).thenNothing();
    refused.when(agree("c-1")).refuses("CONFLICT connection-over");
  }

  @Test
  void joinsAtOnceWhenOneOrganisationHoldsBothByNow() {
    proposed.when(agree("c-1", "c-2")).then(agreed("c-1", "c-2"), JOINED);
  }

  @Test
  void isUnknownToAHolderBeforeItIsProposedAndToStrangersAlways() {
    unasked.when(agree("c-1")).refuses("UNKNOWN unknown-connection");
    asked.when(agree("c-2")).refuses("UNKNOWN unknown-connection");
    asked.when(refuse(false, "c-2")).refuses("UNKNOWN unknown-connection");
    proposed.when(agree()).refuses("UNKNOWN unknown-connection");
    proposed.when(refuse(false)).refuses("UNKNOWN unknown-connection");
    unasked.when(refuse(true)).refuses("UNKNOWN unknown-connection");
  }

  @Test
  void isRefusedByAHolderOrByTheSecretariat() {
    asked.when(refuse(true)).then(REFUSED);
    proposed.when(refuse(false, "c-2")).then(REFUSED);
    unasked.given(ASKED, PROPOSED, ONE).when(refuse(false, "c-1")).then(REFUSED);
    refused.when(refuse(true)).thenNothing();
    joined.when(refuse(true)).refuses("CONFLICT connection-over");
  }

  @Test
  void isFoundWhileItWaits() {
    assertThat(decider.facts(decider.fold(List.of(ASKED)))).isEqualTo(Map.of("waiting", true, "cases", List.of("c-1", "c-2")));
    assertThat(decider.facts(decider.fold(List.of(ASKED, PROPOSED, REFUSED)))).isEqualTo(Map.of("waiting", false));
  }

  private static ConnectionEvent agreed(String... cases) {
    return new ConnectionEvent.Agreed(Set.of(cases), Sample.DESK, Sample.NOW);
  }

  private static ConnectionCommand ask() {
    return new ConnectionCommand.Ask(PAIR, Sample.DESK, Sample.NOW);
  }

  private static ConnectionCommand propose() {
    return new ConnectionCommand.Propose(SECRETARIAT, Sample.NOW);
  }

  private static ConnectionCommand agree(String... held) {
    return new ConnectionCommand.Agree(Set.of(held), Sample.DESK, Sample.NOW);
  }

  private static ConnectionCommand refuse(boolean secretariat, String... held) {
    return new ConnectionCommand.Refuse(Set.of(held), secretariat, Sample.DESK, Sample.NOW);
  }
}
