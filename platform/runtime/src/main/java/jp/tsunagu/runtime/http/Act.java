package jp.tsunagu.runtime.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;

/**
 * One request to change something: who, when, why, on which version. Controllers take it as an argument.
 *
 * @param expected the version in {@code If-Match}, or null
 * @param ids      makes the same ids again when the same idempotency key comes again
 */
public record Act(Caller caller, Instant at, Cause cause, @Nullable Long expected, Ids ids) {
  /** Who is named in what the act leads to. */
  public Party by() {
    return caller.party();
  }

  /** Carries a command out; by whom, when, why and on which version is this act's to say. */
  public <C, E, S> Outcome<E, S> handle(CommandHandler<C, E, S> handler, String stream, String caseId, C command) {
    return handler.handle(stream, caseId, command, at, actor(), cause, expected);
  }

  public Actor actor() {
    return caller.actor();
  }

  /** A new id such as {@code r-4kq…}: 128 bits and a prefix that says of what. The n-th call of an act gives the n-th id. */
  public String newId(String prefix) {
    return ids.next(prefix);
  }
}
