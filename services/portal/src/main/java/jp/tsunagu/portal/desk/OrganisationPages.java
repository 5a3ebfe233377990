package jp.tsunagu.portal.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.session.DeskUser;

/** 参加団体: who there is; one's own organisation first, those that have left last. */
@DeskPage
class OrganisationPages {
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
    return draw(directory.one(user, organisation), Form.fresh(Map.of()), model);
  }

  static String draw(OrganisationView organisation, Form form, Model model) {
    model.addAttribute("organisation", organisation);
    model.addAttribute("form", form);
    return "portal/organisation";
  }
}
