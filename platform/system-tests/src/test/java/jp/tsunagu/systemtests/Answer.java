package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What the door said. */
record Answer(int status, JsonNode body) {
  Answer done() {
    assertThat(status / 100).as("a yes, not %s", this).isEqualTo(2);
    return this;
  }

  /** The id of what was made, e.g. {@code caseId}. */
  String id(String name) {
    String id = done().body.path(name).asString("");
    assertThat(id).as("%s in %s", name, body).isNotEmpty();
    return id;
  }

  String text(String name) {
    return body.path(name).asString("");
  }

  /** Refused with a stable code, without a word about a field. */
  Answer refused(int with, String code) {
    assertThat(status).as("%s", this).isEqualTo(with);
    assertThat(text("code")).as("%s", this).isEqualTo(code);
    return this;
  }

  /** Refused because of one field that was sent, or was not. */
  Answer refusedFor(String field, String code) {
    assertThat(status).as("%s", this).isIn(400, 422);
    assertThat(text("type")).as("%s", this).startsWith("urn:tsunagu:problem:");
    assertThat(body.path("errors").valueStream().map(e -> e.path("field").asString() + " " + e.path("code").asString()))
        .as("%s", this).contains(field + " " + code);
    return this;
  }
}
