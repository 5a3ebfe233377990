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

  private WorkSections() {}

  /** @param name late, today, week, later or notices */
  public record Section(String name, List<WorkItem> items) {}

  /** In this order, without the empty ones. */
  public static List<Section> of(List<WorkItem> items, LocalDate today) {
    Map<String, List<WorkItem>> heaps = new LinkedHashMap<>();
    for (String name : List.of("late", "today", "week", "later", "notices")) heaps.put(name, new ArrayList<>());
    items.forEach(i -> heaps.computeIfAbsent(heap(i, today), n -> new ArrayList<>()).add(i));
    return heaps.entrySet().stream().filter(e -> !e.getValue().isEmpty()).map(e -> new Section(e.getKey(), e.getValue())).toList();
  }

  private static String heap(WorkItem item, LocalDate today) {
    if (item.kind() == WorkItem.Kind.ACKNOWLEDGE) return "notices";
    if (item.overdue()) return "late";
    LocalDate due = Days.lastDay(item.dueAt());
    if (!due.isAfter(today)) return "today";
    return due.isAfter(today.plusDays(WEEK)) ? "later" : "week";
  }
}
