package jp.tsunagu.portal.desk;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.ReadAloud;
import jp.tsunagu.portal.session.DeskUser;

/** What the person is asked to agree to: on paper to sign, and in words to read aloud. Nothing is recorded by it. */
@DeskPage
class ConsentPaperController {
  private final DeedForms forms;
  private final SharedNetwork network;

  ConsentPaperController(DeedForms forms, SharedNetwork network) {
    this.forms = forms;
    this.network = network;
  }

  @PostMapping("/cases/{caseId}/consent/paper")
  String paper(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    Form form = Form.typed(typed);
    forms.again(CaseDeeds.CONSENT, caseId, form, user, model);
    model.addAttribute("aloud", ReadAloud.of(network.texts(user), form.value("language")));
    return "portal/consent-paper";
  }
}
