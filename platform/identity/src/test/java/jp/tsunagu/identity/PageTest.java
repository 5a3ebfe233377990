package jp.tsunagu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page people see. */
class PageTest {
  private static Identity identity;

  @BeforeAll
  static void start(@TempDir Path folder) {
    identity = new Identity(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void speaksJapaneseWithEnglishBeside() {
    String page = identity.browser().get("/login").body();
    assertThat(page).contains("<html lang=\"ja\"", "ユーザー名", "lang=\"en\">User name", "autocomplete=\"username\"",
        "autocomplete=\"current-password\"", "<label for=\"password\"").doesNotContain("<script", "role=\"alert\"", "style=");
  }

  @Test
  void saysWhatWentWrongAndPointsThere() {
    String page = identity.browser().get("/login?error").body();
    assertThat(page).contains("role=\"alert\"", "href=\"#username\"", "aria-invalid=\"true\"", "パスワードが正しくありません", "is not right");
    assertThat(identity.browser().get("/login?wait=30").body()).contains("30秒", "30 seconds");
    assertThat(identity.browser().get("/login?wait=%3Cb%3E").statusCode()).isEqualTo(400);
    assertThat(identity.browser().get("/login?stale").body()).contains("もう一度入力してください");
    assertThat(identity.browser().get("/login?out").body()).contains("ログアウトしました");
  }

  @Test
  void isStyledByItselfAndLetsNothingElseIn() {
    var page = identity.browser().get("/login");
    assertThat(identity.browser().get("/login/assets/login.css").statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("TSUNAGU_ID=").contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void asksAgainWhenTheFormIsOld() {
    var old = identity.browser().post("/login", java.util.Map.of("username", "org05-1", "password", Identity.PASSWORD));
    assertThat(Browser.location(old)).endsWith("/login?stale");
  }

  @Test
  void knowsNoOtherPage() {
    var nothing = identity.browser().get("/something");
    assertThat(nothing.statusCode()).isIn(302, 404);
  }
}
