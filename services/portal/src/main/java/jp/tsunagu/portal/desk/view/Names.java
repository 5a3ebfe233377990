package jp.tsunagu.portal.desk.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.runtime.directory.DirectoryView;

/**
 * Names for ids. Organisations come from the directory's messages; workers' names are asked for, and a worker whose name is
 * not known now is called by their id.
 */
public final class Names {
  private final DirectoryView directory;
  private final Function<String, Optional<String>> workers;
  private final Function<String, Optional<NetworkView.Type>> types;

  /**
   * @param workers worker id → name, as far as it is known
   * @param types   the partner type of an id, as far as it is known
   */
  public Names(DirectoryView directory, Function<String, Optional<String>> workers,
      Function<String, Optional<NetworkView.Type>> types) {
    this.types = types;
    this.directory = directory;
    this.workers = workers;
  }

  /** Without the legal form in front, which every second organisation shares. */
  public String organisation(@Nullable String id) {
    if (id == null) return "";
    return directory.organisation(id).map(o -> o.name().replaceFirst("^(NPO法人|社会福祉法人|公益財団法人|一般財団法人)[\\s　]*", "")).orElse(id);
  }

  public String worker(@Nullable String id) {
    return id == null ? "" : workers.apply(id).orElse(id);
  }

  public Optional<NetworkView.Type> partnerType(String id) {
    return types.apply(id);
  }

  /** Who may be asked to take a person on, in the council's own order. */
  public List<Organisation> recipients(String besides) {
    return directory.all().stream().filter(o -> o.active() && o.acceptsReferrals() && !o.organisation().equals(besides))
        .sorted(Comparator.comparing(Organisation::organisation)).toList();
  }

  public List<Organisation> everyone(String besides) {
    return directory.all().stream().filter(o -> o.active() && !o.organisation().equals(besides))
        .sorted(Comparator.comparing(Organisation::organisation)).toList();
  }

  public boolean active(String organisation) {
    return directory.organisation(organisation).filter(Organisation::active).isPresent();
  }

  public List<Worker> colleagues(String organisation) {
    return directory.organisation(organisation).map(o -> o.workers().stream().filter(Worker::active).toList()).orElse(List.of());
  }
}
