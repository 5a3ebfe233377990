package jp.tsunagu.intake;

import java.util.EnumSet;
import java.util.List;

import jp.tsunagu.contracts.Worry;

/** What troubles a person: each kind once (○), at most one of them the main one (◎). Possibly nothing said yet. */
public record Worries(List<Concern> all) {
  public record Concern(Worry kind, boolean main) {}

  public Worries {
    all = List.copyOf(all);
    var kinds = EnumSet.noneOf(Worry.class);
    boolean main = false;
    for (int i = 0; i < all.size(); i++) {
      if (!kinds.add(all.get(i).kind())) throw new InvalidValue("[" + i + "].kind", "duplicate", "every worry once");
      if (main && all.get(i).main()) throw new InvalidValue("[" + i + "].main", "second-main", "at most one main worry");
      main |= all.get(i).main();
    }
  }

  /** Which kinds, whichever is the main one. */
  public List<Worry> kinds() {
    return all.stream().map(Concern::kind).toList();
  }

  public static Worries of(Concern... all) {
    return new Worries(List.of(all));
  }
}
