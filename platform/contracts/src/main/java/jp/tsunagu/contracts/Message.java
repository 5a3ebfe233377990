package jp.tsunagu.contracts;

/** Anything published on one of the topics {@code tsunagu.<service>}. */
public sealed interface Message
    permits IntakeMessage, ReferralMessage, FollowUpMessage, NotificationMessage, DirectoryMessage, UnknownMessage {}
