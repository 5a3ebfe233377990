package jp.tsunagu.systemtests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The desk's pages and forms, as the running portal has them: method and address, such as {@code GET /cases/{caseId}}. */
record Pages(RequestMappingHandlerMapping portal) {
  private static final List<String> NOT_PAGES = List.of("/api/", "/internal/", "/v3/", "/error");
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([^}]+)}");
  private static final String DEED = "{deed}";

  List<String> all() {
    return portal.getHandlerMethods().keySet().stream().flatMap(Pages::of).filter(page -> NOT_PAGES.stream().noneMatch(page::contains))
        .flatMap(Pages::chosen).distinct().sorted().toList();
  }

  private static Stream<String> of(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
  }

  /** One address for each choice a pattern leaves, and one for each deed there is. */
  private static Stream<String> chosen(String page) {
    Matcher choice = CHOICE.matcher(page);
    if (choice.find())
      return Arrays.stream(choice.group(1).split("\\|", -1)).map(one -> page.replace(choice.group(), one)).flatMap(Pages::chosen);
    return page.contains(DEED) ? deeds().map(deed -> page.replace(DEED, deed)) : Stream.of(page);
  }

  /** Every deed has a sentence that says it is done. */
  private static Stream<String> deeds() {
    return ResourceBundle.getBundle("messages-portal", Locale.JAPANESE).keySet().stream()
        .filter(key -> key.startsWith("deed.") && key.endsWith(".done"))
        .map(key -> key.substring("deed.".length(), key.length() - ".done".length()));
  }

  /** The address of a page about one case and the thing in it that the address names. */
  static String at(String page, Map<String, String> things) {
    String path = page.substring(page.indexOf(' ') + 1);
    String thing = path.contains("/check-ins/")
        ? "checkInId"
        : path.contains("/consents/")
            ? "consentId"
            : path.contains("/support-meetings/")
                ? "meetingId"
                : path.contains("/barred-workers/")
                    ? "worker"
                    : path.contains("/reports/") ? "reportId" : path.contains("/links/") ? "otherCaseId" : "referralId";
    String at = path.replace("{thing}", things.getOrDefault(thing, ""));
    for (var value : things.entrySet()) at = at.replace("{" + value.getKey() + "}", value.getValue());
    if (at.contains("{")) throw new AssertionError("what does this address name? " + page);
    return at;
  }
}
