package jp.tsunagu.directory.register;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Network;
import jp.tsunagu.directory.NetworkCommand;
import jp.tsunagu.directory.NetworkEvent;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.CommandHandler.Current;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.http.Act;

/** The one stream of what all organisations share. */
@Component
public class NetworkStream {
  public static final String PREFIX = "network";
  public static final String COUNCIL = "council";
  public static final String ID = PREFIX + "-" + COUNCIL;

  private final CommandHandler<NetworkCommand, NetworkEvent, Network> journal;

  NetworkStream(CommandHandler<NetworkCommand, NetworkEvent, Network> journal) {
    this.journal = journal;
  }

  public Outcome<NetworkEvent, Network> handle(NetworkCommand command, Act act) {
    return act.handle(journal, ID, COUNCIL, command);
  }

  public Outcome<NetworkEvent, Network> handle(NetworkCommand command, Instant at, Actor by, Cause cause) {
    return journal.handle(ID, COUNCIL, command, at, by, cause, null);
  }

  public Current<Network> current() {
    return journal.current(ID);
  }

  public boolean offers(Id partnerType) {
    return current().state().offers(partnerType);
  }

  /** Everything that was done. */
  public List<Commit<NetworkEvent>> history() {
    return journal.history(ID).commits();
  }
}
