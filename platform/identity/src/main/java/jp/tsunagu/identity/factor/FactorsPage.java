package jp.tsunagu.identity.factor;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.Words;
import jp.tsunagu.identity.guess.Witness;

/** Where people get, look at and give up their second factors; whoever is here has just proven who they are. */
@Controller
class FactorsPage {
  private static final ZoneId HERE = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPANESE)
      .withChronology(JapaneseChronology.INSTANCE).withZone(HERE);
  private static final DateTimeFormatter WESTERN = DateTimeFormatter.ISO_LOCAL_DATE.withZone(HERE);

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final FactorRules rules;
  private final ProvenSession session;
  private final Words words;
  private final Witness witness;
  private final URI door;

  FactorsPage(SecondFactors factors, Passkeys passkeys, FactorRules rules, ProvenSession session, Words words, Witness witness,
      IdentitySettings settings) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.rules = rules;
    this.session = session;
    this.words = words;
    this.witness = witness;
    this.door = settings.issuer();
  }

  @GetMapping(FactorDoors.FACTORS)
  String look(@RequestParam Optional<String> error, Authentication who, HttpSession kept, Model model) {
    return page(error.isPresent() ? "factors.error" : "", List.of(), who, kept, model);
  }

  @PostMapping(FactorDoors.FACTORS + "/app")
  String enrolApp(@RequestParam(defaultValue = "") String code, Authentication who, HttpServletRequest request,
      HttpServletResponse response, Model model) {
    if (factors.of(who.getName()).hasApp()) return back();
    NewApp app = NewApp.of(request.getSession(), who.getName());
    if (!factors.enrolApp(who.getName(), app.secret(), CodeCheck.plain(code))) return back() + "?error";
    witness.done("app set up", who.getName());
    NewApp.forget(request.getSession());
    session.code(who, request, response);
    return page("factors.app.done", factors.firstRecoveryCodes(who.getName()), who, request.getSession(), model);
  }

  @PostMapping(FactorDoors.FACTORS + "/recovery")
  String newRecoveryCodes(Authentication who, HttpSession kept, Model model) {
    if (!factors.has(who.getName())) return back();
    witness.done("new recovery codes", who.getName());
    return page("factors.recovery.done", factors.newRecoveryCodes(who.getName()), who, kept, model);
  }

  /** After a first passkey, which a script sets up: the page asks for them itself. Codes that somebody has are never replaced here. */
  @PostMapping(FactorDoors.FACTORS + "/recovery/first")
  String firstRecoveryCodes(Authentication who, HttpSession kept, Model model) {
    List<String> fresh = factors.firstRecoveryCodes(who.getName());
    if (fresh.isEmpty()) return back();
    witness.done("first recovery codes", who.getName());
    return page("factors.recovery.first.done", fresh, who, kept, model);
  }

  @PostMapping(FactorDoors.FACTORS + "/app/removal")
  String removeApp(Authentication who) {
    factors.removeApp(who.getName());
    witness.done("app removed", who.getName());
    return back();
  }

  @PostMapping(FactorDoors.FACTORS + "/passkeys/removal")
  String removePasskey(@RequestParam String id, Authentication who) {
    factors.removePasskey(who.getName(), id);
    witness.done("passkey removed", who.getName());
    return back();
  }

  /** Where they were going when they were led here. */
  @GetMapping(FactorDoors.FACTORS + "/onward")
  String onward(HttpServletRequest request, HttpServletResponse response) {
    var saved = new HttpSessionRequestCache().getRequest(request, response);
    return "redirect:" + (saved == null ? door + "/" : saved.getRedirectUrl());
  }

  @GetMapping(FactorDoors.FACTORS + "/app/picture")
  ResponseEntity<String> picture(Authentication who, HttpSession kept) {
    if (factors.of(who.getName()).hasApp()) return ResponseEntity.notFound().build();
    return ResponseEntity.ok().contentType(MediaType.valueOf("image/svg+xml"))
        .body(QrImage.of(NewApp.of(kept, who.getName()).address()));
  }

  private static String back() {
    return "redirect:" + FactorDoors.FACTORS;
  }

  /** @param fresh codes on paper, shown this once */
  private String page(String notice, List<String> fresh, Authentication who, HttpSession kept, Model model) {
    String worker = who.getName();
    SecondFactor factor = factors.of(worker);
    List<Map<String, Object>> keys = passkeys.of(worker).stream().map(FactorsPage::line).toList();
    Map<String, Object> values = new HashMap<>(Map.of("worker", worker, "notice", notice, "fresh", fresh, "needed", rules.mustEnrol(worker),
        "app", factor.hasApp(), "passkeys", keys, "paper", factor.recovery().size(), "any", factors.has(worker)));
    Instant since = factor.appSince();
    if (since != null) values.put("since", day(since));
    else values.put("secret", NewApp.of(kept, worker).written());
    model.addAllAttributes(words.with(values));
    return "identity/factors";
  }

  private static Map<String, Object> line(CredentialRecord key) {
    return Map.of("id", key.getCredentialId().toBase64UrlString(), "label", key.getLabel(), "created", day(key.getCreated()), "used",
        day(key.getLastUsed()));
  }

  private static Map<String, String> day(Instant time) {
    return Map.of("ja", JAPANESE.format(time), "en", WESTERN.format(time));
  }
}
