package jp.tsunagu.systemtests.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One property.
 *
 * @param type   as an operator would call it
 * @param preset what it is if nobody says anything; a placeholder where the environment is asked first
 * @param says   what it is for
 */
record Setting(String name, String type, String preset, String says) {
  private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{([A-Z][A-Z_]*):?(.*)}");

  Setting knowing(String otherType, String otherPreset, String otherSays) {
    return new Setting(name, type.isEmpty() ? otherType : type, preset.isEmpty() ? otherPreset : preset,
        says.isEmpty() ? otherSays : says);
  }

  /** The variable that is named for it, if there is one beside the name that Spring derives. */
  String variable() {
    Matcher asked = FROM_ENVIRONMENT.matcher(preset);
    return asked.matches() ? "`" + asked.group(1) + "`" : "";
  }

  private String given() {
    Matcher asked = FROM_ENVIRONMENT.matcher(preset);
    String value = asked.matches() ? asked.group(2) : preset;
    if (value.startsWith("@")) return "the build's";
    return value.isEmpty() ? "" : "`" + value.replace("|", "\\|") + "`";
  }

  String row() {
    return "| `" + name + "` | " + type + " | " + given() + " | " + variable() + " | " + says.replace("|", "\\|") + " |\n";
  }
}
