package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** Whom the holder let in or keeps out, and who looked in without either, as intake tells the holder; empty for everybody else. */
public record Admissions(List<Meeting> meetings, List<Bar> bars, List<Glass> glass) {
  public record Who(String organisation, String worker) {}

  public record Meeting(String meetingId, LocalDate heldOn, List<Who> members, List<String> items, String reason) {}

  public record Bar(Who worker, String reason) {}

  public record Glass(Who by, String reason, Instant until) {}

  public static Admissions of(Optional<JsonNode> answer) {
    JsonNode told = answer.map(body -> body.path("admissions")).orElse(tools.jackson.databind.node.MissingNode.getInstance());
    List<Meeting> meetings = new ArrayList<>();
    told.path("supportMeetings").forEach(m -> meetings.add(meeting(m)));
    List<Bar> bars = new ArrayList<>();
    told.path("barredWorkers").forEach(b -> bars.add(new Bar(who(b.path("worker")), b.path("reason").asString(""))));
    List<Glass> glass = new ArrayList<>();
    told.path("brokenGlass").forEach(
        g -> glass.add(new Glass(who(g.path("by")), g.path("reason").asString(""), Instant.parse(g.path("until").asString("")))));
    return new Admissions(List.copyOf(meetings), List.copyOf(bars), List.copyOf(glass));
  }

  public boolean isEmpty() {
    return meetings.isEmpty() && bars.isEmpty() && glass.isEmpty();
  }

  private static Meeting meeting(JsonNode m) {
    List<Who> members = new ArrayList<>();
    m.path("members").forEach(member -> members.add(who(member)));
    List<String> items = new ArrayList<>();
    m.path("items").forEach(i -> items.add(i.asString("")));
    return new Meeting(m.path("meetingId").asString(""), LocalDate.parse(m.path("heldOn").asString("")), List.copyOf(members),
        List.copyOf(items), m.path("reason").asString(""));
  }

  private static Who who(JsonNode party) {
    return new Who(party.path("organisation").asString(""), party.path("worker").asString(""));
  }

  @Override
  public String toString() {
    return "Admissions[…]";
  }
}
