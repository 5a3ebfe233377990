package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;
import jp.tsunagu.identity.factor.AppOnAPhone;
import jp.tsunagu.identity.factor.Stick;

/** Everything a log-in is made of passes through here; none of it is written down, also when our own packages are talkative. */
class SecretsNeverLoggedTest {
  private static final String PASSWORD = "marked password of a manager";
  private static final String MISTYPED = "marked password in the wrong field";
  private static final String CLIENT = "marked-secret-of-a-machine-0123456789abcdefgh";
  private static final String KEY = "marked-secret-of-the-installation-0123456789abc";

  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, MISTYPED, CLIENT, KEY, Identity.SECRET));
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Test
  void writesDownWhoCameInAndNothingTheyProvedItWith(@TempDir Path folder) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    try (var identity = new Identity(folder, Map.of("logging.level.jp.tsunagu", "debug", "tsunagu.identity.key-secret", KEY))) {
      log.start();
      root.addAppender(log);
      managersDay(identity);
      machinesDay(identity);
      mistakes(identity);
    } finally {
      root.detachAppender(log);
    }
    String written = written();
    assertThat(written).contains("password by org61-m", "code by org61-m", "app set up by org61-m", "passkey by org61-m",
        "password refused to org61-m", "password refused to nobody we know", "code refused to org61-m", "client secret refused to org62");
    assertThat(secrets).hasSizeGreaterThan(25).allSatisfy(secret -> assertThat(written).doesNotContain(secret));
  }

  private void managersDay(Identity identity) {
    identity.accounts().save(new Account("org61-m", "org61", Set.of(Role.MANAGER), identity.accounts().hash(PASSWORD), true));
    Browser browser = identity.browser();
    browser.get(Browser.authorization());
    browser.logIn("org61-m", PASSWORD);
    var page = browser.get("/login/factors");
    var app = AppOnAPhone.thatRead(page.body());
    secrets.add(app.secret());
    var done = browser.submit(page, "/login/factors/app", Map.of("code", marked(app.shows(identity.now()))));
    Pattern.compile("<code>(\\d+(?:-[A-Z2-7]{4}){3})</code>").matcher(done.body()).results().forEach(m -> secrets.add(m.group(1)));
    var stick = new Stick(Identity.ISSUER);
    browser.script(page, "/webauthn/register",
        marked(stick.register(json(browser.script(page, "/webauthn/register/options", "")), "stick")));
    tokens(browser.exchange(marked(browser.code())), browser);
    identity.passes(Duration.ofMinutes(1));
    Browser again = identity.browser();
    again.logIn("org61-m", PASSWORD);
    var asked = again.get("/login/code");
    again.submit(asked, "/login/code", Map.of("code", marked(app.shows(identity.now()))));
    again.script(asked, "/login/webauthn", marked(stick.use(json(again.script(asked, "/webauthn/authenticate/options", "")))));
    secrets.add(again.session().replaceFirst(".*=", ""));
  }

  private void tokens(HttpResponse<String> answer, Browser browser) {
    var tokens = json(answer);
    for (String kind : List.of("access_token", "refresh_token", "id_token")) marked(tokens.get(kind).asString());
    marked(json(browser.refresh(tokens.get("refresh_token").asString())).get("access_token").asString());
    browser.get("/userinfo", "Authorization", "Bearer " + tokens.get("access_token").asString());
    browser.get("/connect/logout?id_token_hint=" + tokens.get("id_token").asString());
  }

  private void machinesDay(Identity identity) {
    identity.accounts().save(Client.machine("org62", identity.accounts().hashSecret(CLIENT), "org62", "org62-1", Set.of()));
    var token = json(identity.browser().token(Map.of("grant_type", "client_credentials"), "org62", CLIENT));
    marked(token.get("access_token").asString());
    String directory = marked(
        json(identity.browser().token(Map.of("grant_type", "client_credentials"), "service-directory", Identity.SECRET))
            .get("access_token").asString());
    identity.browser().put("/internal/identity/accounts/org63-1",
        "{\"organisation\":\"org63\",\"roles\":[],\"password\":\"" + PASSWORD + "\"}",
        directory);
    identity.browser().put("/internal/identity/accounts/org63-1", "{\"organisation\":\"org63\",\"password\":\"" + PASSWORD + "\",",
        directory);
    identity.browser().put("/internal/identity/accounts/org63-1", "{\"password\":\"" + PASSWORD + "\",\"unknown\":1}", directory);
  }

  private void mistakes(Identity identity) {
    identity.browser().logIn(MISTYPED, PASSWORD);
    identity.browser().logIn("org61-m", MISTYPED);
    for (int i = 0; i < 7; i++) identity.browser().token(Map.of("grant_type", "client_credentials"), "org62", marked("marked-guess-" + i));
    Browser browser = identity.browser();
    browser.logIn("org61-m", PASSWORD);
    var page = browser.get("/login/code");
    for (int i = 0; i < 7; i++) browser.submit(page, "/login/code", Map.of("code", "99999" + i));
    browser.script(page, "/login/webauthn", "{\"id\":\"" + marked("marked-passkey") + "\"");
    browser.exchange(marked("marked-code"));
    browser.refresh(marked("marked-refresh-token"));
    browser.get("/userinfo", "Authorization", "Bearer " + marked("marked.access.token"));
    browser.get("/connect/logout?id_token_hint=" + marked("marked-id-token"));
  }

  private String marked(String secret) {
    secrets.add(secret);
    return secret;
  }

  private String written() {
    return List.copyOf(log.list).stream().map(e -> e.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(e.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }
}
