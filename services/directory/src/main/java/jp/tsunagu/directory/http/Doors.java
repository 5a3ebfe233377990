package jp.tsunagu.directory.http;

import java.util.stream.Collectors;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** What the doors have in common. */
final class Doors {
  private Doors() {}

  static Requester requester(Caller caller) {
    return new Requester(caller.organisation(),
        caller.roles().stream().map(role -> WorkerRole.valueOf(role.name())).collect(Collectors.toSet()));
  }

  /** An id from an address; what cannot be one names nothing. */
  static Id id(String given) {
    try {
      return new Id(given);
    } catch (InvalidValue e) {
      throw Problem.notFound();
    }
  }
}
