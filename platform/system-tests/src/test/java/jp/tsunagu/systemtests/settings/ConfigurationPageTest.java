package jp.tsunagu.systemtests.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page for operators is what the code and the files say; who changes a setting changes the page. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "runtime", "CONFIGURATION.md");
  private static final String AFRESH = "mvn verify -pl platform/system-tests -am -Dtest=ConfigurationPageTest"
      + " -Dsurefire.failIfNoSpecifiedTests=false -Dtsunagu.pages.write=true";
  private static final String BEGINNING = """
      # Settings

      Written from the code: `%s` writes it anew, and the build fails where it is stale.

      Every setting can be given as an argument (`--tsunagu.relay.sweep=1s`), in a file, or in the environment under the name that Spring Boot
      derives (`TSUNAGU_RELAY_SWEEP`: dots become underscores, dashes go, capitals); where another variable stands beside it, that one is
      meant for operators. A duration is `250ms`, `10s`, `2h` or `7d`; a span also `3bd` (days on which an organisation is open) and `8oh` (hours
      in which it is). What is Spring's own (`SPRING_MAIL_HOST`, `SERVER_PORT`, `SPRING_KAFKA_…`) is described there.
      """
      .formatted(AFRESH);
  private static final String TABLE = "\n| setting | type | if nothing is said | variable | what for |\n| --- | --- | --- | --- | --- |\n";

  private final Settings settings = Settings.collected();

  @Test
  void isWrittenDownForOperators() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tsunagu.pages.write")) Files.writeString(PAGE, page);
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "").as("stale; write it anew with: " + AFRESH).isEqualTo(page);
  }

  @Test
  void saysOfEverySettingWhatItIsFor() {
    assertThat(all().filter(one -> one.says().isEmpty() || one.type().isEmpty())).isEmpty();
  }

  /** What the reader is worth: it sees each of the places in which a setting can be declared. */
  @Test
  void seesRecordsInjectedValuesAndFiles() {
    assertThat(all()).extracting(Setting::name).contains("tsunagu.relay.sweep", "tsunagu.portal.rate.burst", "tsunagu.services.intake",
        "tsunagu.intake.vault-database", "tsunagu.kafka.declare", "tsunagu.follow-up.patience.urgent",
        "tsunagu.referral.deadlines.answer-of.*");
    assertThat(settings.common().getOrDefault("tsunagu.relay.sweep", new Setting("", "", "", "")))
        .isEqualTo(new Setting("tsunagu.relay.sweep", "duration", "250ms",
            "how often pending streams are looked for; the safety net behind the nudge"));
    assertThat(all().filter(one -> one.name().equals("tsunagu.intake.master-key")).map(Setting::variable))
        .containsExactly("`TSUNAGU_INTAKE_MASTER_KEY`");
  }

  private Stream<Setting> all() {
    return Stream.concat(settings.common().values().stream(), settings.own().values().stream().flatMap(own -> own.values().stream()));
  }

  private String page() {
    var page = new StringBuilder(BEGINNING).append("\n## Every service\n").append(TABLE);
    settings.common().values().forEach(one -> page.append(one.row()));
    page.append("\nThe services' own files differ in this:\n\n").append(String.join("", List.copyOf(settings.otherwise())));
    settings.own().forEach((program, own) -> {
      if (own.isEmpty()) return;
      page.append("\n## ").append(program).append('\n').append(TABLE);
      own.values().forEach(one -> page.append(one.row()));
    });
    return page.toString();
  }
}
