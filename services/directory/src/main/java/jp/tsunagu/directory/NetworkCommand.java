package jp.tsunagu.directory;

/** What can be asked of the network as a whole. */
public sealed interface NetworkCommand {
  Requester by();

  /** There is to be this type of partners, called so; one that was retired is offered again. */
  record DefinePartnerType(PartnerType type, Requester by) implements NetworkCommand {}

  /** It is offered no more; who has it keeps it. */
  record RetirePartnerType(Id type, Requester by) implements NetworkCommand {}

  /** In place of what was said in this language before. */
  record SetConsentText(ConsentText text, Requester by) implements NetworkCommand {}

  record WithdrawConsentText(Language language, Requester by) implements NetworkCommand {}
}
