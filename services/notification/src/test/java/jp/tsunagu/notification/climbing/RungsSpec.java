package jp.tsunagu.notification.climbing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.notification.climbing.Rungs.Standing;
import jp.tsunagu.notification.telling.People;

class RungsSpec {
  private static final Party WORKER = new Party("org05", "org05-1");
  private static final Party DEPUTY = new Party("org05", "org05-2");
  private static final Party MANAGER = new Party("org05", "org05-m");
  private static final Party SECRETARIAT = new Party("city", "secretariat");
  private static final Predicate<Party> ANYBODY = _ -> true;

  /** Whom the directory knows; null for nobody. */
  private record Known(@Nullable Party deputy, @Nullable Party manager, @Nullable Party office) implements People {
    @Override
    public Optional<Party> managerOf(String organisation) {
      return Optional.ofNullable(manager);
    }

    @Override
    public Optional<Party> managerOver(Party worker) {
      return Optional.ofNullable(manager);
    }

    @Override
    public Optional<Party> secretariat() {
      return Optional.ofNullable(office);
    }

    @Override
    public boolean away(Party worker) {
      return false;
    }

    @Override
    public Optional<Party> deputyOf(Party worker) {
      return Optional.ofNullable(deputy);
    }
  }

  @Test
  void climbsOneByOneAndStaysOnTheHighest() {
    var rungs = Rungs.over(WORKER, new Known(DEPUTY, MANAGER, SECRETARIAT), ANYBODY);
    assertThat(rungs.next(0)).contains(new Standing(Rung.DEPUTY, DEPUTY));
    assertThat(rungs.next(1)).contains(new Standing(Rung.MANAGER, MANAGER));
    assertThat(rungs.next(2)).contains(new Standing(Rung.SECRETARIAT, SECRETARIAT));
    assertThat(rungs.next(9)).contains(new Standing(Rung.SECRETARIAT, SECRETARIAT));
  }

  @Test
  void leavesOutWhoMayNotKnowAndWhoWasMetBefore() {
    assertThat(Rungs.over(WORKER, new Known(MANAGER, MANAGER, SECRETARIAT), ANYBODY).above()).extracting(Standing::who)
        .containsExactly(MANAGER, SECRETARIAT);
    assertThat(Rungs.over(WORKER, new Known(DEPUTY, MANAGER, SECRETARIAT), who -> !who.equals(MANAGER)).above()).extracting(Standing::who)
        .containsExactly(DEPUTY, SECRETARIAT);
  }

  @Test
  void tellsAgainWhoHasNobodyAboveThem() {
    var rungs = Rungs.over(SECRETARIAT, new Known(null, MANAGER, SECRETARIAT), who -> !who.equals(MANAGER));
    assertThat(rungs.next(0)).contains(new Standing(Rung.WORKER, SECRETARIAT));
    assertThat(rungs.next(5)).contains(new Standing(Rung.WORKER, SECRETARIAT));
  }

  @Test
  void tellsNobodyWhoMayNotKnow() {
    assertThat(Rungs.over(WORKER, new Known(null, null, null), _ -> false).next(0)).isEmpty();
  }
}
