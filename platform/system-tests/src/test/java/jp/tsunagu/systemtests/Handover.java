package jp.tsunagu.systemtests;

import java.util.Map;

/** One referral of a case, as one desk sees it and acts on it. */
record Handover(Matter matter, String id) {
  Handover at(Desk other) {
    return new Handover(matter.at(other), id);
  }

  Answer act(String name, Map<String, ?> body) {
    return matter.act("referrals/" + id + "/" + name, body);
  }

  Answer accept(String worker) {
    return act("acceptance", Map.of("worker", worker));
  }

  Answer decline(String reason, String betterPlace) {
    return act("decline", Map.of("reason", reason, "note", "ここでは力になれません（架空）", "suggestion", Map.of("organisation", betterPlace)));
  }

  Answer meet() {
    return act("first-contact", Map.of("at", matter.desk().now().toString(), "how", "OFFICE"));
  }

  Answer complete() {
    return act("completion", Map.of("outcome", "GOT_HELP", "note", "職場と話し合い、出勤できている（架空）"));
  }

  Answer giveBack(String reason) {
    return act("return", Map.of("reason", reason));
  }
}
