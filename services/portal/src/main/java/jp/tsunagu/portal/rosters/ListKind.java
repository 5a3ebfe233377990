package jp.tsunagu.portal.rosters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;

import jp.tsunagu.portal.rosters.Column.Kind;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Table;

/** The lists there are, with their columns. Every column has to be there: a missing one would empty what stands in it. */
public enum ListKind {
  /** For administrators. */
  ORGANISATIONS("/api/organisations/import", Column.text("organisation"), Column.text("name"), Column.text("kind"), Column.text("audience"),
      new Column("modes", Kind.TEXTS), new Column("units", Kind.TEXTS), new Column("acceptsReferrals", Kind.ANSWER),
      new Column("anonymousOnly", Kind.ANSWER), new Column("addressPublic", Kind.ANSWER), Column.text("partnerType")),
  /** For managers too, those of their own organisation. */
  WORKERS("/api/organisations/workers/import", Column.text("organisation"), Column.text("worker"), Column.text("displayName"),
      Column.text("displayNameKana"), Column.text("email"), new Column("roles", Kind.ROLES), Column.text("unit"), Column.text("deputy"),
      Column.text("manager"));

  private final String path;
  private final List<Column> columns;

  ListKind(String path, Column... columns) {
    this.path = path;
    this.columns = List.of(columns);
  }

  /** By its name in an address. */
  public static ListKind of(String name) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(name)).findFirst().orElseThrow(Problem::notFound);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the directory takes it in. */
  public String path() {
    return path;
  }

  public List<String> fields() {
    return columns.stream().map(Column::field).toList();
  }

  /** An empty table to fill in. */
  public Table template(MessageSource messages, Locale locale) {
    return new Table(columns.stream().map(c -> c.head(messages, locale)).toList(), List.of());
  }

  List<Column> columns() {
    return columns;
  }
}
