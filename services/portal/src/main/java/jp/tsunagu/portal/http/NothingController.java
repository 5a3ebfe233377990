package jp.tsunagu.portal.http;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.runtime.http.Problem;

/** Paths of the API that nobody owns: said as a problem, like everything else there. */
@RestController
@Hidden
class NothingController {
  @RequestMapping("/api/**")
  void nothing() {
    throw Problem.notFound();
  }
}
