package jp.tsunagu.intake;

/** What an anonymous caller was told, apart from organisations that were named to them. */
public enum CallInformation {
  LISTENED, SUPPORTS, MONEY_AND_WORK, HEALTH_AND_CARE, LEGAL_ADVICE, CRISIS_LINES, EMERGENCY_NUMBERS, GUIDE
}
