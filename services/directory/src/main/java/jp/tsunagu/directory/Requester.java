package jp.tsunagu.directory;

import java.util.EnumSet;
import java.util.Set;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;

/** Who asks for a change, as far as it decides whether they may. */
public record Requester(String organisation, Set<WorkerRole> roles) {
  /** Roles that reach beyond one organisation; only an administrator gives or takes them. */
  private static final Set<WorkerRole> BEYOND = EnumSet.of(WorkerRole.SECRETARIAT, WorkerRole.ADMINISTRATOR);

  public Requester {
    roles = Set.copyOf(roles);
  }

  /** The installation itself, e.g. when it takes the council in. */
  public static Requester installation() {
    return new Requester("tsunagu", Set.of(WorkerRole.ADMINISTRATOR));
  }

  public boolean administers() {
    return roles.contains(WorkerRole.ADMINISTRATOR);
  }

  public boolean manages(Id organisation) {
    return administers() || roles.contains(WorkerRole.MANAGER) && this.organisation.equals(organisation.value());
  }

  boolean mayChangeRoles(Set<WorkerRole> before, Set<WorkerRole> after) {
    return administers() || BEYOND.stream().allMatch(role -> before.contains(role) == after.contains(role));
  }

  /** With a letter one takes a log-in over: nobody gains by it a role that reaches further than their own, or a peer's. */
  boolean mayWriteTo(Set<WorkerRole> roles) {
    return administers() || roles.stream().noneMatch(role -> role == WorkerRole.MANAGER || BEYOND.contains(role));
  }

  boolean maySendAway(Set<WorkerRole> roles) {
    return mayChangeRoles(roles, Set.of());
  }
}
