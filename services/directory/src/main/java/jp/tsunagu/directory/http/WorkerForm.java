package jp.tsunagu.directory.http;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.directory.DisplayName;
import jp.tsunagu.directory.Email;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.Worker;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.ArraySchema;

/** {@code {worker, displayName, displayNameKana, email, roles: [CASEWORKER …], unit?, deputy?, manager?}} */
record WorkerForm(@Nullable String worker, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String displayName,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String displayNameKana,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email") @Nullable String email,
    @ArraySchema(schema = @Schema(implementation = WorkerRole.class)) @Nullable List<@Nullable String> roles, @Nullable String unit,
    @Nullable String deputy, @Nullable String manager) {

  Worker read() {
    var fields = new Fields();
    return read(fields, fields.required("worker", worker, Id::new));
  }

  /** For a worker whose id stands in the address; the body may repeat it. */
  Worker read(Id id) {
    var fields = new Fields();
    fields.optional("worker", worker, given -> {
      if (!given.equals(id.value())) throw new InvalidValue("fixed", "the id in the address: it stays for ever");
      return id;
    });
    return read(fields, id);
  }

  /** The same with what can be read in place of what people wrote, so that the rest of it can be judged all the same. */
  WorkerForm standIn() {
    return new WorkerForm(worker, "？", "ア", "nobody@example.jp", List.of(WorkerRole.CASEWORKER.name()), unit, deputy, manager);
  }

  private Worker read(Fields fields, @Nullable Id id) {
    String called = fields.required("displayName", displayName, text -> InvalidValue.line(text, DisplayName.LONGEST));
    DisplayName name = fields.required("displayNameKana", displayNameKana, kana -> new DisplayName(called == null ? "？" : called, kana));
    Email address = fields.required("email", email, Email::new);
    List<WorkerRole> codes = fields.each("roles", roles, Fields.code(WorkerRole.class));
    String part = fields.optional("unit", unit, String::strip);
    Id standsIn = fields.optional("deputy", deputy, Id::new);
    Id isTold = fields.optional("manager", manager, Id::new);
    return fields.whole(() -> {
      if (id == null || name == null || address == null) throw new IllegalStateException("noted before");
      Set<WorkerRole> may = codes.isEmpty() ? Set.of() : EnumSet.copyOf(codes);
      return new Worker(id, name, address, may, part, standsIn, isTold);
    });
  }

  @Override
  public String toString() {
    return "WorkerForm[" + worker + "]";
  }
}
