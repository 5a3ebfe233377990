package jp.tsunagu.notification.channel.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jp.tsunagu.notification.channel.Letter;
import jp.tsunagu.notification.channel.Wording;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code {text, title, body: {text}, button: {label, url}, notice: {id, kinds, count, link}}}: chats in the manner of Slack show
 * {@code text}, LINE WORKS shows {@code title}, {@code body} and {@code button}, and programs read {@code notice}.
 */
record WebhookBody(Wording wording, JsonMapper json) {
  String of(Letter letter) {
    String text = wording.says(letter, Locale.JAPANESE) + "\n" + wording.says(letter, Locale.ENGLISH);
    List<String> kinds = letter.notices().stream().map(item -> item.kind().name()).distinct().toList();
    return written(text, letter.id(), kinds, letter.notices().size());
  }

  String trial(String id) {
    return written(inBoth("trial"), id, List.of(), 0);
  }

  private String written(String text, String id, List<String> kinds, int count) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("text", text + "\n" + wording.link());
    all.put("title", inBoth("system"));
    all.put("body", Map.of("text", text));
    all.put("button", Map.of("label", inBoth("button"), "url", wording.link()));
    all.put("notice", Map.of("id", id, "kinds", kinds, "count", count, "link", wording.link()));
    return json.writeValueAsString(all);
  }

  private String inBoth(String key) {
    return wording.text(key, Locale.JAPANESE) + " / " + wording.text(key, Locale.ENGLISH);
  }
}
