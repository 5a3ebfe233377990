package jp.tsunagu.systemtests.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request, as it goes over the line.
 *
 * @param headers in their order; a name may come twice
 * @param body    empty for none
 * @param length  what the request says its body's length is; less than nothing if it says nothing
 * @param whole   false where the body is not what it is said to be, so that nothing can follow on the line
 */
public record Asked(String method, String target, List<Map.Entry<String, String>> headers, byte[] body, int length, boolean whole) {
  public static Asked of(String method, String target) {
    return new Asked(method, target, List.of(), new byte[0], -1, true);
  }

  public Asked with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Asked(method, target, more, body, length, whole);
  }

  public Asked withAll(List<Map.Entry<String, String>> others) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.addAll(others);
    return new Asked(method, target, more, body, length, whole);
  }

  public Asked without(String name) {
    return new Asked(method, target, headers.stream().filter(h -> !h.getKey().equalsIgnoreCase(name)).toList(), body, length, whole);
  }

  public Asked at(String elsewhere) {
    return new Asked(method, elsewhere, headers, body, length, whole);
  }

  public Asked as(String anotherMethod) {
    return new Asked(anotherMethod, target, headers, body, length, whole);
  }

  public Asked carrying(String type, byte[] content) {
    Asked typed = type.isEmpty() ? this : with("Content-Type", type);
    return new Asked(method, target, typed.headers, content, content.length, whole);
  }

  /** The same bytes with another length said. */
  public Asked lying(int aboutLength) {
    return new Asked(method, target, headers, body, aboutLength, false);
  }

  byte[] bytes(String host) {
    var out = new ByteArrayOutputStream();
    var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    headers.forEach(h -> head.append(h.getKey()).append(": ").append(h.getValue()).append("\r\n"));
    if (length >= 0) head.append("Content-Length: ").append(length).append("\r\n");
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** For people: without the token, and not all of a long body. */
  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    var shown = headers.stream().filter(h -> !h.getKey().equals("Authorization")).toList();
    return cut(method + " " + target, 300) + " " + cut(shown.toString(), 400) + " length " + length + " " + cut(text, 300);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + ")";
  }
}
