package jp.tsunagu.systemtests;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** What keeps somebody from using a page, by the rules of WCAG 2.2 A and AA that a machine can check. */
final class Axe {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Axe() {}

  /** @return the rule and the parts of the page that break it, such as {@code color-contrast: #main > p} */
  static List<String> barriers(Page page) {
    return new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations().stream().map(Axe::told).toList();
  }

  private static String told(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getTarget).toList();
  }
}
