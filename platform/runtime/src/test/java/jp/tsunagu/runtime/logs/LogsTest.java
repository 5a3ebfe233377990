package jp.tsunagu.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log line of a request carries, in the form that is collected outside the laptop. */
class LogsTest {
  private static final String CASE = "c-0123456789abcdefghjkmnpqrs";
  private final Logger logger = (Logger) LoggerFactory.getLogger("of.the.logs.test");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  private void serve(String path) throws ServletException, IOException {
    var request = new MockHttpServletRequest("GET", path);
    request.setRequestURI(path);
    request.setQueryString("q=架空");
    FilterChain chain = (_, _) -> logger.warn("something happened");
    new LoggedRequests().doFilter(request, new MockHttpServletResponse(), chain);
  }

  private JsonNode line() {
    var context = new LoggerContext();
    context.putObject(Environment.class.getName(), new MockEnvironment().withProperty("spring.application.name", "referral"));
    var encoder = new StructuredLogEncoder();
    encoder.setContext(context);
    encoder.setFormat("ecs");
    encoder.start();
    return JsonMapper.shared().readTree(new String(encoder.encode(lines.list.getLast()), StandardCharsets.UTF_8));
  }

  @Test
  void haveTheCaseAndNothingThatWasTyped() throws ServletException, IOException {
    serve("/api/cases/" + CASE + "/referrals");
    assertThat(line().path("case").asString()).isEqualTo(CASE);
    assertThat(line().path("service").path("name").asString()).isEqualTo("referral");
    assertThat(line().toString()).doesNotContain("架空");
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void haveNoCaseWhereSomethingElseStandsInItsPlace() throws ServletException, IOException {
    serve("/api/cases/架空 太郎");
    assertThat(line().has("case")).isFalse();
    assertThat(line().toString()).doesNotContain("架空");
  }

  @Test
  void areAsBeforeWhenWhatIsInsideIsOver() {
    try (var _ = LogContext.ofMessage("journey-" + CASE + "/3/0", CASE)) {
      try (var _ = LogContext.none().ofCase("c-other")) {
        assertThat(MDC.get("case")).isEqualTo("c-other");
      }
      assertThat(MDC.get("case")).isEqualTo(CASE);
      assertThat(MDC.get("messageId")).isEqualTo("journey-" + CASE + "/3/0");
    }
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }
}
