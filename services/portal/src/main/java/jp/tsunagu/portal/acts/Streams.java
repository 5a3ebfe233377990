package jp.tsunagu.portal.acts;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which stream a path of the API writes to, and whose it is. */
public final class Streams {
  private static final Pattern OF_CASE = Pattern.compile("/api/cases/([^/]+)/([^/]+)(?:/.*)?");
  private static final Pattern OF_NOTICE = Pattern.compile("/api/notices/([^/]+)/.+");
  private static final Map<String, String> PREFIXES = Map.ofEntries(entry("person", "casefile-"), entry("links", "casefile-"),
      entry("consents", "casefile-"), entry("support-meetings", "casefile-"), entry("barred-workers", "casefile-"),
      entry("break-glass", "casefile-"), entry("referrals", "journey-"), entry("support-end", "journey-"), entry("closure", "journey-"),
      entry("reopening", "journey-"), entry("assignment", "journey-"), entry("check-ins", "watch-"), entry("deadlines", "watch-"),
      entry("abuse-reports", "reports-"));
  private static final Map<String, String> SERVICES = Map.of("casefile", "intake", "reports", "intake", "connection", "intake", "journey",
      "referral", "watch", "follow-up", "notice", "notification", "organisation", "directory");

  private Streams() {}

  /** Empty for paths whose commands the read side does not follow. */
  public static Optional<String> written(String path) {
    Matcher ofNotice = OF_NOTICE.matcher(path);
    if (ofNotice.matches()) return Optional.of("notice-" + ofNotice.group(1));
    Matcher ofCase = OF_CASE.matcher(path);
    if (!ofCase.matches()) return Optional.empty();
    // The consent is intake's, but that its withdrawal was seen belongs to the journey.
    if (path.endsWith("/acknowledgement")) return Optional.of("journey-" + ofCase.group(1));
    return Optional.ofNullable(PREFIXES.get(ofCase.group(2))).map(prefix -> prefix + ofCase.group(1));
  }

  /** Whether a new case comes of it, whose id is only in the answer. */
  public static boolean opensCase(String path) {
    return path.equals("/api/cases") || path.equals("/api/hand-over-codes/redemption");
  }

  public static String caseFile(String caseId) {
    return "casefile-" + caseId;
  }

  public static String journey(String caseId) {
    return "journey-" + caseId;
  }

  /** Those that every case may have. */
  public static List<String> ofCase(String caseId) {
    return List.of(caseFile(caseId), "reports-" + caseId, journey(caseId), "watch-" + caseId);
  }

  /** Whether anything of it is published; some streams are their service's own business. */
  public static boolean published(String stream) {
    return SERVICES.containsKey(kind(stream));
  }

  private static String kind(String stream) {
    return stream.substring(0, Math.max(0, stream.indexOf('-')));
  }

  /** The publisher of a stream. */
  public static String service(String stream) {
    String service = SERVICES.get(kind(stream));
    if (service == null) throw new IllegalArgumentException("nobody publishes " + stream);
    return service;
  }
}
