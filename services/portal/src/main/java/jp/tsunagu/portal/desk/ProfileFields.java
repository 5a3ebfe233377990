package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.OrganisationView;

/** How an organisation presents itself, as a form has it: lists are lines, and what is true is ticked. */
final class ProfileFields {
  private static final List<String> FLAGS = List.of("anonymousOnly", "acceptsReferrals", "addressPublic");

  private ProfileFields() {}

  static Form recorded(OrganisationView o) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("name", o.name(), "kind", o.kind(), "audience", o.audience(), "modes",
        String.join("\n", o.modes()), "units", String.join("\n", o.units())));
    if (o.anonymousOnly()) values.put("anonymousOnly", "true");
    if (o.acceptsReferrals()) values.put("acceptsReferrals", "true");
    if (o.addressPublic()) values.put("addressPublic", "true");
    values.put("partnerType", o.partnerType());
    values.putAll(Map.of("mark", o.mark(), "version", String.valueOf(o.version())));
    return Form.fresh(values);
  }

  static Form.Body body(Form form) {
    Form.Body body = form.body("organisation", "name", "kind", "audience", "partnerType").put("modes", lines(form.value("modes"))).put(
        "units",
        lines(form.value("units")));
    FLAGS.forEach(flag -> body.put(flag, form.has(flag, "true")));
    return body;
  }

  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** A line of a list is a part of one input here; that two flags exclude each other is said at the second. */
  static Form.Refusal here(Form.Refusal why) {
    return why.naming(field -> field.isEmpty() ? "acceptsReferrals" : field.replaceFirst("\\[\\d+]$", ""));
  }
}
