package jp.tsunagu.portal.desk.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.worklist.WorkItem;

/** A worker's list in a few heaps: late, today, this week, later; and what they only have to take note of. */
public final class WorkSections {
  private static final int WEEK = 7;
  /** Of a heap, until somebody asks for all of it: more than a day's work is no help to anybody. */
  static final int FIRST = 30;

  private WorkSections() {}

  /**
   * @param name  late, today, week, later or notices
   * @param items that are shown, the first in front
   * @param rest  how many there are besides
   */
  public record Section(String name, List<WorkItem> items, int rest) {
    static Section of(String name, List<WorkItem> all, boolean whole) {
      int shown = whole ? all.size() : Math.min(FIRST, all.size());
      return new Section(name, List.copyOf(all.subList(0, shown)), all.size() - shown);
    }

    public int count() {
      return items.size() + rest;
    }
  }

  /**
   * In this order, without the empty ones.
   *
   * @param whole the name of the one that is shown as long as it is
   */
  public static List<Section> of(List<WorkItem> items, LocalDate today, String whole) {
    Map<String, List<WorkItem>> heaps = new LinkedHashMap<>();
    for (String name : List.of("late", "today", "week", "later", "notices")) heaps.put(name, new ArrayList<>());
    items.forEach(i -> heaps.computeIfAbsent(heap(i, today), n -> new ArrayList<>()).add(i));
    return heaps.entrySet().stream().filter(e -> !e.getValue().isEmpty())
        .map(e -> Section.of(e.getKey(), e.getValue(), e.getKey().equals(whole))).toList();
  }

  private static String heap(WorkItem item, LocalDate today) {
    if (item.kind() == WorkItem.Kind.ACKNOWLEDGE) return "notices";
    if (item.overdue()) return "late";
    LocalDate due = Days.lastDay(item.dueAt());
    if (!due.isAfter(today)) return "today";
    return due.isAfter(today.plusDays(WEEK)) ? "later" : "week";
  }
}
