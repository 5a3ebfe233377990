package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The chromium of this machine, quiet on the network and able to draw Japanese. */
final class Browsers implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--lang=ja");
  private static final String INSTALL = "; the browser tests need it: apt-get install chromium fonts-ipafont-gothic";

  private final Playwright playwright;
  private final Browser browser;

  Browsers() {
    if (!Files.isExecutable(CHROMIUM)) fail(CHROMIUM + " is missing" + INSTALL);
    if (japaneseFonts().isBlank()) fail("a Japanese font is missing" + INSTALL);
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }

  Browser chromium() {
    return browser;
  }

  private static String japaneseFonts() {
    try {
      var list = new ProcessBuilder("fc-list", ":lang=ja").redirectErrorStream(true).start();
      return new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException noFontconfig) {
      return "";
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
