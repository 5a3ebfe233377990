package jp.tsunagu.directory;

/** What happened to what all organisations share. */
public sealed interface NetworkEvent {
  record PartnerTypeDefined(PartnerType type) implements NetworkEvent {}

  record PartnerTypeRetired(Id type) implements NetworkEvent {}

  record ConsentTextSet(ConsentText text) implements NetworkEvent {}

  record ConsentTextWithdrawn(Language language) implements NetworkEvent {}
}
