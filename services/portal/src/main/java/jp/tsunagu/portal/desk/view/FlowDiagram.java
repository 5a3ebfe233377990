package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.board.Figures;

/**
 * Who hands to whom, drawn: whoever hands over stands on the left, whoever receives on the right, a band between them is as wide as
 * there are hand-overs. In the units of the drawing.
 */
public record FlowDiagram(int width, int height, List<Node> left, List<Node> right, List<Band> bands) {
  private static final int WIDTH = 960;
  private static final int NAME = 300;
  private static final int ROW = 34;
  private static final int TOP = 24;
  private static final int GAP = 12;
  private static final int BASELINE = 5;
  private static final double LETTER = 14;
  private static final double THINNEST = 2;
  private static final double WIDEST = 26;

  /** @param label the name, shortened where it is longer than there is room */
  public record Node(String name, String label, int x, int y) {}

  /** @param path as SVG writes it */
  public record Band(String path, String stroke, Figures.Flow flow) {}

  /** @param names what the organisations are called, by their ids */
  public static FlowDiagram of(List<Figures.Flow> flows, UnaryOperator<String> names) {
    Map<String, Integer> left = places(flows.stream().map(Figures.Flow::from).toList());
    Map<String, Integer> right = places(flows.stream().map(Figures.Flow::to).toList());
    double most = flows.stream().mapToDouble(f -> number(f.handovers())).max().orElse(1);
    List<Band> bands = new ArrayList<>();
    for (Figures.Flow flow : flows)
      bands.add(new Band(path(left.getOrDefault(flow.from(), 0), right.getOrDefault(flow.to(), 0)),
          "%.1f".formatted(Math.max(THINNEST, WIDEST * number(flow.handovers()) / most)), flow));
    int height = TOP + ROW * Math.max(left.size(), right.size());
    return new FlowDiagram(WIDTH, height, nodes(left, names, NAME - GAP), nodes(right, names, WIDTH - NAME + GAP), bands);
  }

  private static double number(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  private static Map<String, Integer> places(List<String> organisations) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String organisation : organisations) places.computeIfAbsent(organisation, _ -> TOP + ROW * places.size());
    return places;
  }

  private static List<Node> nodes(Map<String, Integer> places, UnaryOperator<String> names, int x) {
    return places.entrySet().stream().map(e -> node(names.apply(e.getKey()), x, e.getValue() + BASELINE)).toList();
  }

  private static Node node(String name, int x, int y) {
    return new Node(name, shortened(name), x, y);
  }

  /** Japanese characters are twice as wide as Latin ones. */
  private static String shortened(String name) {
    double room = (NAME - GAP) / LETTER;
    int end = 0;
    for (double width = 0; end < name.length(); end++) {
      width += name.charAt(end) < 0x2000 ? 0.55 : 1;
      if (width > room) return name.substring(0, end - 1) + "…";
    }
    return name;
  }

  private static String path(int from, int to) {
    int begin = NAME;
    int end = WIDTH - NAME;
    int middle = (begin + end) / 2;
    return "M%d %dC%d %d %d %d %d %d".formatted(begin, from, middle, from, middle, to, end, to);
  }
}
