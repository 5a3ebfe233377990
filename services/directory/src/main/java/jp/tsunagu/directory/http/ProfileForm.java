package jp.tsunagu.directory.http;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.directory.Requester;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * {@code {organisation?, name, kind, audience, modes?, anonymousOnly?, acceptsReferrals?, addressPublic?, partnerType?, units?}}; flags that are
 * not given are the careful ones: asks for names, takes referrals unless it is a partner, shows no address.
 */
record ProfileForm(@Nullable String organisation, @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String kind,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String audience,
    @Nullable List<@Nullable String> modes, @Nullable Boolean anonymousOnly, @Nullable Boolean acceptsReferrals,
    @Nullable Boolean addressPublic, @Nullable String partnerType, @Nullable List<@Nullable String> units) {
  private static final int LONGEST = 100;

  /** @param offered whether the network offers a partner type now */
  OrganisationCommand.Join join(Requester by, Predicate<Id> offered) {
    var fields = new Fields();
    Id id = fields.required("organisation", organisation, Id::new);
    Described described = read(fields);
    if (id == null) throw new IllegalStateException("noted before");
    return new OrganisationCommand.Join(id, described.profile(), described.units(), false, described.typeOffered(offered), by);
  }

  OrganisationCommand.Describe describe(Requester by, Predicate<Id> offered) {
    var fields = new Fields();
    fields.optional("organisation", organisation, given -> {
      throw new InvalidValue("fixed", "nothing: an id stays for ever");
    });
    Described described = read(fields);
    return new OrganisationCommand.Describe(described.profile(), described.units(), described.typeOffered(offered), by);
  }

  private record Described(Profile profile, List<String> units) {
    boolean typeOffered(Predicate<Id> offered) {
      Id type = profile.partnerType();
      return type != null && offered.test(type);
    }
  }

  private Described read(Fields fields) {
    String called = fields.required("name", name, ProfileForm::line);
    String does = fields.required("kind", kind, ProfileForm::line);
    String whom = fields.required("audience", audience, ProfileForm::line);
    List<String> how = fields.each("modes", modes, ProfileForm::line);
    Id type = fields.optional("partnerType", partnerType, Id::new);
    List<String> parts = fields.each("units", units, ProfileForm::line);
    boolean anonymous = Boolean.TRUE.equals(anonymousOnly);
    boolean accepts = acceptsReferrals == null ? !anonymous && type == null : acceptsReferrals;
    return fields.whole(() -> {
      if (called == null || does == null || whom == null) throw new IllegalStateException("noted before");
      return new Described(new Profile(called, does, whom, how, anonymous, accepts, Boolean.TRUE.equals(addressPublic), type),
          parts.stream().distinct().toList());
    });
  }

  private static String line(String text) {
    return InvalidValue.line(text, LONGEST);
  }
}
