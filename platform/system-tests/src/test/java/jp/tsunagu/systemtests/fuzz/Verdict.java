package jp.tsunagu.systemtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jp.tsunagu.systemtests.api.Heard;
import tools.jackson.databind.JsonNode;

/** What is wrong with an answer, whatever was asked. */
public final class Verdict {
  private static final Pattern INSIDES = Pattern.compile("(?:Exception|Throwable|StackOverflow|\\bat [a-z]+(?:\\.\\w+)+\\(|\\.java:\\d|"
      + "\\b(?:java|jakarta|javax|com\\.mongodb|org\\.(?:springframework|apache|bson)|tools\\.jackson|jp\\.tsunagu)\\.[a-zA-Z])");
  private static final List<String> MEMBERS = List.of("type", "title", "status", "detail", "code");

  private Verdict() {}

  /** @param bodiless whether the answer to such a request has none, as to HEAD */
  public static List<String> of(Heard heard, boolean bodiless) {
    List<String> complaints = new ArrayList<>();
    if (heard.status() >= 500 && heard.status() != 503) complaints.add("a failure");
    if (INSIDES.matcher(heard.text() + heard.headers()).find()) complaints.add("tells of the insides");
    if (heard.status() >= 400 && !bodiless && !isProblem(heard)) complaints.add("no problem details");
    return complaints;
  }

  private static boolean isProblem(Heard heard) {
    JsonNode problem = heard.json();
    return heard.header("Content-Type").startsWith("application/problem+json") && MEMBERS.stream().allMatch(problem::has)
        && problem.path("status").asInt() == heard.status()
        && problem.path("type").asString().equals("urn:tsunagu:problem:" + problem.path("code").asString());
  }
}
