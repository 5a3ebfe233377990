package jp.tsunagu.portal.desk;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import jp.tsunagu.portal.http.Administrators;
import jp.tsunagu.portal.pipeline.PipelineReading;
import jp.tsunagu.portal.session.DeskUser;

/** 経路の状況: how the way from service to service is doing. */
@DeskPage
class PipelinePages {
  private final PipelineReading reading;

  PipelinePages(PipelineReading reading) {
    this.reading = reading;
  }

  @GetMapping("/pipeline")
  String show(DeskUser user, Model model) {
    Administrators.only(user.caller());
    model.addAttribute("report", reading.now());
    return "portal/pipeline";
  }
}
