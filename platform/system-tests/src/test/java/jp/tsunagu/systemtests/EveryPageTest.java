package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import jp.tsunagu.local.demo.LogIn;

/** Every page there is, in a browser: for everybody to read and to use, on a telephone, a tablet and a wide screen. */
@ExtendWith(Town.Here.class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {
  private static final List<String> PEOPLE = List.of("org05-1", "org05-m", "org08-1", "secretariat", "admin");
  /** Of another make than pages, or parts of one. */
  private static final Set<String> NO_PAGES = Set.of("GET /work/now", "GET /cases/{caseId}/now", "GET /live/work",
      "GET /live/cases/{caseId}", "GET /calendar/{token}.ics");

  private final Town town;
  private final Browsers browsers = new Browsers();
  private final Map<String, LogIn> doors = new LinkedHashMap<>();
  private final Map<String, Screen> screens = new LinkedHashMap<>();
  private final List<String> pages;
  private @Nullable Scene scene;

  EveryPageTest(Town town) {
    this.town = town;
    this.pages = new Pages(town.inside("portal", "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)).all().stream()
        .filter(page -> page.startsWith("GET ") && !page.endsWith(".csv") && !page.endsWith(".ics") && !NO_PAGES.contains(page)).toList();
  }

  @BeforeAll
  void logEverybodyIn() {
    scene = Scene.in(town);
    for (String worker : PEOPLE) {
      var door = new LogIn(town.door());
      assertThat(door.as(worker, Door.SECRET)).as("%s logs in", worker).isTrue();
      doors.put(worker, door);
      screens.put(worker, new Screen(browsers.chromium(), town.door(), "page").logIn(worker, Door.SECRET));
    }
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void canBeReadAndUsedByEverybody(String language) {
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    Set<String> opened = new HashSet<>();
    for (String page : pages)
      whoMayOpen(page).ifPresent(who -> {
        List<String> found = screen(who).openIn(language, path(page)).barriers();
        if (!found.isEmpty()) wrong.put(page, found);
        opened.add(deed(page));
      });
    assertThat(wrong).isEmpty();
    // A deed can be done to one kind of thing; its addresses about others lead nowhere.
    assertThat(opened).containsExactlyInAnyOrderElementsOf(pages.stream().map(EveryPageTest::deed).distinct().toList());
  }

  private static String deed(String page) {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private Screen screen(String worker) {
    return Objects.requireNonNull(screens.get(worker));
  }

  private String path(String page) {
    return Pages.at(page, Objects.requireNonNull(scene).things()) + (page.equals("GET /board/cases") ? "?what=OPENED" : "");
  }

  private Optional<String> whoMayOpen(String page) {
    return doors.entrySet().stream().filter(d -> d.getValue().opens(path(page)).statusCode() == 200).map(Map.Entry::getKey).findFirst();
  }
}
