package jp.tsunagu.portal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.board.Boards;
import jp.tsunagu.portal.board.Reception;
import jp.tsunagu.portal.desk.view.Fitting;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.directory.DirectoryView;

/** つなぎ先をさがす: who offers something for a need, and what is known of asking there. */
@Component
class Fittings {
  private final DirectoryView directory;
  private final Boards boards;

  Fittings(DirectoryView directory, Boards boards) {
    this.directory = directory;
    this.boards = boards;
  }

  /** @param need a kind of worry; whatever else finds nobody */
  List<Fitting> to(String need, DeskUser user) {
    Optional<Worry> worry = Arrays.stream(Worry.values()).filter(w -> w.name().equals(need)).findFirst();
    if (worry.isEmpty()) return List.of();
    return directory.all().stream()
        .filter(o -> o.active() && o.acceptsReferrals() && !o.organisation().equals(user.caller().organisation()))
        .filter(o -> !o.serving(worry.get()).isEmpty()).map(o -> {
          Reception known = boards.reception(o.organisation(), user.caller().party());
          return new Fitting(o.organisation(), o.serving(worry.get()), known.met(), known.usual());
        }).sorted(Fitting.BEST_FIRST).toList();
  }
}
