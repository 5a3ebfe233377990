package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import tools.jackson.databind.JsonNode;

/** Marked values go in wherever a person or words about one are taken; they lie nowhere in the clear, and are gone once erased. */
@ExtendWith(Town.Here.class)
class VaultTest {
  private static final List<String> MARKS = List.of("植込", "ウエコミ", "000-7777-8888", "0007777888", "planted@mail.example", "植込町七丁目",
      "1987-06-05", "父郎", "叔母子", "000-6666-5555", "00066665555");
  private static final Map<String, ?> PERSON = Map.of("familyName", "植込", "givenName", "印子", "familyNameKana", "ウエコミ", "givenNameKana",
      "シルシコ", "birthDate", "1987-06-05", "phones", List.of("000-7777-8888"), "email", "planted@mail.example", "address",
      Map.of("postcode", "803-0000", "text", "北九州市植込町七丁目"), "guardians", List.of(Map.of("name", "植込 父郎", "relation", "FATHER",
          "implicated", true, "phone", "000-6666-5555")),
      "visitor", Map.of("name", "植込 叔母子", "relation", "RELATIVE"));

  private final Town town;

  VaultTest(Town town) {
    this.town = town;
  }

  private static String planted(String where) {
    return "植込の" + where + "（架空）";
  }

  @Test
  void keepsNothingOfAPersonInTheClearAndForgetsTheErased() throws IOException {
    Matter matter = opened();
    reported(matter);
    List<String> codes = calledAnonymously();
    Handover handover = talkedAbout(matter);
    Town.eventually(() -> assertThat(matter.ledger().holder()).isEqualTo("org15-1"));

    assertThat(handover.at(town.desk("org15")).matter().desk().get(matter.path() + "/referrals").body().toString())
        .contains(planted("理由"), planted("概要"), planted("質問"), planted("回答"), planted("結果"));
    assertThat(inEveryCollection()).contains(matter.id()).doesNotContain(MARKS).doesNotContain(codes);
    assertThat(onEveryTopic()).contains(matter.id()).doesNotContain(MARKS).doesNotContain(codes);
    assertThat(filesWith(List.of(matter.id()))).as("what files are searched").isNotEmpty();
    assertThat(filesWith(MARKS)).isEmpty();
    assertThat(filesWith(codes)).isEmpty();

    List<JsonNode> custody = matter.ledger().custody();
    assertThat(town.worker("org15-m").post(matter.path() + "/person/erasure", Map.of("reason", "PERSON_ASKED")).status()).isEqualTo(200);
    for (String desk : List.of("org05", "org15")) {
      Town.eventually(() -> {
        assertThat(town.desk(desk).get(matter.path()).body().toString()).contains("\"erased\":true").doesNotContain(MARKS);
        assertThat(town.desk(desk).get(matter.path() + "/referrals").body().toString()).contains(handover.id()).doesNotContain(MARKS);
      });
    }
    assertThat(matter.ledger().custody()).isEqualTo(custody);
    var late = matter.at(town.desk("org15")).act("closure", Map.of("reason", "GOAL_MET", "agreedBy", "PERSON", "note", planted("後から")));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("code").asString()).isEqualTo("person-erased");
    assertThat(matter.at(town.desk("org15")).close("GOAL_MET", Map.of("agreedBy", "PERSON")).status()).isEqualTo(200);
  }

  /** A call that became nobody's case, and one whose caller went on to another desk. */
  private List<String> calledAnonymously() {
    var call = Map.of("category", "LONELINESS", "timeBand", "NIGHT", "note", planted("電話のメモ"));
    town.desk("org05").post("/api/calls", call).done();
    String callId = town.desk("org05").post("/api/calls", call).id("callId");
    String code = town.desk("org05").post("/api/calls/" + callId + "/hand-over-code", Map.of()).done().text("code");
    String caseId = town.desk("org15").post("/api/hand-over-codes/redemption", Map.of("code", code, "person", PERSON, "worries", List.of(),
        "channel", "WALK_IN", "urgency", "NORMAL")).id("caseId");
    assertThat(town.desk("org15").get("/api/cases/" + caseId + "/call").done().text("note")).isEqualTo(planted("電話のメモ"));
    return List.of(code, code.replace(" ", ""), code.replace(" ", "-"));
  }

  private void reported(Matter matter) {
    String report = matter.act("abuse-reports", Map.of("reportedAt", town.now().toString(), "office", "POLICE")).id("reportId");
    matter.act("abuse-reports/" + report + "/receipt", Map.of("confirmedAt", town.now().toString(), "receiptNumber", "植込-1")).done();
  }

  /** 住所秘匿: what was refused has left no trace either, and a chosen name is as closed as a real one. */
  @Test
  void keepsNothingOfAnAddressThatWasRefusedNorOfAPseudonym() throws IOException {
    List<String> marks = List.of("隠里町九丁目", "806-9876", "うずらごけ", "ウズラゴケ");
    Desk desk = town.desk("org05");
    var opening = Map.of("person", Map.of("pseudonym", "うずらごけ", "addressHidden", true, "contactThrough", "org15"), "worries", List.of(),
        "channel", "PHONE", "urgency", "NORMAL");
    Matter hidden = new Matter(desk, desk.post("/api/cases", opening).id("caseId"));
    var address = Map.of("postcode", "806-9876", "text", "北九州市隠里町九丁目");
    desk.put(hidden.path() + "/person", Map.of("familyName", "架空", "givenName", "花子", "address", address)).refusedFor("address",
        "address-hidden");
    desk.post("/api/persons/likely-same", Map.of("pseudonym", "うずらごけ", "addressHidden", true)).done();
    Town.eventually(() -> assertThat(desk.heard(hidden)).contains("HIDDEN_ADDRESS_ATTEMPTED"));

    assertThat(desk.get(hidden.path()).body().toString()).contains("うずらごけ");
    assertThat(inEveryCollection()).contains(hidden.id()).doesNotContain(marks);
    assertThat(onEveryTopic()).contains(hidden.id()).doesNotContain(marks);
    assertThat(filesWith(marks)).isEmpty();
  }

  private Matter opened() {
    Desk desk = town.desk("org05");
    String draft = "/api/drafts/" + UUID.randomUUID();
    desk.put(draft, Map.of("fields", Map.of("story", List.of(planted("書きかけ"))))).done();
    assertThat(desk.get(draft).done().body().toString()).contains(planted("書きかけ"));
    var opened = desk.post("/api/cases",
        Map.of("person", PERSON, "worries", List.of(Map.of("kind", "TROUBLE_AT_WORK", "main", true)), "story",
            planted("話"), "wishes", planted("望み"), "channel", "WALK_IN", "urgency", "NORMAL"));
    return new Matter(desk, opened.id("caseId"));
  }

  /** Everything that two desks can write to each other about a person. */
  private Handover talkedAbout(Matter matter) {
    String consent = matter.consent("org15", planted("目的"));
    String basis = matter.consent("org08", planted("目的2"));
    var asked = matter.act("referrals",
        Map.of("toOrganisation", "org08", "toWorker", "org08-1", "need", "DEBT", "urgency", "NORMAL", "basis",
            Matter.on(basis), "reason", planted("別の理由"), "summary", planted("別の概要")));
    matter.handover(asked.id("referralId")).at(town.desk("org08")).act("decline", Map.of("reason", "OTHER", "note", planted("辞退"))).done();
    var proposed = matter.act("referrals", Map.of("toOrganisation", "org15", "toWorker", "org15-1", "need", "TROUBLE_AT_WORK", "urgency",
        "NORMAL", "basis", Matter.on(consent), "reason", planted("理由"), "summary", planted("概要")));
    Handover handover = matter.handover(proposed.id("referralId"));
    Handover there = handover.at(town.desk("org15"));
    there.act("question", Map.of("question", planted("質問"))).done();
    handover.act("answer", Map.of("answer", planted("回答"))).done();
    there.accept("org15-1").done();
    there.meet().done();
    there.act("completion", Map.of("outcome", "GOT_HELP", "note", planted("結果"))).done();
    Matter holders = there.matter();
    String checkIn = holders
        .act("check-ins", Map.of("dueOn", town.today().plusDays(7).toString(), "worker", "org15-1", "how", planted("方法")))
        .id("checkInId");
    holders.recordCheckIn(checkIn, true, planted("様子")).done();
    return handover;
  }

  private String inEveryCollection() {
    var all = new StringBuilder();
    try (MongoClient mongo = MongoClients.create(town.mongo())) {
      for (String name : mongo.listDatabaseNames()) {
        MongoDatabase database = mongo.getDatabase(name);
        for (String collection : database.listCollectionNames())
          database.getCollection(collection).find().forEach(d -> all.append(d.toJson()));
      }
    }
    return all.toString();
  }

  private String onEveryTopic() {
    var all = new StringBuilder();
    try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", town.kafka()), new ByteArrayDeserializer(),
        new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer.listTopics()
          .forEach((topic, parts) -> parts.forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L)))
        consumer.poll(Duration.ofMillis(200)).forEach(r -> {
          if (r.key() != null) all.append(new String(r.key(), StandardCharsets.UTF_8));
          if (r.value() != null) all.append(new String(r.value(), StandardCharsets.UTF_8));
          r.headers().forEach(h -> all.append(new String(h.value(), StandardCharsets.UTF_8)));
        });
    }
    return all.toString();
  }

  /**
   * The store's and the broker's files as they lie on the disk, whatever wrote them. Another process copies them: a lock on a file is
   * gone when its process closes the file, be it after reading only.
   */
  private List<String> filesWith(List<String> marks) throws IOException {
    Path copy = Folders.fresh("copy");
    var copying = new ProcessBuilder("cp", "-r", town.home() + "/.", copy.toString()).inheritIO().start();
    assertThat(copying.onExit().join().exitValue()).isZero();
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(copy)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String mark : marks)
          for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE))
            if (bytes.contains(new String(mark.getBytes(charset), StandardCharsets.ISO_8859_1))) found.add(mark + " in " + file);
      }
    }
    Folders.remove(copy);
    return found;
  }
}
