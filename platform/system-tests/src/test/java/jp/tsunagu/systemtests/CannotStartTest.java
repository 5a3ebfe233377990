package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever starts it and made a mistake reads one line that says which, and no stack trace. */
@ExtendWith(Town.Here.class)
class CannotStartTest {
  private final Town town;

  CannotStartTest(Town town) {
    this.town = town;
  }

  @Test
  void saysThatThePortIsTaken() {
    int taken = town.door().getPort();
    says(Folders.fresh("home"), taken, "port " + taken + " is taken; choose another with -Dtsunagu.port=");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(Folders.fresh("home").resolve("file"), "not a folder");
    says(file, FreePort.one(), "the folder " + file + " cannot be written; choose another with -Dtsunagu.home=");
  }

  @Test
  void saysThatTheFolderIsInUse() {
    says(town.home(), FreePort.one(), "the folder " + town.home() + " is in use by another Tsunagu");
  }

  @Test
  void saysThatTheBrokerCannotStart() throws IOException {
    Path home = Folders.fresh("home");
    Path log = Files.writeString(home.resolve("kafka"), "not a folder");
    says(home, FreePort.one(), "the Kafka broker cannot write to the folder " + log);
  }

  private static void says(Path home, int port, String why) {
    try (var process = TsunaguProcess.start(home, port)) {
      assertThat(process.exitCode()).isEqualTo(1);
      assertThat(process.errors()).containsExactly("Tsunagu cannot start: " + why);
    }
  }
}
