package jp.tsunagu.runtime.http;

/** The body of a request that takes none; an empty one may be sent, and a field in it is refused like any unknown one. */
public record Nothing() {}
