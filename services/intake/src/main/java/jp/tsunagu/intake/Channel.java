package jp.tsunagu.intake;

/** How a person came to the desk. */
public enum Channel {
  WALK_IN, PHONE, GUIDE, SEARCH_AD, SOCIAL_AD, POSTER, PARTNER, ORGANISATION, OTHER
}
