package jp.tsunagu.systemtests.simulation;

import java.time.Instant;

import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;

/** A command on its way, with the key under which it may be sent again. */
record Ask(String service, String stream, String caseId, Object command, Actor by, Cause cause) {
  String prefix() {
    return stream.substring(0, stream.indexOf('-'));
  }

  @SuppressWarnings("unchecked") // the prefix says which kind of command its streams take
  Outcome<?, ?> send(Replica to, Instant at) {
    var handler = (CommandHandler<Object, ?, ?>) to.handlers().get(prefix());
    if (handler == null) throw new IllegalStateException(to.service() + " keeps no " + stream);
    return handler.handle(stream, caseId, command, at, by, cause, null);
  }
}
