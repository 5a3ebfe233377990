package jp.tsunagu.portal.desk;

import java.util.List;

import org.springframework.util.LinkedMultiValueMap;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.desk.view.WorkerView;

/** What is known of a worker, as a form has it. */
final class StaffFields {
  private static final String[] TEXTS = {"worker", "displayName", "displayNameKana", "email", "unit", "deputy", "manager"};

  private StaffFields() {}

  static Form recorded(WorkerView worker, OrganisationView of) {
    var values = new LinkedMultiValueMap<String, String>();
    values.add("displayName", worker.name());
    values.add("displayNameKana", worker.kana());
    values.add("email", worker.email());
    values.add("unit", worker.unit());
    values.add("deputy", worker.deputy());
    values.add("manager", worker.manager());
    values.put("roles", List.copyOf(worker.roles()));
    values.add("mark", worker.mark());
    values.add("version", String.valueOf(of.version()));
    return Form.typed(values);
  }

  static Form.Body body(Form form) {
    return form.body(TEXTS).put("roles", form.said("roles"));
  }

  static Form.Refusal here(Form.Refusal why) {
    return why.naming(field -> field.replaceFirst("\\[\\d+]$", ""));
  }
}
