package jp.tsunagu.portal.desk;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.portal.auditing.GapReading;
import jp.tsunagu.portal.read.TeamReading;
import jp.tsunagu.portal.desk.view.Names;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.portal.session.LoggedOut;
import jp.tsunagu.portal.session.Part;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/** What every page of the desk has, and what happens when one cannot be drawn. */
@ControllerAdvice(annotations = DeskPage.class)
class DeskAdvice {
  private final MessageSource messages;
  private final DirectoryView directory;
  private final WorkerNames workers;
  private final SharedNetwork network;
  private final InstantSource clock;

  DeskAdvice(MessageSource messages, DirectoryView directory, WorkerNames workers, SharedNetwork network, InstantSource clock) {
    this.messages = messages;
    this.directory = directory;
    this.workers = workers;
    this.network = network;
    this.clock = clock;
  }

  @ModelAttribute
  void everyPage(Model model, DeskUser user, Locale locale, HttpServletRequest request) {
    model.addAttribute("words",
        new Words(messages, locale, new Names(directory, id -> workers.of(user, id), id -> network.type(user, id)), clock.instant()));
    model.addAttribute("me", user.caller());
    model.addAttribute("outside", user.caller().is(Role.SECRETARIAT) || user.caller().is(Role.ADMINISTRATOR));
    model.addAttribute("coordinates", user.caller().is(Role.SECRETARIAT));
    model.addAttribute("leads", TeamReading.mayRead(user.caller()));
    model.addAttribute("oversees", GapReading.mayRead(user.caller()));
    model.addAttribute("administers", user.caller().is(Role.ADMINISTRATOR));
    model.addAttribute("path", request.getRequestURI());
    model.addAttribute("here", here(request));
  }

  /** Where the other language is: at the same address with the same question, where it was asked in the address. */
  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null || !request.getMethod().equals("GET")) return request.getRequestURI();
    return UriComponentsBuilder.fromPath(request.getRequestURI()).query(query).replaceQueryParam("lang").build().toUriString();
  }

  /** A part of a page that is open says so there: to log in on another page would take away what is being typed. */
  @ExceptionHandler
  ResponseEntity<Void> loggedOut(LoggedOut e, HttpServletRequest request) {
    return Part.asked(request)
        ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
        : ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/session/start")).build();
  }

  /** There is no such case, or not for this worker: the page says the same. What else cannot be drawn keeps its status. */
  @ExceptionHandler
  ModelAndView refused(Problem problem) {
    return new ModelAndView("portal/error", Map.of("status", problem.status().value()), problem.status());
  }

  /** A form with a file whose parts cannot be told apart. */
  @ExceptionHandler
  ModelAndView unreadable(MultipartException e) {
    return refused(Problem.plain(HttpStatus.BAD_REQUEST));
  }
}
