package jp.tsunagu.portal.rebuild;

import java.util.List;
import java.util.Optional;

import jp.tsunagu.portal.rebuild.Rebuild.What;

/** Where it is written down how far rebuilds have come. */
public interface Rebuilds {
  Optional<Rebuild> of(What what);

  /** All there ever were, the last one of each kind. */
  List<Rebuild> all();

  void keep(Rebuild rebuild);

  /** Writes down a new one if none of its kind is running; false if one is. */
  boolean begin(Rebuild rebuild);
}
