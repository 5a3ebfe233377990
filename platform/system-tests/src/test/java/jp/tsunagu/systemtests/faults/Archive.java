package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.awaitility.Awaitility;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.local.demo.MachineLogIn;
import jp.tsunagu.notification.inbox.NotificationReader;
import jp.tsunagu.notification.telling.People;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.inbox.WireMessage;
import jp.tsunagu.runtime.journal.StoredJson;
import tools.jackson.databind.JsonNode;

/** Asks the services' journals, as they ask each other, and the public door. */
final class Archive {
  private static final Map<String, String> KEEPERS = Map.of("casefile", "intake", "journey", "referral", "watch", "follow-up");
  private static final String NOTIFICATION = "notification";
  private final Site site;
  private final Web service;
  private final Web yell;
  private final Web admin;
  private final Wire wire = new Wire();

  Archive(Site site) {
    this.site = site;
    this.service = new Web(site.door(), "service-portal", site.secret("service-portal"));
    this.yell = new Web(site.door(), "org05", MachineLogIn.SECRET);
    this.admin = new Web(site.door(), "admin", MachineLogIn.SECRET);
  }

  /** @param notices how far its notices are, by stream */
  CaseTold of(String caseId, Map<String, Long> notices, Duration ahead) {
    Map<String, List<Envelope>> streams = new TreeMap<>();
    KEEPERS.forEach((kind, keeper) -> streams.put(kind + "-" + caseId, journal(keeper, kind + "-" + caseId)));
    notices.keySet().forEach(notice -> streams.put(notice, journal(NOTIFICATION, notice)));
    JsonNode ledger = body(yell, site.door().resolve("/api/cases/" + caseId + "/ledger"));
    return new CaseTold(caseId, streams, notices, ledger, Instant.now().plus(ahead));
  }

  /** Which streams of notices there are and how far they are, by case. */
  Map<String, Map<String, Long>> notices() {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    JsonNode page = heads("");
    while (!page.isEmpty()) {
      for (JsonNode head : page)
        all.computeIfAbsent(head.path("caseId").asString(), _ -> new TreeMap<>()).put(head.path("stream").asString(),
            head.path("version").asLong());
      page = heads(page.get(page.size() - 1).path("stream").asString());
    }
    return all;
  }

  private JsonNode heads(String after) {
    return body(service, site.address(NOTIFICATION).resolve("/internal/journal/heads?limit=1000&after=" + after));
  }

  /** The notices that these messages lead to, by stream. */
  static Set<String> due(String stream, List<Envelope> messages) {
    Set<String> due = new TreeSet<>(NotificationReader.due(messages, Named.ONLY).keySet());
    int climbs = 0;
    for (Envelope envelope : messages)
      if (envelope.message() instanceof NotificationMessage.NoticeClimbed m)
        due.add(NotificationReader.above(stream, ++climbs, m.to().worker()));
    return due;
  }

  /** What an administrator sees of gaps. */
  JsonNode gaps() {
    return body(admin, site.door().resolve("/api/gaps"));
  }

  /** What an administrator sees that could not be read. */
  JsonNode parked() {
    return body(admin, site.door().resolve("/api/parking")).path("waiting");
  }

  /** An administrator has looked at it, and there is nothing to be had from it. */
  void giveUp(JsonNode parked) {
    URI discard = site.door().resolve("/api/parking/" + parked.path("id").asString() + "/discard");
    Awaitility.await(discard.getPath()).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100))
        .ignoreException(IOException.class)
        .until(() -> admin.post(discard, parked.path("id").asString(), Map.of("reason", "no message")).yes());
  }

  private List<Envelope> journal(String keeper, String stream) {
    List<Envelope> messages = new ArrayList<>();
    for (JsonNode message : body(service, site.address(keeper).resolve("/internal/journal/" + stream)))
      messages.add(wire.open(StoredJson.mapper().treeToValue(message, WireMessage.class)));
    return messages;
  }

  private static JsonNode body(Web who, URI from) {
    return Awaitility.await(from.getPath()).atMost(Duration.ofMinutes(2)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100))
        .ignoreException(IOException.class).until(() -> who.get(from), Web.Answer::yes).body();
  }

  /** The desks name whom they mean; nobody has to be looked up. */
  private enum Named implements People {
    ONLY;

    @Override
    public Optional<Party> managerOf(String organisation) {
      return Optional.empty();
    }

    @Override
    public Optional<Party> managerOver(Party worker) {
      return Optional.empty();
    }

    @Override
    public Optional<Party> secretariat() {
      return Optional.empty();
    }

    @Override
    public boolean away(Party worker) {
      return false;
    }

    @Override
    public Optional<Party> deputyOf(Party worker) {
      return Optional.empty();
    }
  }
}
