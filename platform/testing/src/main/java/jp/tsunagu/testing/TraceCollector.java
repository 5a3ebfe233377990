package jp.tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;

/** Stands where a collector of traces would, and keeps what it is sent by OTLP over HTTP. */
public final class TraceCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> sent = new CopyOnWriteArrayList<>();

  /**
   * One span, ids in hexadecimal digits.
   *
   * @param parent empty for the first of its trace
   * @param kind   such as {@code SERVER}
   */
  public record Traced(String service, String kind, String name, String trace, String id, String parent, Map<String, String> attributes) {
  }

  public TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    sent.add(exchange.getRequestBody().readAllBytes());
    byte[] thanks = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, thanks.length == 0 ? -1 : thanks.length);
    exchange.close();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  public List<Traced> spans() {
    return sent.stream().flatMap(body -> read(body).getResourceSpansList().stream()).flatMap(of -> spans(of).stream()).toList();
  }

  /** Everything that was sent as one text, to look for what must not be in it, wherever it may hide. */
  public String text() {
    return sent.stream().map(body -> new String(body, StandardCharsets.UTF_8)).collect(Collectors.joining());
  }

  private static ExportTraceServiceRequest read(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Traced> spans(ResourceSpans of) {
    String service = attributes(of.getResource().getAttributesList()).getOrDefault("service.name", "");
    return of.getScopeSpansList().stream().flatMap(scope -> scope.getSpansList().stream())
        .map(span -> new Traced(service, span.getKind().name().replace("SPAN_KIND_", ""), span.getName(), hex(span.getTraceId()),
            hex(span.getSpanId()), hex(span.getParentSpanId()), attributes(span.getAttributesList())))
        .toList();
  }

  private static Map<String, String> attributes(List<KeyValue> pairs) {
    return pairs.stream().collect(Collectors.toMap(KeyValue::getKey, pair -> pair.getValue().getStringValue()));
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
