package jp.tsunagu.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;

/** The webhooks of many recipients, by path. One that is dead takes the call and never answers, which costs a sender the most. */
final class Chats implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Queue<Long>> begun = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile CountDownLatch answers = new CountDownLatch(0);
  private final String mayDie;
  private volatile String dead = "";
  private volatile Latencies into = new Latencies();

  /** @param mayDie whose letters are not measured */
  Chats(String mayDie) throws IOException {
    this.mayDie = mayDie;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::called);
    server.start();
  }

  String url(String recipient) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + recipient;
  }

  void measure(Latencies latencies) {
    into = latencies;
  }

  void dies() {
    answers = new CountDownLatch(1);
    dead = mayDie;
  }

  void lives() {
    dead = "";
    answers.countDown();
  }

  /** Something is on its way to this recipient from now on. Letters come in order, so the first call is about the oldest. */
  void expects(String recipient, long since) {
    open.incrementAndGet();
    begun.computeIfAbsent(recipient, _ -> new ConcurrentLinkedQueue<>()).add(since);
  }

  /** What has not arrived, also with the dead one. */
  int open() {
    return open.get();
  }

  private void called(HttpExchange call) throws IOException {
    String recipient = call.getRequestURI().getPath().substring(1);
    int notices = JsonMapper.shared().readTree(call.getRequestBody()).at("/notice/count").asInt();
    boolean silent = recipient.equals(dead);
    if (silent) answered();
    else arrived(recipient, notices);
    call.sendResponseHeaders(silent ? 503 : 204, -1);
    call.close();
  }

  private void arrived(String recipient, int notices) {
    long now = System.nanoTime();
    for (int i = 0; i < notices; i++) {
      Long since = begun.computeIfAbsent(recipient, _ -> new ConcurrentLinkedQueue<>()).poll();
      if (since == null) return; // it came twice
      if (!recipient.equals(mayDie)) into.add(now - since);
      open.decrementAndGet();
    }
  }

  private void answered() {
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    lives();
    server.stop(0);
  }
}
