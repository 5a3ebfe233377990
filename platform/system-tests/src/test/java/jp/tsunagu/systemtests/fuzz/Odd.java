package jp.tsunagu.systemtests.fuzz;

import java.util.List;

/** Values that somebody once sent to some program, and it fell over. */
final class Odd {
  private static final String HUGE = "あ".repeat(60_000);

  /** As they stand in JSON, some of them against its rules. */
  static final List<String> JSON = List.of("null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1e-400", "NaN", "Infinity",
      "99999999999999999999", "9".repeat(3_000), "0x10", "01", "''", "\"\"", "\" \"", "[]", "{}", "[null]", "[[]]", "{\"$ne\":1}",
      "{\"\":null}",
      "[" + "0,".repeat(5_000) + "0]", "[".repeat(10_000) + "]".repeat(10_000), "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
      "\"" + HUGE + "\"", "\"\\ud800\"", "\"a\\udc00b\"", "\"\\u0000\"", "\"\\u0007\\u001b[31m\"", "\"\\u202eabc\"", "\"\u202e\u2066\"",
      "\"\u200b\u200d\ufeff\"", "\"𠮷😀👨‍👩‍👧\"", "\"か\u3099\"", "\"ﾊﾝｶｸ\"", "\"①㍻﨑\"", "\"\ue000\ufffe\"", "\"\\n\\r\\t\"",
      "\"<script>alert(1)</script>\"", "\"' OR 1=1 --\"", "\"${jndi:ldap://x}\"", "\"#{7*7}\"", "\"__${7*7}__::.x\"",
      "\"../../etc/passwd\"", "\"%00\"",
      "\"$where\"", "\"constructor\"", "\"-1\"", "\"１\"");
  static final List<String> DATES = List.of("\"0000-01-01\"", "\"0001-01-01\"", "\"-0001-01-01\"", "\"9999-12-31\"", "\"+10000-01-01\"",
      "\"999999999-01-01\"", "\"+999999999-12-31\"", "\"-999999999-01-01\"", "\"2026-02-30\"", "\"2026-13-01\"", "\"20260401\"",
      "\"令和8年4月1日\"", "\"2026-04-01T00:00:00Z\"", "\"2026-04-01T25:00:00Z\"", "\"2026-04-01T00:00:00+99:00\"",
      "\"+1000000000-12-31T23:59:59.999999999Z\"", "\"-1000000000-01-01T00:00:00Z\"", "\"+292278995-01-01T00:00:00Z\"",
      "\"2016-12-31T23:59:60Z\"", "\"P999999999999D\"", "\"PT-1S\"", "1767225600", "1767225600000");
  static final List<String> ADDRESSES = List.of("%00", "c-%00", "%2F", "%2e%2e", "..", ".", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..;", ";a=b",
      "%3b",
      "%25", "%", "%zz", "%252f", "//", "%ff", "%ed%a0%80", "%c0%ae", "%e3%81%82", "あ", "%F0%9F%98%80", "%e2%80%ae", "%0d%0aX-A:%201",
      "%20", "+", "$ne",
      "%7B%7D", "{x}", "<x>", "|", "\"", "'", "`", "^", "\\", "%5c", "a".repeat(200), "a".repeat(6_000), "a".repeat(20_000), "null",
      "undefined", "-1",
      "c-0", "c-" + "z".repeat(26), "names", "search", "internal", "*", "**", "~", "#", "?", "??", "c-1/", "");
  static final List<String> QUERIES = List.of("q=%00", "q=%ff", "q=a&q=b", "q=" + "x".repeat(6_000), "q=%ed%a0%80", "q=.*", "q=(", "q=$ne",
      "q[]=1",
      "limit=0", "limit=-1", "limit=1&limit=2", "limit=99999999999", "limit=1e400", "limit=", "limit=NaN", "limit=あ", "state=X", "state=",
      "state=OPEN&state=",
      "after=_", "after=x_", "after=%2B999999999-12-31T00:00:00Z_c", "after=-999999999-01-01T00:00:00Z_c", "after=2026-01-01T00:00:00Z_",
      "after=2026-01-01T00:00:00Z_%00", "holder=%00", "holder=$ne", "holder[$ne]=1", "unknown=1", "%00=1", "=", "&&&", "a&".repeat(2_000),
      "q=%", "q=%u0041",
      "caseId=c-1", "_method=DELETE", "lang=xx", "class.module.classLoader=1", "q=\u202e");
  static final List<String> TYPES = List.of("", "*/*", "application/*", "text/plain", "text/html", "application/xml",
      "application/x-www-form-urlencoded", "application/yaml", "application/cbor", "application/x-jackson-smile",
      "multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary=", "application/json; charset=shift_jis",
      "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset=", "application/json;;",
      "application",
      "/", ";", "application/json, text/plain", "application/vnd.x+json", "application/problem+json", "application/octet-stream",
      "a".repeat(4_000) + "/b",
      "application/json; a=\"", "あ/い");
  static final List<String> KEYS = List.of("", " ", "a b", "あ", "k".repeat(200), "k".repeat(201), "k".repeat(7_000), "\u0001", "%00", "\"",
      "null", "x/../y",
      "key,key");
  static final List<String> VERSIONS = List.of("", "*", "\"*\"", "1", "\"1\"", "W/\"1\"", "\"-1\"", "\"999999999999999999\"",
      "\"99999999999999999999\"",
      "\"1\",\"2\"", "\"あ\"", "\"", "\"\"", "\"1", "w/\"1\"", "\"1e3\"", "\"".repeat(3_000));
  static final List<String> ACCEPTS = List.of("", "text/html", "application/xml", "*/*;q=0", "nonsense", ";;;", "application/json;q=2",
      "text/csv", "a/b/c",
      "application/json;charset=utf-16", "image/png,*/*;q=0.1", "*", "application/problem+json", "あ", "x/y,".repeat(800) + "z/z");
  static final List<List<String>> HEADERS = List.of(List.of("Expect", "nonsense"), List.of("Range", "bytes=0-1,2-1"),
      List.of("Content-Encoding", "gzip"),
      List.of("Accept-Encoding", "br"), List.of("Accept-Language", "xx-" + "x".repeat(500)), List.of("Accept-Language", "*;q=9"),
      List.of("Accept-Charset", "utf-16"),
      List.of("X-HTTP-Method-Override", "DELETE"), List.of("X-Forwarded-Proto", "javascript"), List.of("X-Forwarded-Port", "zz"),
      List.of("X-Forwarded-For", "a, b, ::, 999.1.1.1"), List.of("X-Forwarded-Host", "evil.example"),
      List.of("X-Forwarded-Prefix", "/x/.."), List.of("Forwarded", "for=\"[\""),
      List.of("Cookie", "TSUNAGU_DESK=%00; ; =; a"), List.of("traceparent", "00-xyz"), List.of("tracestate", "=".repeat(600)),
      List.of("baggage", "a=%zz"), List.of("Origin", "null"), List.of("If-None-Match", "\"1\""),
      List.of("If-Modified-Since", "never"), List.of("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"),
      List.of("Upgrade", "websocket"), List.of("Authorization", "Bearer x"), List.of("Authorization", "Basic eA=="),
      List.of("TE", "trailers"),
      List.of("Connection", "Upgrade, HTTP2-Settings"), List.of("Max-Forwards", "-1"), List.of("X-Big", "x".repeat(14_000)),
      List.of("X-Bigger", "x".repeat(40_000)), List.of("X-Odd", "\u0000"), List.of("X-あ", "1"), List.of("", "1"), List.of("Bad Name", "1"));
  static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "FOO",
      "G".repeat(2_000));

  private Odd() {}
}
