package jp.tsunagu.intake.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.Likeness;

class ConnectionsTest {
  private static final Likeness ALIKE = new Likeness(Set.of(Likeness.Reason.KANA));

  @Test
  void areTheSameWhicheverOfTheTwoAsks() {
    assertThat(Connections.id(pair("c-1", "c-2"), 1)).isEqualTo(Connections.id(pair("c-2", "c-1"), 1));
    assertThat(Connections.id(pair("c-1", "c-2"), 1)).isNotEqualTo(Connections.id(pair("c-1", "c-3"), 1));
  }

  @Test
  void areOthersOnceTheFirstIsOver() {
    assertThat(Connections.id(pair("c-1", "c-2"), 2)).isNotEqualTo(Connections.id(pair("c-1", "c-2"), 1));
  }

  private static Connection.Pair pair(String one, String other) {
    return new Connection.Pair(one, other, ALIKE);
  }
}
