package jp.tsunagu.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reports of one case, in the order they were recorded. Most cases have none. */
public record AbuseReports(Map<String, AbuseReport> byId) {
  public AbuseReports {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /** Nobody else learns that there is any: not those the person is handed on to, and not a later holder. */
  public List<AbuseReport> madeBy(String organisation) {
    return byId.values().stream().filter(r -> r.by().organisation().equals(organisation)).toList();
  }

  AbuseReports with(AbuseReport report) {
    var more = new LinkedHashMap<>(byId);
    more.put(report.reportId(), report);
    return new AbuseReports(more);
  }
}
