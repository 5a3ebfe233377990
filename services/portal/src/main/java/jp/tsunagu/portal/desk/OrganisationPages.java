package jp.tsunagu.portal.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.session.DeskUser;

/** 参加団体: who there is; one's own organisation first, those that have left last. */
@DeskPage
class OrganisationPages {
  /** Whoever describes an organisation manages it, and is told what was done to it. */
  private static final String TOLD = "DESCRIBE";

  private final Directory directory;

  OrganisationPages(Directory directory) {
    this.directory = directory;
  }

  @GetMapping("/organisations")
  String all(DeskUser user, Model model) {
    String own = user.caller().organisation();
    List<OrganisationView> all = directory.all(user).stream().sorted(Comparator.comparing((OrganisationView o) -> !o.id().equals(own))
        .thenComparing(o -> !o.active()).thenComparing(OrganisationView::id)).toList();
    model.addAttribute("organisations", all);
    return "portal/organisations";
  }

  @GetMapping("/organisations/{organisation}")
  String one(@PathVariable String organisation, DeskUser user, Model model) {
    OrganisationView known = directory.one(user, organisation);
    if (known.may(TOLD)) directory.history(user, organisation, null).ifPresent(told -> model.addAttribute("history", told));
    return draw(known, Form.fresh(Map.of()), model);
  }

  @GetMapping("/organisations/{organisation}/history")
  String history(@PathVariable String organisation, @RequestParam(required = false) @Nullable Long before, DeskUser user, Model model) {
    OrganisationView known = directory.one(user, organisation);
    Directory.only(known.may(TOLD));
    model.addAttribute("organisation", known);
    model.addAttribute("history", directory.history(user, organisation, before).orElseThrow(Directory::away));
    return "portal/history";
  }

  static String draw(OrganisationView organisation, Form form, Model model) {
    model.addAttribute("organisation", organisation);
    model.addAttribute("form", form);
    return "portal/organisation";
  }
}
