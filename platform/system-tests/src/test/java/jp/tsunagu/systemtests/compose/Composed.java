package jp.tsunagu.systemtests.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** docker-compose.yml, as whoever follows the README uses it, under a name of its own. */
final class Composed implements AutoCloseable {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path LOG = Path.of("target/compose.log").toAbsolutePath();
  private static final String STAND_IN = "{{with .Config.Labels}}{{index . \"jp.tsunagu.stand-in\"}}{{end}}";

  private final List<String> files = new ArrayList<>(List.of("-f", "docker-compose.yml"));

  private Composed() {}

  /** Builds and starts everything, and returns when all of it is well; says which images only stand in for real ones. */
  static Composed up() throws IOException, InterruptedException {
    var composed = new Composed();
    for (String image : composed.compose("config", "--images").lines().filter(i -> !i.startsWith("tsunagu/")).distinct().sorted()
        .toList()) {
      String proves = unproven(image);
      System.out.println(image + (proves.isEmpty() ? " is the real one" : " is a stand-in: " + proves));
      if (image.startsWith("mongo:") && !proves.isEmpty()) composed.files.addAll(List.of("-f", "platform/containers/stand-ins.yml"));
    }
    try {
      composed.compose("up", "--build", "--wait", "--quiet-pull");
      return composed;
    } catch (AssertionError e) {
      composed.close();
      throw e;
    }
  }

  /** A password that was drawn for a person. */
  String drawn(String name) throws IOException, InterruptedException {
    return compose("run", "--rm", "--no-deps", "--entrypoint", "cat", "secrets", "/people/" + name).strip();
  }

  private static String unproven(String image) throws IOException, InterruptedException {
    List<String> look = List.of("docker", "image", "inspect", "--format", STAND_IN, image);
    if (run(look, false).isEmpty()) run(List.of("docker", "pull", "-q", image), true);
    return run(look, true).strip();
  }

  private String compose(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", "tsunagu-tried"));
    command.addAll(files);
    command.addAll(List.of(arguments));
    return run(command, true);
  }

  private static String run(List<String> command, boolean must) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 && must) throw new AssertionError(String.join(" ", command) + " failed; see " + LOG);
    return said;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    compose("down", "--volumes");
  }
}
