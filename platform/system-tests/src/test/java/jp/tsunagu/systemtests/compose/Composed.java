package jp.tsunagu.systemtests.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

  /** Saved as README.md says it, thrown away as a whole, and begun again from the file. */
  void savedAndBroughtBack() throws IOException, InterruptedException {
    Path saved = Files.createTempFile(LOG.getParent(), "tsunagu", ".tar");
    compose("stop");
    run(command("run", "--rm", "-T", "backup"), process -> process.redirectOutput(saved.toFile()), true);
    compose("down", "--volumes");
    run(command("run", "--rm", "-T", "restore"), process -> process.redirectInput(saved.toFile()), true);
    compose("up", "--wait");
  }

  private static String unproven(String image) throws IOException, InterruptedException {
    List<String> look = List.of("docker", "image", "inspect", "--format", STAND_IN, image);
    if (run(look, false).isEmpty()) run(List.of("docker", "pull", "-q", image), true);
    return run(look, true).strip();
  }

  private String compose(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments), true);
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", "tsunagu-tried"));
    command.addAll(files);
    command.addAll(List.of(arguments));
    return command;
  }

  private static String run(List<String> command, boolean must) throws IOException, InterruptedException {
    return run(command, _ -> {}, must);
  }

  private static String run(List<String> command, Consumer<ProcessBuilder> lines, boolean must) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
    lines.accept(builder);
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 && must) throw new AssertionError(String.join(" ", command) + " failed; see " + LOG);
    return said;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    compose("down", "--volumes");
  }
}
