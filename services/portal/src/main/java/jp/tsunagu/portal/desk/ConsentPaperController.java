package jp.tsunagu.portal.desk;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.session.DeskUser;

/** What the person is asked to agree to: on paper to sign, and in words to read aloud. Nothing is recorded by it. */
@DeskPage
class ConsentPaperController {
  private final DeedForms forms;

  ConsentPaperController(DeedForms forms) {
    this.forms = forms;
  }

  @PostMapping("/cases/{caseId}/consent/paper")
  String paper(@PathVariable String caseId, @RequestParam MultiValueMap<String, String> typed, DeskUser user, Model model) {
    forms.again(CaseDeeds.CONSENT, caseId, Form.typed(typed), user, model);
    return "portal/consent-paper";
  }
}
