package jp.tsunagu.systemtests.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jp.tsunagu.runtime.inbox.Envelope;
import tools.jackson.databind.JsonNode;

/**
 * What the journals and the ledger tell of one case when everything has come to rest.
 *
 * @param streams case file, journey, watch and the notices that must be there, by name
 * @param heads   of its notices, by name: the version that each has reached
 * @param at      the time it was by the services' clocks
 */
record CaseTold(String caseId, Map<String, List<Envelope>> streams, Map<String, Long> heads, JsonNode ledger, Instant at) {
  List<Envelope> of(String kind) {
    return streams.getOrDefault(kind + "-" + caseId, List.of());
  }

  CaseTold with(String stream, List<Envelope> other) {
    Map<String, List<Envelope>> changed = new TreeMap<>(streams);
    changed.put(stream, other);
    return new CaseTold(caseId, changed, heads, ledger, at);
  }
}
