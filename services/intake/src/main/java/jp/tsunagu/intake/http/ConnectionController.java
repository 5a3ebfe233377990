package jp.tsunagu.intake.http;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.Connection;
import jp.tsunagu.intake.ConnectionCommand;
import jp.tsunagu.intake.ConnectionEvent;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Connections;
import jp.tsunagu.intake.sight.Holders;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** What the secretariat and the holders say to a connection that was asked for. */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {
  private final CommandHandler<ConnectionCommand, ConnectionEvent, Connection> handler;
  private final Connections connections;
  private final Holders holders;
  private final CaseAccess access;

  ConnectionController(CommandHandler<ConnectionCommand, ConnectionEvent, Connection> handler, Connections connections, Holders holders,
      CaseAccess access) {
    this.handler = handler;
    this.connections = connections;
    this.holders = holders;
    this.access = access;
  }

  record Items(List<ConnectionBody> items) {}

  @GetMapping
  @Operation(summary = "Connections that wait: for the secretariat all of them, for a holder those that wait for them; what is late first in front")
  Items waiting(Act act) {
    Caller caller = act.caller();
    if (caller.is(Role.SECRETARIAT))
      return new Items(connections.all().stream().map(w -> ConnectionBody.of(w, all -> true, holders, act.at())).toList());
    Predicate<String> own = caseId -> caller.supportsPeople() && holders.of(caseId).filter(caller.organisation()::equals).isPresent()
        && access.standing(caller, caseId) == Standing.HOLDER; // asked last, it is the dearer question
    return new Items(connections.all().stream().filter(w -> w.state() instanceof Connection.Proposed)
        .map(w -> ConnectionBody.of(w, own, holders, act.at())).filter(body -> !body.cases().isEmpty()).toList());
  }

  @PostMapping("/{connectionId}/proposal")
  @Operation(summary = "The secretariat asks both holders whether the cases may be linked")
  ResponseEntity<Answers.Version> propose(@PathVariable String connectionId, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    if (!act.caller().is(Role.SECRETARIAT)) throw Problem.notFound();
    return handle(connectionId, new ConnectionCommand.Propose(act.by(), act.at()), act);
  }

  @PostMapping("/{connectionId}/agreement")
  @Operation(summary = "A holder agrees; when both have, the cases are linked")
  ResponseEntity<Answers.Version> agree(@PathVariable String connectionId, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    return handle(connectionId, new ConnectionCommand.Agree(held(connectionId, act), act.by(), act.at()), act);
  }

  @PostMapping("/{connectionId}/refusal")
  @Operation(summary = "A holder, or the secretariat, does not want them linked")
  ResponseEntity<Answers.Version> refuse(@PathVariable String connectionId, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    boolean secretariat = act.caller().is(Role.SECRETARIAT);
    return handle(connectionId, new ConnectionCommand.Refuse(held(connectionId, act), secretariat, act.by(), act.at()), act);
  }

  private Set<String> held(String connectionId, Act act) {
    return connections.pair(connectionId).stream().flatMap(pair -> pair.cases().stream())
        .filter(caseId -> access.standing(act.caller(), caseId) == Standing.HOLDER).collect(Collectors.toUnmodifiableSet());
  }

  private ResponseEntity<Answers.Version> handle(String connectionId, ConnectionCommand command, Act act) {
    String caseId = connections.pair(connectionId).orElseThrow(Problem::notFound).caseId();
    return Answers.ok(
        act.handle(handler, Connections.stream(connectionId), caseId, command));
  }
}
