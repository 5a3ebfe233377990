package jp.tsunagu.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.SelectOption;

/** One worker's screen: what is written on it is pressed, chosen and read. Every page is kept as a picture. */
final class Screen {
  private static final int[] WIDTHS = {360, 768, 1440};
  private static final Path PICTURES = Path.of("target", "screenshots");
  /** Ids, codes and missing messages: what no caseworker should ever read. */
  private static final Pattern RAW = Pattern
      .compile("\\borg\\d\\d\\b|\\borg\\d\\d-\\w|[A-Z]{2,}_[A-Z_]+|\\?\\?|\\b(story|deed|notice|refusal)\\.[a-z]");

  /** The one who examines leaves empty styles on elements, which a page that goes on living would carry over. */
  private static final String WITHOUT_TRACES = "() => document.querySelectorAll('[style=\"\"]').forEach(e => e.removeAttribute('style'))";
  /** What the browser had to say of our looking at it has come when two frames have passed, unless it is very busy. */
  private static final String QUIET = "() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r))))";

  /** What a page shows only when it has lost its log-in or its connection. */
  private static final List<String> ALARMS = List.of("#session-over", "#unreachable");
  private static final int FARTHEST = 120;
  private static final String NAME_OF_FOCUS = """
      () => {
        const at = document.activeElement;
        const name = at.getAttribute('aria-label') || (at.labels && at.labels.length ? at.labels[0].innerText : at.innerText || at.value);
        return (name || '').replace('必須', '').trim();
      }""";
  private static final String SEEN_FOCUS = """
      () => [document.activeElement, document.activeElement.closest('label')].filter(Boolean).map(e => getComputedStyle(e))
        .some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none')""";

  private final String whose;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  /** Of styles that were tried while we looked: the same words, hash and all, may come late and are not the page's. */
  private final Set<String> ofLooking = new HashSet<>();
  private int pictures;

  Screen(Browser browser, URI door, String whose) {
    this(browser, whose, atHome(door).setViewportSize(1280, 900));
  }

  static Screen telephone(Browser browser, URI door, String whose) {
    return new Screen(browser, whose, atHome(door).setViewportSize(360, 740).setIsMobile(true).setHasTouch(true));
  }

  private static Browser.NewContextOptions atHome(URI door) {
    return new Browser.NewContextOptions().setBaseURL(door.toString()).setLocale("ja-JP").setTimezoneId("Asia/Tokyo");
  }

  private Screen(Browser browser, String whose, Browser.NewContextOptions options) {
    this.whose = whose;
    this.page = browser.newContext(options).newPage();
    page.setDefaultTimeout(20_000);
    page.onConsoleMessage(said -> {
      if (said.type().equals("error")) complaints.add(said.text());
    });
    page.onPageError(complaints::add);
  }

  Screen logIn(String name, String password) {
    page.navigate("/");
    look("home");
    press("ログイン");
    picture("log-in"); // shows an id as an example
    page.locator("#username").fill(name);
    page.locator("#password").fill(password);
    page.locator("button[type=submit]").click();
    return shows("わたしの仕事").look("work");
  }

  Screen open(String path) {
    page.navigate(path);
    return this;
  }

  Screen openIn(String language, String path) {
    return open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
  }

  /** In the frame around every page. */
  Screen go(String words) {
    page.locator("header.top").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words).setExact(true)).click();
    return this;
  }

  Screen press(String words) {
    Locator button = page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    Locator link = page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words).setExact(true));
    button.or(link).first().click();
    return this;
  }

  /** Follows the first item of a list with these words in it. */
  Screen follow(String words) {
    page.locator("a.go", new Page.LocatorOptions().setHasText(words)).first().click();
    return this;
  }

  /** On a list on which other cases may have the same. @param path of the case */
  Screen follow(String words, String path) {
    page.locator("a.go[href^='" + path + "']", new Page.LocatorOptions().setHasText(words)).first().click();
    return this;
  }

  Screen followIn(String part, String words) {
    page.locator(part).getByText(words).first().click();
    return this;
  }

  Screen type(String label, String text) {
    field(label).fill(text);
    return this;
  }

  Screen choose(String label, String option) {
    field(label).selectOption(option);
    return this;
  }

  Screen chooseTheFirst(String label) {
    field(label).selectOption(new SelectOption().setIndex(1));
    return this;
  }

  /** Chooses a table that somebody saved from a spreadsheet. */
  Screen attach(String label, byte[] table) {
    field(label).setInputFiles(new FilePayload("list.csv", "text/csv", table));
    return this;
  }

  Screen tick(String words) {
    field(words).check();
    return this;
  }

  /** Goes on by the tabulator key alone to what has this name; where one is can be seen. */
  Screen tabTo(String name) {
    for (int i = 0; i < FARTHEST; i++) {
      page.keyboard().press("Tab");
      if (!name.equals(page.evaluate(NAME_OF_FOCUS))) continue;
      assertThat((Boolean) page.evaluate(SEEN_FOCUS)).as("it can be seen that one is at %s", name).isTrue();
      return this;
    }
    throw new AssertionError("the tabulator key does not lead to " + name + " on " + path());
  }

  Screen keys(String... keys) {
    for (String key : keys) page.keyboard().press(key);
    return this;
  }

  Screen write(String text) {
    page.keyboard().type(text);
    return this;
  }

  private Locator field(String label) {
    var whole = Pattern.compile("^\\s*" + label.replaceAll("[()]", "\\\\$0") + "\\s*(必須|Required)?\\s*$");
    return page.getByLabel(whole).locator("visible=true").first();
  }

  Screen shows(String words) {
    assertThat(page.locator("main")).containsText(words);
    return this;
  }

  Screen lacks(String words) {
    assertThat(page.locator("main")).not().containsText(words);
    return this;
  }

  Screen holds(String label, String text) {
    assertThat(field(label)).hasValue(text);
    return this;
  }

  Screen showsIn(String part, String words) {
    assertThat(page.locator(part)).containsText(words);
    return this;
  }

  Screen lacksPart(String part) {
    assertThat(page.locator(part)).hasCount(0);
    return this;
  }

  /** As soon as it can have it: what was drawn again takes nothing for a moment. */
  Screen focus(String part) {
    Town.eventually(() -> {
      page.locator(part).first().focus();
      assertThat((Boolean) page.locator(part).first().evaluate("e => e === document.activeElement")).isTrue();
    });
    return this;
  }

  /** From here on, until {@link #wasNeverLoadedAgain}. */
  void staysOpen() {
    page.evaluate("() => { window.staysOpen = true; }");
  }

  Screen wasNeverLoadedAgain() {
    assertThat((Boolean) page.evaluate("() => window.staysOpen === true")).as("the page is the same one").isTrue();
    return this;
  }

  /** Loads the page until the words are there: what another worker did takes a moment. */
  Screen eventuallyShows(String words) {
    Town.eventually(() -> {
      page.reload();
      assertThat(page.locator("main").innerText()).contains(words);
    });
    return this;
  }

  /** Keeps a picture; nothing raw is on it, nothing runs out of it, nothing keeps anybody from using it. */
  Screen look(String name) {
    picture(name);
    assertThat(barriersHere()).as(name).isEmpty();
    return this;
  }

  /** What keeps somebody from reading or using this page: on a telephone, a tablet, and a wide screen. Each is kept as a picture. */
  List<String> barriers() {
    List<String> all = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      picture(path().substring(1).replaceAll("[^a-z0-9-]+", "_") + "-" + page.locator("html").getAttribute("lang") + "-" + width);
      for (String barrier : barriersHere()) all.add(width + ": " + barrier);
    }
    return all;
  }

  private List<String> barriersHere() {
    List<String> all = new ArrayList<>();
    complaints.stream().filter(complaint -> !ofLooking.contains(complaint)).forEach(complaint -> all.add("console: " + complaint));
    all.addAll(Axe.barriers(page));
    page.evaluate(WITHOUT_TRACES);
    page.evaluate(QUIET);
    complaints.stream().filter(complaint -> complaint.startsWith("Applying inline style")).forEach(ofLooking::add);
    complaints.clear();
    RAW.matcher(prose()).results().forEach(raw -> all.add("raw word: " + raw.group()));
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
      all.add("runs out of its width");
    for (String alarm : ALARMS) if (page.locator(alarm).isVisible()) all.add("a false alarm: " + alarm);
    return all;
  }

  /** What the page costs whoever opens it for the first time: the bytes over the wire of itself and of all it needs. */
  long weight(String path) {
    CDPSession browser = page.context().newCDPSession(page);
    browser.send("Network.enable");
    browser.send("Network.setCacheDisabled", JsonParser.parseString("{\"cacheDisabled\": true}").getAsJsonObject());
    List<Request> needed = new CopyOnWriteArrayList<>();
    Consumer<Request> notes = needed::add;
    page.onRequestFinished(notes);
    page.navigate(path);
    page.offRequestFinished(notes);
    browser.detach();
    assertThat(needed).as("the page, its looks and its scripts").hasSizeGreaterThan(2);
    return needed.stream().map(Request::sizes).mapToLong(s -> (long) s.responseHeadersSize + s.responseBodySize).sum();
  }

  /** Without what is there to be typed off as it stands, such as the name somebody logs in with; it is marked so. */
  private String prose() {
    String all = page.locator("body").innerText();
    for (String exact : page.locator("main [translate=no]").allInnerTexts()) all = all.replaceFirst(Pattern.quote(exact), "");
    return all;
  }

  private void picture(String name) {
    // With the caret as it is: to hide it a style would be tried that no page of ours allows.
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setCaret(ScreenshotCaret.INITIAL)
        .setPath(PICTURES.resolve("%s-%02d-%s.png".formatted(whose, ++pictures, name))));
  }

  String path() {
    return URI.create(page.url()).getPath();
  }
}
