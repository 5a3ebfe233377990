package jp.tsunagu.systemtests.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All settings of all programs, each once, with all that is known of it from wherever. */
record Settings(Map<String, Setting> common, Map<String, Map<String, Setting>> own, List<String> otherwise) {
  static final List<String> PROGRAMS = List.of("identity", "directory", "intake", "referral", "follow-up", "notification", "portal");
  private static final Path COMMON = Path.of("..", "runtime", "src", "main", "resources", "tsunagu-defaults.yml");

  static Settings collected() {
    var settings = new Settings(new TreeMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    PROGRAMS.forEach(program -> settings.own.put(program, new TreeMap<>()));
    Declared.in(new Sources()).forEach(settings::add);
    settings.add(Presets.in(COMMON), true);
    for (String program : PROGRAMS) {
      Presets presets = Presets.in(file(program));
      settings.add(presets, false);
      settings.note(program, presets);
    }
    return settings;
  }

  private static Path file(String program) {
    Path home = program.equals("identity") ? Path.of("..", program) : Path.of("..", "..", "services", program);
    return home.resolve(Path.of("src", "main", "resources", program + ".yml"));
  }

  private boolean isOfAll(String name) {
    return !own.containsKey(name.split("\\.", -1)[1]);
  }

  private Map<String, Setting> home(String name) {
    return own.getOrDefault(name.split("\\.", -1)[1], common);
  }

  private void add(Setting setting) {
    home(setting.name()).merge(setting.name(), setting, (one, other) -> one.knowing(other.type(), other.preset(), other.says()));
  }

  /** What stands in a file comes before what the code would take; of what any name may have, the named ones are told. */
  private void add(Presets presets, boolean ofAll) {
    lists(presets.values()).forEach((name, value) -> {
      Map<String, Setting> home = home(name);
      if (isOfAll(name) && !ofAll) return;
      Setting declared = home.getOrDefault(name,
          home.getOrDefault(name.replaceAll("(tsunagu(?:\\.[\\w-]+)*?)\\.[\\w-]+((?:\\.scopes|\\.secret)?)$", "$1.*$2"), NONE));
      String type = declared.type().replace(" by name", "");
      home.put(name, new Setting(name, type.isEmpty() ? guessed(value) : type, value,
          declared.says().isEmpty() ? presets.said(name) : declared.says()));
    });
    own.values().forEach(Settings::withoutNamed);
    withoutNamed(common);
  }

  private static final Setting NONE = new Setting("", "", "", "");

  private static void withoutNamed(Map<String, Setting> home) {
    home.keySet().removeIf(pattern -> pattern.contains("*") && home.keySet().stream().anyMatch(
        name -> !name.contains("*") && name.matches(pattern.replace(".", "\\.").replace("*", "[\\w-]+"))));
  }

  /** A list's elements stand one by one in what is read from a file. */
  private static Map<String, String> lists(Map<String, String> values) {
    Map<String, String> whole = new LinkedHashMap<>();
    values.forEach((name, value) -> whole.merge(name.replaceAll("\\[\\d+]$", ""), value, (one, more) -> one + ", " + more));
    return whole;
  }

  private static String guessed(String value) {
    String given = value.replaceAll("^\\$\\{\\w+:?(.*)}$", "$1");
    if (given.matches("true|false")) return "true or false";
    return given.matches("\\d+") ? "number" : "text";
  }

  private void note(String program, Presets presets) {
    lists(presets.values()).forEach((name, value) -> {
      if (isOfAll(name) && !name.equals("tsunagu.service") && !value.equals(common.getOrDefault(name, NONE).preset()))
        otherwise.add("- `" + name + "` is `" + value + "` in " + program + "\n");
    });
  }
}
