package jp.tsunagu.directory.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.Language;
import jp.tsunagu.directory.NetworkCommand;
import jp.tsunagu.directory.NetworkHistory;
import jp.tsunagu.directory.NetworkHistory.What;
import jp.tsunagu.directory.Offer;
import jp.tsunagu.directory.Traits.Change;
import jp.tsunagu.directory.register.NetworkStream;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Problem;

/** 連携ネットワーク: what all organisations share. Everybody reads it, administrators change it. */
@RestController
@RequestMapping("/api/network")
class NetworkController {
  private final NetworkStream network;
  private final Doors doors;

  NetworkController(NetworkStream network, Doors doors) {
    this.network = network;
    this.doors = doors;
  }

  @GetMapping
  @Operation(summary = "The types of partners, and the words in which people are asked for their consent")
  ResponseEntity<NetworkBody> now(Caller caller) {
    var now = network.current();
    var body = NetworkBody.of(now, Offer.ofNetwork(doors.requester(caller)));
    return ResponseEntity.ok().eTag(Answers.etag(now.version())).body(body);
  }

  @PutMapping("/partner-types/{type}")
  @Operation(summary = "Defines or renames a type of partners; a retired one is offered again; an administrator's matter")
  ResponseEntity<Answers.Version> define(@PathVariable String type, @RequestBody NetworkForms.TypeForm form, Act act) {
    return Answers.ok(network.handle(new NetworkCommand.DefinePartnerType(form.read(type), doors.requester(act.caller())), act));
  }

  @PostMapping("/partner-types/{type}/retirement")
  @Operation(summary = "Offers a type of partners no more; whoever has it keeps it; an administrator's matter")
  ResponseEntity<Answers.Version> retire(@PathVariable String type, @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return Answers.ok(network.handle(new NetworkCommand.RetirePartnerType(Doors.id(type), doors.requester(act.caller())), act));
  }

  @PutMapping("/consent-texts/{language}")
  @Operation(summary = "Sets the words in which people are asked for their consent in a language; an administrator's matter")
  ResponseEntity<Answers.Version> set(@PathVariable String language, @RequestBody NetworkForms.TextForm form, Act act) {
    return Answers.ok(network.handle(new NetworkCommand.SetConsentText(form.read(language), doors.requester(act.caller())), act));
  }

  @PostMapping("/consent-texts/{language}/withdrawal")
  @Operation(summary = "Takes the words in a language back; an administrator's matter")
  ResponseEntity<Answers.Version> withdraw(@PathVariable String language, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    return Answers.ok(network.handle(new NetworkCommand.WithdrawConsentText(language(language), doors.requester(act.caller())), act));
  }

  /** @param subject the partner type, or the language of the text */
  record LineBody(long version, Instant at, Party by, What what, String subject, List<Change> changes) {
    static LineBody of(NetworkHistory.Line line) {
      return new LineBody(line.version(), line.at(), new Party(line.by().organisation(), line.by().worker()), line.what(), line.subject(),
          line.changes());
    }
  }

  /** @param before to be asked for next; absent when there is no more */
  record Lines(List<LineBody> items, @Nullable Long before) {}

  @GetMapping("/history")
  @Operation(summary = "Who changed what of what all organisations share, the newest in front; for administrators and the secretariat")
  Lines history(@RequestParam(required = false) @Nullable Long before, Caller caller) {
    if (!Offer.ofNetwork(doors.requester(caller)).contains(Offer.READ_HISTORY))
      throw Problem.forbidden("not-an-administrator", "this is for administrators and the secretariat");
    var page = Page.of(NetworkHistory.of(network.history()), NetworkHistory.Line::version, before);
    return new Lines(page.lines().stream().map(LineBody::of).toList(), page.before());
  }

  /** What cannot be a language has no text. */
  private static Language language(String given) {
    try {
      return new Language(given);
    } catch (InvalidValue e) {
      throw Problem.notFound();
    }
  }
}
