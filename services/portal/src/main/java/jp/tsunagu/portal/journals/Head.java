package jp.tsunagu.portal.journals;

/** @param version of the stream's last commit */
public record Head(String stream, String caseId, long version) {}
