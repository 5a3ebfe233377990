package jp.tsunagu.directory.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.directory.Requester;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * {@code {organisation?, name, kind, audience, modes?, anonymousOnly?, acceptsReferrals?, addressPublic?, units?}}; flags that are
 * not given are the careful ones: asks for names, takes referrals, shows no address.
 */
record ProfileForm(@Nullable String organisation, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String kind,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String audience,
    @Nullable List<@Nullable String> modes, @Nullable Boolean anonymousOnly, @Nullable Boolean acceptsReferrals,
    @Nullable Boolean addressPublic, @Nullable List<@Nullable String> units) {
  private static final int LONGEST = 100;

  OrganisationCommand.Join join(Requester by) {
    var fields = new Fields();
    Id id = fields.required("organisation", organisation, Id::new);
    Described described = read(fields);
    if (id == null) throw new IllegalStateException("noted before");
    return new OrganisationCommand.Join(id, described.profile(), described.units(), false, by);
  }

  OrganisationCommand.Describe describe(Requester by) {
    var fields = new Fields();
    fields.optional("organisation", organisation, given -> {
      throw new InvalidValue("fixed", "nothing: an id stays for ever");
    });
    Described described = read(fields);
    return new OrganisationCommand.Describe(described.profile(), described.units(), by);
  }

  private record Described(Profile profile, List<String> units) {}

  private Described read(Fields fields) {
    String called = fields.required("name", name, ProfileForm::line);
    String does = fields.required("kind", kind, ProfileForm::line);
    String whom = fields.required("audience", audience, ProfileForm::line);
    List<String> how = fields.each("modes", modes, ProfileForm::line);
    List<String> parts = fields.each("units", units, ProfileForm::line);
    boolean anonymous = Boolean.TRUE.equals(anonymousOnly);
    boolean accepts = acceptsReferrals == null ? !anonymous : acceptsReferrals;
    return fields.whole(() -> {
      if (called == null || does == null || whom == null) throw new IllegalStateException("noted before");
      return new Described(new Profile(called, does, whom, how, anonymous, accepts, Boolean.TRUE.equals(addressPublic)),
          parts.stream().distinct().toList());
    });
  }

  private static String line(String text) {
    return InvalidValue.line(text, LONGEST);
  }
}
