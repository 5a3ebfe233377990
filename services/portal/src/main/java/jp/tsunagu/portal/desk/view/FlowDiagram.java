package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final double THINNEST = 2;
  private static final double WIDEST = 26;

  public record Node(String organisation, int x, int y) {}

  /** @param path as SVG writes it */
  public record Band(String path, String stroke, Figures.Flow flow) {}

  public static FlowDiagram of(List<Figures.Flow> flows) {
    Map<String, Integer> left = places(flows.stream().map(Figures.Flow::from).toList());
    Map<String, Integer> right = places(flows.stream().map(Figures.Flow::to).toList());
    double most = flows.stream().mapToDouble(f -> number(f.handovers())).max().orElse(1);
    List<Band> bands = new ArrayList<>();
    for (Figures.Flow flow : flows)
      bands.add(new Band(path(left.getOrDefault(flow.from(), 0), right.getOrDefault(flow.to(), 0)),
          "%.1f".formatted(Math.max(THINNEST, WIDEST * number(flow.handovers()) / most)), flow));
    int height = TOP + ROW * Math.max(left.size(), right.size());
    return new FlowDiagram(WIDTH, height, nodes(left, NAME - 12), nodes(right, WIDTH - NAME + 12), bands);
  }

  private static double number(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  private static Map<String, Integer> places(List<String> organisations) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String organisation : organisations) places.computeIfAbsent(organisation, _ -> TOP + ROW * places.size());
    return places;
  }

  private static List<Node> nodes(Map<String, Integer> places, int x) {
    return places.entrySet().stream().map(e -> new Node(e.getKey(), x, e.getValue() + 5)).toList();
  }

  private static String path(int from, int to) {
    int begin = NAME;
    int end = WIDTH - NAME;
    int middle = (begin + end) / 2;
    return "M%d %dC%d %d %d %d %d %d".formatted(begin, from, middle, from, middle, to, end, to);
  }
}
