package jp.tsunagu.intake.http;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.ConnectionCommand;
import jp.tsunagu.intake.ConnectionEvent;
import jp.tsunagu.intake.Likeness;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Connections;
import jp.tsunagu.intake.sight.Holders;
import jp.tsunagu.intake.sight.LikelySame;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Problem;

/**
 * 事務局につないでもらう. Whose case agrees is found here from what is recorded, whatever the desk was shown; the answer says
 * nothing of it.
 */
@RestController
class ConnectionRequestController {
  private final CommandHandler<ConnectionCommand, ConnectionEvent, Connection> connections;
  private final CaseAccess access;
  private final LikelySame likely;
  private final Holders holders;
  private final Connections connected;

  ConnectionRequestController(CommandHandler<ConnectionCommand, ConnectionEvent, Connection> connections, CaseAccess access,
      LikelySame likely, Holders holders, Connections connected) {
    this.connections = connections;
    this.access = access;
    this.likely = likely;
    this.holders = holders;
    this.connected = connected;
  }

  record Asked(String caseId) {}

  @PostMapping("/api/cases/{caseId}/connection-request")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Asks the secretariat to connect the holders of likely the same person; the holder's matter")
  Asked ask(@PathVariable String caseId, @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    CaseFile.Opened file = access.held(act.caller(), caseId).disclosure().file();
    if (!LikelySame.mayBeFeltFor(file.person()))
      throw Problem.conflict("person-protected", "Nobody is asked about a person who is known by no name, or whose address is hidden.");
    List<Connection.Pair> pairs = pairs(file, act);
    if (pairs.isEmpty()) throw Problem.conflict("nobody-elsewhere", "No case of very likely the same person is known elsewhere.");
    // Not in the other cases' access logs: nothing of them is shown, and their holders would learn who asks.
    pairs.forEach(pair -> ask(pair, file.linked().parted().get(pair.otherCaseId()), act));
    return new Asked(caseId);
  }

  /** Also cases the caller sees something of: that its holder may be told of this one is not for the caller to say. */
  private List<Connection.Pair> pairs(CaseFile.Opened file, Act act) {
    String caseId = file.opening().caseId();
    Set<String> besides = new HashSet<>(file.links());
    besides.add(caseId);
    LikelySame.Found found = likely.find(act.caller(), file.person(), besides);
    Stream<LikelySame.Match> seen = found.seen().stream().filter(LikelySame.Match::mayBeFeltFor)
        .filter(m -> m.likeness().likelihood() == Likeness.Likelihood.VERY_LIKELY)
        .filter(m -> holders.of(m.caseId()).filter(h -> !h.equals(act.caller().organisation())).isPresent());
    return Stream.concat(found.elsewhere().stream(), seen).map(m -> new Connection.Pair(caseId, m.caseId(), m.likeness())).toList();
  }

  /** Each pair is asked for once however often the request comes, also after a crash between two of them. */
  private void ask(Connection.Pair pair, @Nullable Instant parted, Act act) {
    var command = new ConnectionCommand.Ask(pair, act.by(), act.at());
    String stream = Connections.stream(connected.toAsk(pair, parted));
    Answers.done(connections.handle(stream, pair.caseId(), command, act.at(), act.actor(), act.cause(), null));
  }
}
