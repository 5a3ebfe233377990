package jp.tsunagu.directory;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;

/**
 * Who asks for a change, as far as it decides whether they may.
 *
 * @param unit of a manager who manages no more than that; null for the whole organisation
 */
public record Requester(String organisation, Set<WorkerRole> roles, @Nullable String unit) {
  /** Roles that reach beyond one organisation; only an administrator gives or takes them. */
  private static final Set<WorkerRole> BEYOND = EnumSet.of(WorkerRole.SECRETARIAT, WorkerRole.ADMINISTRATOR);

  public Requester {
    roles = Set.copyOf(roles);
  }

  /** The installation itself, e.g. when it takes the council in. */
  public static Requester installation() {
    return new Requester("tsunagu", Set.of(WorkerRole.ADMINISTRATOR), null);
  }

  public boolean administers() {
    return roles.contains(WorkerRole.ADMINISTRATOR);
  }

  public boolean coordinates() {
    return roles.contains(WorkerRole.SECRETARIAT);
  }

  public boolean manages(Id organisation) {
    return administers() || roles.contains(WorkerRole.MANAGER) && this.organisation.equals(organisation.value());
  }

  /**
   * A manager makes managers and unmakes none: a peer without the role could be handed a letter, and so be taken over. Whoever has a
   * role that reaches beyond the organisation is an administrator's to change in anything.
   */
  boolean mayChange(Set<WorkerRole> before, Set<WorkerRole> after) {
    if (administers()) return true;
    boolean beyond = BEYOND.stream().anyMatch(role -> before.contains(role) || after.contains(role));
    return !beyond && (!before.contains(WorkerRole.MANAGER) || after.contains(WorkerRole.MANAGER));
  }

  /** A manager of one unit reaches nobody else's: deputies, managers, units and letters all say who sees whom. */
  boolean reaches(@Nullable String other) {
    return administers() || unit == null || unit.equals(other);
  }

  /** With a letter one takes a log-in over: nobody gains by it a role that reaches further than their own, or a peer's. */
  boolean mayWriteTo(Set<WorkerRole> roles) {
    return administers() || roles.stream().noneMatch(role -> role == WorkerRole.MANAGER || BEYOND.contains(role));
  }

  boolean maySendAway(Set<WorkerRole> roles) {
    return mayChange(roles, Set.of());
  }
}
