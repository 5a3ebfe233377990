package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A case with everything in it that an address can name: asked of org08, declined by org15, held by org05. What a new variable in
 * an address stands for is said here.
 */
record Scene(Town town, Matter matter, Handover asked, Handover declined, Map<String, String> things) {
  static final String KANA = "ミトオシ";
  private static final Map<String, ?> PERSON = Map.of("familyName", "見通", "givenName", "仮名", "familyNameKana", KANA, "givenNameKana",
      KANA, "birthDate", "1988-08-08", "phones", List.of("000-4444-5555"));

  static Scene in(Town town) {
    Desk holder = Who.HOLDER.at(town);
    var matter = new Matter(holder,
        holder.post("/api/cases", Map.of("person", PERSON, "worries", List.of(Map.of("kind", "DEBT", "main", true)),
            "channel", "PHONE", "urgency", "NORMAL")).id("caseId"));
    Handover declined = matter.refer("org15-1");
    declined.at(Who.FORMER.at(town)).decline("NO_CAPACITY", "org08").done();
    String consent = matter.consent("org08", "相談を引き継ぐため");
    Handover asked = matter.handover(matter.propose("org08-1", Matter.on(consent)).id("referralId"));
    String checkIn = matter.act("check-ins", Map.of("dueOn", holder.today().plusDays(9).toString(), "worker", "org05-1")).id("checkInId");
    Town.eventually(() -> assertThat(holder.told(matter)).isNotEmpty());
    String notice = holder.told(matter).getFirst().path("noticeId").asString();
    var scene = new Scene(town, matter, asked, declined,
        Map.ofEntries(Map.entry("caseId", matter.id()), Map.entry("referralId", asked.id()), Map.entry("consentId", consent),
            Map.entry("checkInId", checkIn), Map.entry("noticeId", notice), Map.entry("organisation", "org05"),
            Map.entry("worker", "org05-2"), Map.entry("key", "next-step"), Map.entry("from", away(town)),
            Map.entry("meetingId", met(matter)), Map.entry("reportId", reported(matter)),
            Map.entry("otherCaseId", linked(matter)), Map.entry("connectionId", asksToConnect(town, matter)),
            Map.entry("draftId", typing(holder)), Map.entry("type", "utilities"),
            Map.entry("language", worded(town)), Map.entry("parkedId", "cG9ydGFsCm5vdGhpbmctaXMtcGFya2VkLWhlcmU"),
            Map.entry("callId", holder.post("/api/calls", Map.of("category", "DEBT", "timeBand", "NIGHT")).id("callId"))));
    scene.settle();
    return scene;
  }

  static String typing(Desk desk) {
    String draft = UUID.randomUUID().toString();
    desk.put("/api/drafts/" + draft, Map.of("fields", Map.of("story", List.of("途中まで（架空）")))).done();
    return draft;
  }

  /** A language in which the network has words of its own. */
  private static String worded(Town town) {
    Who.ADMINISTRATOR.at(town).put("/api/network/consent-texts/vi",
        Map.of("request", "Chúng tôi có thể nói với {recipient} về bạn không? Lý do: {purpose}", "freedom", "Bạn có thể nói không."))
        .done();
    return "vi";
  }

  /** The first day on which org05-2 will be away. */
  private static String away(Town town) {
    Who.HOLDERS_MANAGER.at(town).post("/api/organisations/org05/workers/org05-2/absences", Map.of("from", "2099-04-06", "to", "2099-04-10"))
        .done();
    return "2099-04-06";
  }

  static String met(Matter matter) {
    return matter.act("support-meetings", Map.of("heldOn", matter.desk().today().toString(), "members",
        List.of(Map.of("organisation", "org12", "worker", "org12-1")), "items", List.of("NAME"), "reason", "本人と話せない（架空）")).id("meetingId");
  }

  static String reported(Matter matter) {
    return matter.act("abuse-reports", Map.of("reportedAt", matter.desk().now().toString(), "office", "POLICE")).id("reportId");
  }

  static String linked(Matter matter) {
    String other = matter.desk().opens("DEBT").id();
    matter.act("links", Map.of("caseId", other)).done();
    return other;
  }

  /** Another desk knows the same person; the secretariat asks both. */
  private static String asksToConnect(Town town, Matter matter) {
    town.desk("org13").post("/api/cases", Map.of("person", PERSON, "worries", List.of(), "channel", "PHONE", "urgency", "NORMAL")).done();
    assertThat(matter.act("connection-request", Map.of()).status()).isEqualTo(202);
    Desk secretariat = Who.SECRETARIAT.at(town);
    Town.eventually(() -> assertThat(secretariat.get("/api/connections").body().toString()).contains(matter.id()));
    String connection = secretariat.get("/api/connections").body().path("items").valueStream()
        .filter(i -> i.toString().contains(matter.id())).map(i -> i.path("connectionId").asString()).findFirst().orElseThrow();
    secretariat.post("/api/connections/" + connection + "/proposal", Map.of()).done();
    return connection;
  }

  /** What the address names when this one asks: of the former side, their own referral. */
  Map<String, String> thingsFor(Who who) {
    Map<String, String> theirs = new HashMap<>(things);
    if (who == Who.FORMER) theirs.put("referralId", declined.id());
    return theirs;
  }

  /** Ids of the same form and length that were never given. */
  Map<String, String> nothings() {
    Map<String, String> none = new HashMap<>();
    things.forEach((name, id) -> none.put(name, id.substring(0, 2) + "0".repeat(id.length() - 2)));
    none.put("otherCaseId", "c-" + "1".repeat(26)); // not the same nothing as the case itself
    none.put("organisation", "org99");
    none.put("worker", "org99-2");
    return none;
  }

  /** How far everything about the case has come: as long as it is equal, nothing was changed. */
  String state() {
    var file = matter.desk().get(matter.path()).done().body();
    return file + " " + matter.ledger().body().path("versions") + matter.desk().told(matter);
  }

  private void settle() {
    var before = new AtomicReference<>("");
    Town.eventually(() -> {
      String now = state();
      assertThat(now).isEqualTo(before.getAndSet(now));
    });
  }

  /** What a shape cannot say of a body that fits it. */
  Map<String, ?> known() {
    String soon = town.today().plusDays(7).toString();
    return Map.ofEntries(Map.entry("worker", "org05-2"), Map.entry("toOrganisation", "org13"), Map.entry("recipient", "org13"),
        Map.entry("dueOn", soon), Map.entry("reviewOn", soon), Map.entry("givenOn", town.today().toString()),
        Map.entry("at", town.now().toString()), Map.entry("q", KANA), Map.entry("heldOn", town.today().toString()),
        Map.entry("reportedAt", town.now().toString()), Map.entry("confirmedAt", town.now().toString()),
        Map.entry("members", List.of(Map.of("organisation", "org12", "worker", "org12-1"))),
        Map.entry("person", Map.of("pseudonym", "さくら（仮名）")),
        Map.entry("basis", Map.of("kind", "LIFE_BODY", "reason", "命にかかわる（架空）")), Map.entry("caseIds", List.of(matter.id())),
        Map.entry("next", Matter.checkIns("org05-2", town.today().plusDays(7))), Map.entry("displayNameKana", "カクウ"));
  }

  /** What may be written in the query of an address. */
  String query(String path, String name) {
    return switch (name) {
      case "q" -> matter.id();
      case "from", "to" -> town.today().toString().substring(0, 7);
      default -> throw new AssertionError("what is a real " + name + " in " + path + "?");
    };
  }
}
