package jp.tsunagu.directory;

import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;

/**
 * Who a worker is, as told by their organisation.
 *
 * @param unit    one of the organisation's units
 * @param deputy  副担当: stands in for them; a colleague's id
 * @param manager is told when both stay silent; a colleague's id
 */
public record Worker(Id id, DisplayName name, Email email, Set<WorkerRole> roles, @Nullable String unit, @Nullable Id deputy,
    @Nullable Id manager) {
  public Worker {
    roles = Set.copyOf(roles);
  }

  boolean reliesOn(Id colleague) {
    return Stream.of(deputy, manager).anyMatch(colleague::equals);
  }

  @Override
  public String toString() {
    return "Worker[" + id + " " + roles + "]";
  }
}
