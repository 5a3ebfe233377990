package jp.tsunagu.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import jp.tsunagu.systemtests.api.Asked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with a body: a value, a field, a byte, its encoding, its length. */
final class InBody {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HERE = "@@here@@";
  private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("Shift_JIS"),
      Charset.forName("EUC-JP"), StandardCharsets.ISO_8859_1, Charset.forName("UTF-32"));

  private InBody() {}

  static final List<Mutation> ALL = List.of(InBody::value, InBody::value, InBody::value, InBody::value, InBody::value, InBody::date,
      InBody::date,
      InBody::lessFields,
      InBody::moreFields, InBody::twice, InBody::encoding, InBody::mark, InBody::byteFlipped, InBody::brokenOff, InBody::notUtf8,
      InBody::whole,
      InBody::tooLarge, InBody::multipart, InBody::length);

  /** Any one value becomes an odd one. */
  private static Asked value(Asked asked, RandomGenerator random) {
    return replaced(asked, Mutation.one(Odd.JSON, random), random);
  }

  private static Asked date(Asked asked, RandomGenerator random) {
    return replaced(asked, Mutation.one(Odd.DATES, random), random);
  }

  private static Asked replaced(Asked asked, String value, RandomGenerator random) {
    JsonNode tree = tree(asked);
    List<Runnable> places = new ArrayList<>();
    collect(tree, places);
    if (places.isEmpty()) return text(asked, value);
    Mutation.one(places, random).run();
    return text(asked, tree.toString().replace("\"" + HERE + "\"", value));
  }

  private static void collect(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) for (var field : object.properties()) {
      places.add(() -> object.put(field.getKey(), HERE));
      collect(field.getValue(), places);
    }
    if (node instanceof ArrayNode array) for (int i = 0; i < array.size(); i++) {
      int at = i;
      places.add(() -> array.set(at, HERE));
      collect(array.get(i), places);
    }
  }

  private static Asked lessFields(Asked asked, RandomGenerator random) {
    JsonNode tree = tree(asked);
    if (!(tree instanceof ObjectNode object) || object.isEmpty()) return asked;
    object.remove(Mutation.one(List.copyOf(object.propertyNames()), random));
    return text(asked, tree.toString());
  }

  private static Asked moreFields(Asked asked, RandomGenerator random) {
    String name = Mutation.one(List.of("extra", "caseId", "version", "__proto__", "class", "@type", "", "\\u0000", "名前"), random);
    return afterBrace(asked, "\"" + name + "\":" + Mutation.one(Odd.JSON, random));
  }

  /** A field that stands there already, once more in front. */
  private static Asked twice(Asked asked, RandomGenerator random) {
    if (!(tree(asked) instanceof ObjectNode object) || object.isEmpty()) return asked;
    String name = Mutation.one(List.copyOf(object.propertyNames()), random);
    return afterBrace(asked, "\"" + name + "\":" + object.get(name));
  }

  private static Asked afterBrace(Asked asked, String field) {
    String body = text(asked);
    if (!body.startsWith("{")) return asked;
    return text(asked, "{" + field + (body.startsWith("{}") ? "" : ",") + body.substring(1));
  }

  private static Asked encoding(Asked asked, RandomGenerator random) {
    return bytes(asked, text(asked).getBytes(Mutation.one(ENCODINGS, random)));
  }

  private static Asked mark(Asked asked, RandomGenerator random) {
    return text(asked, "\ufeff" + text(asked));
  }

  private static Asked byteFlipped(Asked asked, RandomGenerator random) {
    byte[] body = asked.body().clone();
    if (body.length > 0) body[random.nextInt(body.length)] = (byte) random.nextInt();
    return bytes(asked, body);
  }

  private static Asked brokenOff(Asked asked, RandomGenerator random) {
    return bytes(asked, Arrays.copyOf(asked.body(), random.nextInt(asked.body().length + 1)));
  }

  private static Asked notUtf8(Asked asked, RandomGenerator random) {
    int at = random.nextInt(asked.body().length + 1);
    var out = new ByteArrayOutputStream();
    out.write(asked.body(), 0, at);
    out.writeBytes(Mutation
        .one(List.of(new byte[]{(byte) 0xff}, new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80}, new byte[]{(byte) 0xc0, (byte) 0xae},
            new byte[]{(byte) 0xf8, (byte) 0x88, 0, 0}, new byte[]{0}), random));
    out.write(asked.body(), at, asked.body().length - at);
    return bytes(asked, out.toByteArray());
  }

  private static Asked whole(Asked asked, RandomGenerator random) {
    return text(asked, Mutation
        .one(List.of("", " ", "null", "[]", "{}", "1", "\"x\"", "{", "}", "{}{}", text(asked) + text(asked), "<a/>", "a=b&c=d"), random));
  }

  private static Asked tooLarge(Asked asked, RandomGenerator random) {
    return random.nextInt(4) > 0 ? asked : text(asked, "{\"a\":\"" + "x".repeat(1_000_000 + random.nextInt(200_000)) + "\"}");
  }

  private static Asked multipart(Asked asked, RandomGenerator random) {
    String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    var body = Mutation.one(List.of(part, part + "data\r\n--x--", "--x", "--x\r\n\r\n", part.replace("\"file\"", "\""), ""), random);
    return Asked.of(asked.method(), asked.target()).withAll(asked.headers()).carrying("multipart/form-data; boundary=x",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Asked length(Asked asked, RandomGenerator random) {
    return asked.lying(
        Mutation.one(List.of(0, 1, asked.body().length + 1, asked.body().length + 5_000, Math.max(0, asked.body().length - 1)), random));
  }

  private static JsonNode tree(Asked asked) {
    try {
      return JSON.readTree(asked.body());
    } catch (JacksonException noJsonAnyMore) {
      return JSON.missingNode();
    }
  }

  private static String text(Asked asked) {
    return new String(asked.body(), StandardCharsets.UTF_8);
  }

  private static Asked text(Asked asked, String body) {
    return bytes(asked, body.getBytes(StandardCharsets.UTF_8));
  }

  private static Asked bytes(Asked asked, byte[] body) {
    return asked.carrying("", body);
  }
}
