package jp.tsunagu.notification.door;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server that keeps what it took, and can be told to refuse, to dawdle, to hang up and to be away. */
final class PostOffice implements AutoCloseable {
  /** Mailboxes by worker id, and the reply to {@code RCPT TO} that each gives instead of taking mail. */
  final Map<String, String> refusals = new ConcurrentHashMap<>();
  /** Mailboxes that do not answer until the latch is open. */
  final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
  /** Mailboxes whose next mail is taken, but answered as if it were not. */
  final Set<String> forgetful = ConcurrentHashMap.newKeySet();
  /** How often each mailbox was asked to take mail. */
  final Map<String, Integer> tries = new ConcurrentHashMap<>();
  final AtomicInteger calls = new AtomicInteger();
  volatile boolean hangsUp;
  private final List<Mail> taken = new CopyOnWriteArrayList<>();
  private Server server = new Server(0);
  private final int port;

  /** @param to a worker id */
  record Mail(String to, MimeMessage content) {}

  PostOffice() {
    server.start();
    port = server.getSmtp().getPort();
  }

  int port() {
    return port;
  }

  void goesAway() {
    server.stop();
  }

  void comesBack() {
    server = new Server(port);
    server.start();
  }

  List<Mail> mails(String worker) {
    return taken.stream().filter(mail -> mail.to().equals(worker)).toList();
  }

  /** What an e-mail tells, in English: one line per notice of a digest, else the one sentence. */
  static List<String> lines(Mail mail) {
    try {
      String english = ((String) mail.content().getContent()).split("----", -1)[1].strip();
      List<String> lines = english.lines().filter(line -> line.startsWith("- ")).toList();
      return lines.isEmpty() ? List.of("- " + english.lines().findFirst().orElseThrow()) : lines;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    slow.values().forEach(CountDownLatch::countDown);
    server.stop();
  }

  private final class Server extends GreenMail {
    Server(int port) {
      super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
      var counter = new Counter(managers);
      return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
        @Override
        protected SmtpHandler createProtocolHandler(Socket client) {
          calls.incrementAndGet();
          return hangsUp ? new HangsUp(counter, client) : new SmtpHandler(new SmtpCommandRegistry(), counter, client);
        }
      });
    }
  }

  private static final class HangsUp extends SmtpHandler {
    HangsUp(SmtpManager counter, Socket client) {
      super(new SmtpCommandRegistry(), counter, client);
    }

    @Override
    public void run() {
      close();
    }
  }

  private final class Counter extends SmtpManager {
    Counter(Managers managers) {
      super(managers.getImapHostManager(), managers.getUserManager());
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
      tries.merge(to.getUser(), 1, Integer::sum);
      var latch = slow.get(to.getUser());
      try {
        if (latch != null) latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return refusals.get(to.getUser());
    }

    @Override
    public @Nullable String checkData(SmtpState state) {
      boolean forgets = false;
      for (MailAddress to : state.getMessage().getToAddresses()) {
        taken.add(new Mail(to.getUser(), state.getMessage().getMessage()));
        forgets |= forgetful.remove(to.getUser());
      }
      return forgets ? "451 4.3.0 something went wrong" : null;
    }

    @Override
    public synchronized void send(SmtpState state) {
      // it is among those taken
    }
  }
}
