package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A request that was sent, and what came back, if anything did.
 *
 * @param answer null if the system was gone before it answered; whether it was carried out, nobody knows
 */
record Posted(String key, String path, Map<String, ?> body, @Nullable Answer answer) {
  boolean answered() {
    return answer != null;
  }

  /** Sent twice more under the same key: both times the same answer, and the first one's, if there was one. */
  Posted again(Door door) {
    Answer second = door.send("POST", path, key, body).done();
    assertThat(door.send("POST", path, key, body)).isEqualTo(second);
    if (answer != null) assertThat(second).isEqualTo(answer);
    return new Posted(key, path, body, second);
  }

  /** {@code cases}, {@code consents} or {@code referrals}. */
  String what() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The id of what came of it. */
  String made() {
    String what = what();
    return Objects.requireNonNull(answer).id(what.substring(0, what.length() - 1) + "Id");
  }

  Matter matter(Desk desk) {
    return new Matter(desk, what().equals("cases") ? made() : path.split("/", -1)[3]);
  }

  /** @param houboku to whom it was referred */
  void hasHappenedOnce(Desk yell, Desk houboku) {
    switch (what()) {
      case "cases" -> eventually(() -> assertThat(matter(yell).ledger().story()).containsOnlyOnce("intake.case-opened"));
      case "consents" -> eventually(() -> assertThat(matter(yell).ledger().consents()).containsExactly(made()));
      default -> {
        eventually(() -> assertThat(matter(yell).ledger().referrals()).containsExactly(made()));
        eventually(() -> assertThat(houboku.owes(matter(houboku))).extracting(i -> i.path("referralId").asString())
            .containsExactly(made()));
      }
    }
  }
}
