package jp.tsunagu.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;

/**
 * Somebody who does not exist and can log in: {@code org05-1} and {@code -2} (each other's deputies) and their manager
 * {@code -m} in every organisation, {@code secretariat} and {@code admin} in the city. The password of each is {@code demo}.
 */
record DemoWorker(String id, String organisation, String name, String kana, Set<WorkerRole> roles, @Nullable String deputy,
    @Nullable String manager) {
  static final String PASSWORD = "demo";

  private static final String CITY = "city";
  private static final int COUNCIL = 15;
  /** Names that say so: 架空 fictional, 見本 specimen, 例示 example, … one family per organisation. */
  private static final List<Family> FAMILIES = List.of(new Family("架空", "カクウ"), new Family("見本", "ミホン"), new Family("例示", "レイジ"),
      new Family("仮定", "カテイ"), new Family("模擬", "モギ"), new Family("試作", "シサク"), new Family("練習", "レンシュウ"), new Family("想定", "ソウテイ"),
      new Family("虚構", "キョコウ"), new Family("仮想", "カソウ"), new Family("例題", "レイダイ"), new Family("図解", "ズカイ"),
      new Family("雛形", "ヒナガタ"), new Family("設例", "セツレイ"), new Family("空想", "クウソウ"), new Family("模型", "モケイ"));

  private record Family(String name, String kana) {}

  /** The organisations' ids: {@code org01} to {@code org15} and {@code city}. */
  static List<String> organisations() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= COUNCIL; i++) all.add("org%02d".formatted(i));
    all.add(CITY);
    return all;
  }

  static List<DemoWorker> of(String organisation) {
    Family family = FAMILIES.get(organisations().indexOf(organisation));
    String one = organisation + "-1", two = organisation + "-2", manager = organisation + "-m";
    var desk = Set.of(WorkerRole.CASEWORKER);
    List<DemoWorker> all = new ArrayList<>(List.of(
        worker(manager, organisation, family, "三千代", "ミチヨ", Set.of(WorkerRole.MANAGER, WorkerRole.CASEWORKER), null, null),
        worker(one, organisation, family, "一郎", "イチロウ", desk, two, manager),
        worker(two, organisation, family, "二葉", "フタバ", desk, one, manager)));
    if (!organisation.equals(CITY)) return all;
    all.add(worker("secretariat", CITY, family, "司", "ツカサ", Set.of(WorkerRole.SECRETARIAT), one, manager));
    all.add(worker("admin", CITY, family, "守", "マモル", Set.of(WorkerRole.ADMINISTRATOR), null, manager));
    return all;
  }

  static List<DemoWorker> all() {
    return organisations().stream().flatMap(organisation -> of(organisation).stream()).toList();
  }

  String email() {
    return id + "@" + organisation + ".example";
  }

  private static DemoWorker worker(String id, String organisation, Family family, String given, String kana, Set<WorkerRole> roles,
      @Nullable String deputy, @Nullable String manager) {
    return new DemoWorker(id, organisation, family.name() + " " + given, family.kana() + " " + kana, roles, deputy, manager);
  }
}
