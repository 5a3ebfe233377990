package jp.tsunagu.portal.live;

import java.util.Collection;
import java.util.Map;

/** Numbers that are others once something changed; besides that they mean nothing. What has none yet is missing. */
public interface Changes {
  /** Of a case and of the notices about it. */
  Map<String, Long> ofCases(Collection<String> caseIds);

  /** Of what these workers owe and are told. */
  Map<String, Long> ofWorkers(Collection<String> workers);
}
