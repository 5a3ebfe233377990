package jp.tsunagu.systemtests.settings;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import jp.tsunagu.calendar.Span;

/** The settings that the programs' code declares. */
final class Declared {
  private static final Pattern INJECTED = Pattern
      .compile("@Value\\(\"\\$\\{(tsunagu\\.[\\w.-]+)(?::([^}]*))?}\"\\)\\s+([\\w<>, ]+?)\\s+\\w+\\s*[,)]");
  private static final Map<String, String> WORDS = Map.of("int", "number", "long", "number", "short", "number", "boolean", "true or false",
      "String", "text", "Duration", "duration");
  private final Sources sources;
  private final List<Setting> all = new ArrayList<>();

  private Declared(Sources sources) {
    this.sources = sources;
  }

  static List<Setting> in(Sources sources) {
    var declared = new Declared(sources);
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    scanner.findCandidateComponents("jp.tsunagu").forEach(found -> {
      Class<?> bound = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      ConfigurationProperties properties = bound.getAnnotation(ConfigurationProperties.class);
      if (properties != null) declared.bound(properties.value(), bound, "");
    });
    sources.all().forEach(declared::injected);
    return declared.all;
  }

  private void bound(String prefix, Class<?> type, String group) {
    Map<String, String> said = sources.said(type);
    for (RecordComponent part : type.getRecordComponents()) {
      String name = prefix + "." + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      String says = said.getOrDefault(part.getName(), group);
      if (part.getType().isRecord() && part.getType() != Span.class) bound(name, part.getType(), says);
      else
        if (value(part.getGenericType()).isRecord() && value(part.getGenericType()) != Span.class)
          bound(name + ".*", value(part.getGenericType()), says);
        else
          all.add(new Setting(Map.class == part.getType() ? name + ".*" : name, word(part.getGenericType()), preset(part), says));
    }
  }

  /** What a map's values are; the type itself of anything else. */
  private static Class<?> value(Type type) {
    if (type instanceof ParameterizedType many && many.getRawType() == Map.class && many.getActualTypeArguments()[1] instanceof Class<?> of)
      return of;
    return void.class;
  }

  private static String preset(RecordComponent part) {
    for (Parameter one : part.getDeclaringRecord().getDeclaredConstructors()[0].getParameters()) {
      DefaultValue preset = one.getAnnotation(DefaultValue.class);
      if (preset != null && one.getName().equals(part.getName())) return String.join(",", preset.value());
    }
    return "";
  }

  private static String word(Type type) {
    if (type instanceof ParameterizedType many && many.getRawType() instanceof Class<?> raw)
      return Collection.class.isAssignableFrom(raw) ? "list" : word(many.getActualTypeArguments()[1]) + " by name";
    if (type == URI.class) return "address";
    if (type == Span.class) return "span";
    if (type == ZoneId.class) return "time zone";
    String simple = ((Class<?>) type).getSimpleName();
    return WORDS.getOrDefault(simple, simple);
  }

  private void injected(String source) {
    Matcher value = INJECTED.matcher(source);
    while (value.find())
      all.add(new Setting(value.group(1), WORDS.getOrDefault(value.group(3), value.group(3)), value.group(2) == null ? "" : value.group(2),
          ""));
  }
}
