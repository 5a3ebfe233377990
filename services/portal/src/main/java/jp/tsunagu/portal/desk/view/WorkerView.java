package jp.tsunagu.portal.desk.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A worker as the page of their organisation shows them; what is not said is empty.
 *
 * @param email only for whoever manages the organisation
 * @param may   what the directory offers the reader to do
 */
public record WorkerView(String id, String name, String kana, String email, List<String> roles, String unit, String deputy, String manager,
    String state, Set<String> may) {

  static WorkerView of(JsonNode told) {
    return new WorkerView(OrganisationView.text(told, "worker"), OrganisationView.text(told, "displayName"),
        OrganisationView.text(told, "displayNameKana"), OrganisationView.text(told, "email"), OrganisationView.texts(told, "roles"),
        OrganisationView.text(told, "unit"), OrganisationView.text(told, "deputy"), OrganisationView.text(told, "manager"),
        OrganisationView.text(told, "state"), OrganisationView.may(told));
  }

  public boolean may(String offer) {
    return may.contains(offer);
  }

  public boolean left() {
    return state.equals("LEFT");
  }

  /** The same as long as nobody says otherwise of them. */
  public String mark() {
    return Integer.toHexString(Objects.hash(name, kana, email, roles, unit, deputy, manager));
  }

  @Override
  public String toString() {
    return "WorkerView[" + id + "]";
  }
}
