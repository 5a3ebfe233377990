package jp.tsunagu.runtime.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import org.bson.Document;

import jp.tsunagu.runtime.http.Ids;
import jp.tsunagu.runtime.journal.StoredJson;

/**
 * One look, or one change.
 *
 * @param fields what was shown or changed: fields of the person, or ids of referrals whose words were read
 */
public record Entry(String caseId, Instant at, String organisation, String worker, AccessLog.Why why, List<String> fields) {
  public Entry {
    fields = List.copyOf(fields);
  }

  /** {@code {_id: "chain/n", chain, n, case, at, organisation, worker, why, fields, hash}} */
  Document linked(String chain, long n, String before) {
    return new Document("_id", chain + "/" + n).append("chain", chain).append("n", n).append("case", caseId).append("at", Date.from(at))
        .append("organisation", organisation).append("worker", worker).append("why", why.name()).append("fields", fields)
        .append("hash", hash(chain, n, before));
  }

  /** Over everything an entry says and the hash before it; as a JSON array, so that no part can be taken for another. */
  String hash(String chain, long n, String before) {
    String all = StoredJson.mapper()
        .writeValueAsString(List.of(before, chain, n, caseId, at.toEpochMilli(), organisation, worker, why.name(), fields));
    return HexFormat.of().formatHex(Ids.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
  }

  static Entry of(Document stored) {
    return new Entry(stored.getString("case"), stored.getDate("at").toInstant(), stored.getString("organisation"),
        stored.getString("worker"), AccessLog.Why.valueOf(stored.getString("why")), stored.getList("fields", String.class));
  }
}
